package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.locality.internal.FigureStore.Held;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a decision makes of the values of one figure of one organization. It holds from its first
 * day until its end, or until the next value that was decided; what stood there before returns
 * after an end.
 */
final class Timetable {

    private Timetable() {}

    /**
     * Puts a decision among the values that were there.
     *
     * @param before the values of that figure, none overlapping another
     * @param from the first day, which may be later than was wished
     * @return the values afterwards
     */
    static List<Held> with(List<Held> before, Proposal wish, LocalDate from) {
        var to = earlier(wish.endsOn(), next(before, from));
        var after = new ArrayList<Held>();
        for (var held : before) {
            keep(held, held.from(), earlier(held.to(), from), after);
            if (to != null) {
                keep(held, later(held.from(), to), held.to(), after);
            }
        }
        var value = wish.value();
        if (value != null) {
            after.add(
                    new Held(
                            wish.organization(),
                            wish.rule(),
                            wish.name(),
                            from,
                            to,
                            value,
                            wish.reason(),
                            wish.id()));
        }
        after.sort(Comparator.comparing(Held::from));
        return after;
    }

    private static void keep(Held held, LocalDate from, @Nullable LocalDate to, List<Held> after) {
        if (to == null || from.isBefore(to)) {
            after.add(
                    new Held(
                            held.organization(),
                            held.rule(),
                            held.name(),
                            from,
                            to,
                            held.value(),
                            held.reason(),
                            held.proposal()));
        }
    }

    private static @Nullable LocalDate next(List<Held> before, LocalDate from) {
        return before.stream()
                .map(Held::from)
                .filter(day -> day.isAfter(from))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : Objects.requireNonNull(other);
    }
}
