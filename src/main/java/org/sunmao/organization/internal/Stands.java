package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.register.Timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where organizations stood, by day: a path is that of the parent on the same day and one's own
 * number. One may be older than what it stands below; for those days, what stands above is where it
 * first stood itself.
 */
final class Stands {

    private static final String ROWS =
            """
            select valid_from, valid_to, parent, path from organization.place
            where id = :id order by valid_from
            """;

    /** A path, from a day until before another. */
    record Stand(LocalDate from, LocalDate to, String path) {}

    /** An organization where it is known to have stood, and the first it stood below. */
    private record Line(@Nullable UUID parent, List<Stand> stands) {}

    private final JdbcClient jdbc;
    private final Map<UUID, Line> lines = new HashMap<>();

    Stands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where one stands that begins below another on a day; from now on it is known, too. */
    List<Stand> enter(UUID id, @Nullable UUID parent, int number, LocalDate from) {
        var stands =
                parent == null
                        ? List.of(new Stand(from, Timeline.OPEN, "/" + number + "/"))
                        : below(parent, number + "/", from, Timeline.OPEN);
        lines.put(id, new Line(parent, stands));
        return stands;
    }

    /** Where a number stood below a parent in those days. */
    List<Stand> below(UUID parent, String number, LocalDate from, LocalDate to) {
        var stands = new ArrayList<Stand>();
        for (var above : reaching(parent, from)) {
            if (above.from().isBefore(to) && above.to().isAfter(from)) {
                var begin = above.from().isBefore(from) ? from : above.from();
                var end = above.to().isAfter(to) ? to : above.to();
                add(stands, new Stand(begin, end, above.path() + number));
            }
        }
        return stands;
    }

    /** The same, with the days before it was. */
    private List<Stand> reaching(UUID id, LocalDate from) {
        var line = lines.computeIfAbsent(id, this::load);
        var first = line.stands().getFirst();
        if (!from.isBefore(first.from())) {
            return line.stands();
        }
        var parent = line.parent();
        var stands = new ArrayList<Stand>();
        if (parent == null) {
            stands.add(new Stand(from, first.from(), first.path()));
        } else {
            stands.addAll(below(parent, number(first.path()), from, first.from()));
        }
        stands.addAll(line.stands());
        return stands;
    }

    static String number(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private static void add(List<Stand> stands, Stand next) {
        var last = stands.isEmpty() ? null : stands.getLast();
        if (last != null && last.path().equals(next.path())) {
            stands.set(stands.size() - 1, new Stand(last.from(), next.to(), next.path()));
        } else {
            stands.add(next);
        }
    }

    private Line load(UUID id) {
        var parents = new ArrayList<@Nullable UUID>();
        var stands =
                jdbc.sql(ROWS)
                        .param("id", id)
                        .query(
                                (row, _) -> {
                                    parents.add(row.getObject("parent", UUID.class));
                                    return new Stand(
                                            row.getObject("valid_from", LocalDate.class),
                                            row.getObject("valid_to", LocalDate.class),
                                            row.getString("path"));
                                })
                        .list();
        if (stands.isEmpty()) {
            throw new IllegalArgumentException("no organization: " + id);
        }
        return new Line(parents.getFirst(), stands);
    }
}
