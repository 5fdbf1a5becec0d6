package org.sunmao.tally.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where organizations stand in the tree: which boards a notice concerns. */
@Repository
class BoardPaths {

    /** All there ever were: what has moved concerns whom it stood below before. */
    private static final String EVER =
            "select path from organization.place_published where id = any(:ids)";

    private static final String NOW =
            """
            select id, path from organization.place_published
            where id = any(:ids) and valid_to = 'infinity'
            """;

    private record Place(UUID id, String path) {}

    private final JdbcClient jdbc;

    BoardPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of the boards of those organizations the notices concern. */
    Predicate<UUID> concerned(Collection<Notice> notices, Collection<UUID> watched) {
        if (notices.stream().anyMatch(Notice::many)) {
            return _ -> true;
        }
        var above = new HashSet<String>();
        paths(notices.stream().toList()).forEach(path -> addPrefixes(path, above));
        var moved = paths(notices.stream().filter(Notice::tree).toList());
        var places = places(watched);
        return one -> {
            var path = places.get(one);
            // One that is nowhere today is looked at: it may have ended just now.
            return path == null || above.contains(path) || below(path, moved);
        };
    }

    private static boolean below(String path, Set<String> moved) {
        return moved.stream().anyMatch(path::startsWith);
    }

    private static void addPrefixes(String path, Set<String> into) {
        for (var end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
            into.add(path.substring(0, end + 1));
        }
    }

    private Set<String> paths(Collection<Notice> notices) {
        var ids = notices.stream().flatMap(each -> each.organizations().stream()).distinct();
        return jdbc.sql(EVER)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> row.getString("path"))
                .set();
    }

    private Map<UUID, String> places(Collection<UUID> organizations) {
        return jdbc
                .sql(NOW)
                .param("ids", organizations.stream().distinct().toArray(UUID[]::new))
                .query(Place.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::id, Place::path));
    }
}
