package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.OrganizationIndex.Ended;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.OrganizationNames;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.NameIndex.Gone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the organizations of a scope are called; names and places are under no policy. */
@Repository
class NameStore implements OrganizationNames {

    private static final String THERE =
            """
            select p.id, l.name, l.kind, p.parent, o.established_on
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.label l on l.id = p.id and l.valid_to = 'infinity'
            where p.valid_from <= :day and p.valid_to > :day and p.path >= :lo and p.path < :hi
            order by o.number
            """;
    private static final String GONE =
            """
            select o.id, l.name, o.ended_on from organization.organization o
            join organization.place p on p.id = o.id and p.valid_to = o.ended_on
            join organization.label l on l.id = o.id and l.valid_to = 'infinity'
            where o.ended_on <= :day and p.path >= :lo and p.path < :hi
            """;

    private record Row(
            UUID id, String name, String kind, @Nullable UUID parent, LocalDate establishedOn) {}

    private static final RowMapper<Row> ROWS = new SimplePropertyRowMapper<>(Row.class);

    private final JdbcClient jdbc;
    private final OrganizationStore store;

    NameStore(JdbcClient jdbc, OrganizationStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public NameIndex in(Scope scope) {
        var rows = jdbc.sql(THERE).params(range(scope)).query(ROWS).list();
        var parents =
                rows.stream().map(Row::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        var there =
                rows.stream()
                        .map(
                                row ->
                                        new Known(
                                                row.id(),
                                                row.name(),
                                                row.kind(),
                                                row.parent(),
                                                row.establishedOn(),
                                                parents.contains(row.id())))
                        .toList();
        return new NameIndex(there, gone(scope), above(scope));
    }

    private List<Gone> gone(Scope scope) {
        return jdbc.sql(GONE)
                .params(range(scope))
                .query(
                        (row, _) ->
                                new Gone(
                                        row.getObject("id", UUID.class),
                                        new Ended(
                                                row.getString("name"),
                                                row.getObject("ended_on", LocalDate.class))))
                .list();
    }

    private List<String> above(Scope scope) {
        return store.above(scope.subtree().lo(), scope.day()).stream()
                .map(Named::name)
                .toList()
                .reversed();
    }

    private static Map<String, ?> range(Scope scope) {
        return Map.of("day", scope.day(), "lo", scope.subtree().lo(), "hi", scope.subtree().hi());
    }
}
