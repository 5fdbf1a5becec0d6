package org.sunmao.organization.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What bodies and the organizations formed in them are called in lists. */
@Repository
class BodyNames {

    private static final String NAMES =
            """
            select l.id, l.name, exists (select from organization.body_label o
              join organization.body_profile f on f.id = o.id
                and f.valid_from <= :day and f.valid_to > :day
              where o.name = l.name and o.id <> l.id
                and o.valid_from <= :day and o.valid_to > :day) as alike
            from organization.body_label l
            where l.id in (:ids) and l.valid_from <= :day and l.valid_to > :day
            """;
    private static final String LINKED =
            """
            select k.body as id, k.organization from organization.link k
            where k.body in (:ids) and k.valid_from <= :day and k.valid_to > :day
            order by k.valid_from, k.organization
            """;

    private record Known(UUID id, String name, boolean alike) {}

    private record Link(UUID id, UUID organization) {}

    private static final RowMapper<Known> ROWS = new SimplePropertyRowMapper<>(Known.class);
    private static final RowMapper<Link> LINKS = new SimplePropertyRowMapper<>(Link.class);

    private final JdbcClient jdbc;
    private final BodyStore store;
    private final Organizations organizations;

    BodyNames(JdbcClient jdbc, BodyStore store, Organizations organizations) {
        this.jdbc = jdbc;
        this.store = store;
        this.organizations = organizations;
    }

    /** By the full name, or by that with its superiors' where others are called the same. */
    Map<UUID, String> telling(Scope scope, Collection<UUID> bodies) {
        var names = new HashMap<UUID, String>();
        if (!bodies.isEmpty()) {
            jdbc.sql(NAMES)
                    .param("ids", bodies)
                    .param("day", scope.day())
                    .query(ROWS)
                    .list()
                    .forEach(
                            one ->
                                    names.put(
                                            one.id(), one.alike() ? line(scope, one) : one.name()));
        }
        return names;
    }

    private String line(Scope scope, Known body) {
        return store.line(body.id(), scope.day()).stream()
                .map(Named::name)
                .collect(Collectors.joining("/"));
    }

    /** The organizations formed in each, in one text. */
    Map<UUID, String> linked(Scope scope, Collection<UUID> bodies, String between) {
        if (bodies.isEmpty()) {
            return Map.of();
        }
        var links =
                jdbc.sql(LINKED).param("ids", bodies).param("day", scope.day()).query(LINKS).list();
        var names =
                organizations.telling(
                        scope, links.stream().map(Link::organization).collect(Collectors.toSet()));
        return links.stream()
                .filter(link -> names.containsKey(link.organization()))
                .collect(
                        Collectors.groupingBy(
                                Link::id,
                                Collectors.mapping(
                                        link -> names.get(link.organization()),
                                        Collectors.joining(between))));
    }
}
