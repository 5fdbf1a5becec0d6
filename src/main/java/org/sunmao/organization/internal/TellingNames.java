package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.Organizations.Named;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells organizations of one name apart in lists, so that a list can be read in again. */
@Repository
class TellingNames {

    private static final String NAMES =
            """
            select l.id, l.name from organization.label l
            where l.id in (:ids) and l.valid_from <= :day and l.valid_to > :day
            """;

    /** Names and places are under no policy; the scope is stated. */
    private static final String ALIKE =
            """
            select l.id, l.name, p.path,
              (select a.name from organization.label a where a.id = p.parent
                and a.valid_from <= :day and a.valid_to > :day) as parent
            from organization.label l
            join organization.place p
              on p.id = l.id and p.valid_from <= :day and p.valid_to > :day
            where l.name in (:names) and l.valid_from <= :day and l.valid_to > :day
              and p.path >= :lo and p.path < :hi
            """;

    private record Alike(UUID id, String name, String path, @Nullable String parent) {

        String brief() {
            return parent == null ? name : parent + "/" + name;
        }
    }

    private static final RowMapper<Named> ROWS = new SimplePropertyRowMapper<>(Named.class);
    private static final RowMapper<Alike> ALIKES = new SimplePropertyRowMapper<>(Alike.class);

    private final JdbcClient jdbc;
    private final OrganizationStore store;

    TellingNames(JdbcClient jdbc, OrganizationStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    Map<UUID, String> of(Scope scope, Collection<UUID> organizations) {
        var names = new HashMap<UUID, String>();
        if (organizations.isEmpty()) {
            return names;
        }
        jdbc.sql(NAMES)
                .param("ids", organizations)
                .param("day", scope.day())
                .query(ROWS)
                .list()
                .forEach(one -> names.put(one.id(), one.name()));
        if (!names.isEmpty()) {
            apart(scope, names);
        }
        return names;
    }

    private void apart(Scope scope, Map<UUID, String> names) {
        var known =
                jdbc.sql(ALIKE)
                        .param("names", List.copyOf(names.values()))
                        .param("day", scope.day())
                        .param("lo", scope.subtree().lo())
                        .param("hi", scope.subtree().hi())
                        .query(ALIKES)
                        .list();
        var byName = known.stream().collect(Collectors.groupingBy(Alike::name));
        for (var one : known) {
            var alike = byName.getOrDefault(one.name(), List.of());
            if (names.containsKey(one.id()) && alike.size() > 1) {
                var brief = one.brief();
                var enough = alike.stream().filter(a -> a.brief().equals(brief)).count() == 1;
                names.put(one.id(), enough ? brief : line(scope, one));
            }
        }
    }

    private String line(Scope scope, Alike one) {
        var above = store.above(one.path(), scope.day()).stream().map(Named::name);
        return Stream.concat(above, Stream.of(one.name())).collect(Collectors.joining("/"));
    }
}
