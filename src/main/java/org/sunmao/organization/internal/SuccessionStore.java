package org.sunmao.organization.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** Reads what became of what: names alone, for whoever knows the id. */
@Repository
class SuccessionStore {

    private static final String BEFORE =
            """
            select l.id, l.name, s.on_day as "on", s.kind, s.change
            from organization.succession s
            join organization.label l on l.id = s.predecessor and l.valid_to = 'infinity'
            where s.successor = :id order by s.on_day, l.id limit 200
            """;
    private static final String AFTER =
            """
            select l.id, l.name, s.on_day as "on", s.kind, s.change
            from organization.succession s
            join organization.label l on l.id = s.successor and l.valid_to = 'infinity'
            where s.predecessor = :id order by s.on_day, l.id limit 200
            """;

    private static final RowMapper<Succession> ROWS =
            new SimplePropertyRowMapper<>(Succession.class);

    private final JdbcClient jdbc;

    SuccessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the organization grew out of. */
    List<Succession> before(UUID organization) {
        return jdbc.sql(BEFORE).param("id", organization).query(ROWS).list();
    }

    /** What became of it. */
    List<Succession> after(UUID organization) {
        return jdbc.sql(AFTER).param("id", organization).query(ROWS).list();
    }
}
