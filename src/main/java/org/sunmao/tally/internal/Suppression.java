package org.sunmao.tally.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds small numbers back, and others with them, so that none can be reckoned from the sums that
 * are shown (PRV-11). Knows no clock and no database.
 */
final class Suppression {

    /** What stands in the place of a number. */
    enum Mark {
        /** It is small, and this may be told. */
        FEW("<%d"),
        /** It may be small or not. */
        HIDDEN("*");

        private final String shown;

        Mark(String shown) {
            this.shown = shown;
        }

        String shown(long most) {
            return shown.formatted(most + 1);
        }
    }

    /** One number that is the sum of others. */
    record Sum(String whole, List<String> parts) {}

    private final Map<String, Long> values;
    private final List<Sum> sums;
    private final long least;
    private final long most;
    private final Map<String, Mark> marks = new HashMap<>();

    private Suppression(Map<String, Long> values, List<Sum> sums, long least, long most) {
        this.values = values;
        this.sums = sums;
        this.least = least;
        this.most = most;
    }

    /**
     * What must not be shown.
     *
     * @param values the numbers by name
     * @param least from which number on, and up to {@code most}, one is small
     */
    static Map<String, Mark> of(
            Map<String, Long> values, Collection<Sum> sums, long least, long most) {
        var suppression = new Suppression(values, List.copyOf(sums), least, most);
        suppression.suppress();
        return Map.copyOf(suppression.marks);
    }

    private void suppress() {
        values.forEach(
                (name, _) -> {
                    if (small(name)) {
                        marks.put(name, Mark.FEW);
                    }
                });
        var settled = false;
        while (!settled) {
            settled = true;
            for (var sum : sums) {
                settled &= settle(sum);
            }
        }
    }

    /** Whether the sum betrays nothing; if it does, one more number of it is held back. */
    private boolean settle(Sum sum) {
        if (marks.get(sum.whole()) == Mark.FEW) {
            return sum.parts().stream().allMatch(this::hide);
        }
        var withoutWhole = marks.containsKey(sum.whole());
        var held = sum.parts().stream().filter(marks::containsKey).toList();
        if (held.isEmpty() && !withoutWhole) {
            return true;
        }
        var rest = held.stream().mapToLong(this::value).sum();
        if (held.size() < 2 || rest <= most) {
            var next = smallestShown(sum);
            if (next.isPresent() || !withoutWhole) {
                hide(next.orElse(sum.whole()));
                return false;
            }
        }
        return tellsNothing(held, rest) || held.stream().allMatch(this::hide);
    }

    private Optional<String> smallestShown(Sum sum) {
        return sum.parts().stream()
                .filter(part -> !marks.containsKey(part) && value(part) > 0)
                .min(Comparator.comparingLong(this::value));
    }

    /**
     * Whether each small number could be another one too, for whoever knows which are small, that
     * the others are not, and what they all come to.
     */
    private boolean tellsNothing(List<String> held, long rest) {
        var few = held.stream().filter(name -> marks.get(name) == Mark.FEW).count();
        if (few == 0) {
            return true;
        }
        var others = few < held.size();
        return Stream.iterate(least, x -> x <= most, x -> x + 1)
                        .filter(x -> possible(rest - x, few - 1, others))
                        .limit(2)
                        .count()
                == 2;
    }

    /** Whether so many small numbers, and perhaps others, can come to that sum. */
    private boolean possible(long sum, long few, boolean others) {
        var low = few * least;
        var high = few * most;
        return sum >= low && (sum <= high || (others && sum >= low + most + 1));
    }

    /** Whether it was hidden already. */
    private boolean hide(String name) {
        return marks.put(name, Mark.HIDDEN) == Mark.HIDDEN;
    }

    private long value(String name) {
        return values.getOrDefault(name, 0L);
    }

    private boolean small(String name) {
        var value = Math.abs(value(name));
        return value >= least && value <= most;
    }
}
