package org.sunmao.access.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Officers;
import org.sunmao.access.Right;
import org.sunmao.access.Role;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads from the grants who may do something for an organization. */
@Repository
class OfficerDirectory implements Officers {

    private static final String WHO =
            """
            select * from (
              select distinct on (a.id) a.id, a.name, g.organization, g.role
              from access.grant g
                join access.account a on a.id = g.account and a.disabled_at is null
                join organization.place_published p on p.id = g.organization
                  and p.valid_from <= :day and p.valid_to > :day
                join organization.place_published o on o.id = :organization
                  and o.valid_from <= :day and o.valid_to > :day
                  and starts_with(o.path, p.path)
              where g.role in (:roles) and g.valid_from <= :day and g.valid_to > :day
                and g.behalf is null
              order by a.id, length(p.path) desc) w
            order by w.name, w.id limit 200
            """;

    private final JdbcClient jdbc;

    OfficerDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Officer> who(Right right, UUID organization, LocalDate day) {
        var roles = Arrays.stream(Role.values()).filter(role -> role.may(right)).map(Role::code);
        return jdbc.sql(WHO)
                .param("organization", organization)
                .param("day", day)
                .param("roles", roles.toList())
                .query(
                        (row, _) ->
                                new Officer(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getObject("organization", UUID.class),
                                        Role.of(row.getString("role")).label()))
                .list();
    }
}
