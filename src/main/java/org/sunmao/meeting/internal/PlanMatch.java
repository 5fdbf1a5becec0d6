package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.YearProposal.Held;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Which meeting fulfilled which line of a plan: the nearest of its type, first of the same day,
 * then of the same month, then of the same period of its rule. No meeting fulfils two.
 */
final class PlanMatch {

    /** A line to be fulfilled; {@code months} is the length of its period. */
    record Wanted(MeetingType type, LocalDate on, int months) {

        private int period(LocalDate day) {
            return (day.getMonthValue() - 1) / months;
        }
    }

    private PlanMatch() {}

    /** For each line what was held, in the order of the lines; null where nothing was. */
    static List<@Nullable Held> of(List<Wanted> wanted, List<Held> held) {
        var found = new Held[wanted.size()];
        var left = new ArrayList<>(held);
        match(wanted, left, found, (line, one) -> line.on().equals(one.on()));
        match(wanted, left, found, (line, one) -> line.on().getMonth() == one.on().getMonth());
        match(wanted, left, found, (line, one) -> line.period(line.on()) == line.period(one.on()));
        return Arrays.asList(found);
    }

    private static void match(
            List<Wanted> wanted, List<Held> left, Held[] found, BiPredicate<Wanted, Held> near) {
        IntStream.range(0, found.length)
                .filter(at -> found[at] == null)
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> wanted.get(at).on()))
                .forEach(
                        at -> {
                            var line = wanted.get(at);
                            left.stream()
                                    .filter(one -> one.type() == line.type())
                                    .filter(one -> near.test(line, one))
                                    .min(Comparator.comparing(Held::on))
                                    .ifPresent(
                                            one -> {
                                                found[at] = one;
                                                left.remove(one);
                                            });
                        });
    }
}
