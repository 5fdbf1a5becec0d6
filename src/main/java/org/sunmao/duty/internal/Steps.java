package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A whole number by day: what was measured of an organization, from the first day on which the
 * register tells of it.
 */
final class Steps {

    private final NavigableMap<LocalDate, Integer> values;

    /**
     * @param values the value from each day on
     */
    Steps(NavigableMap<LocalDate, Integer> values) {
        this.values = values;
    }

    /** Sums what comes and goes; what sums to nothing is no step. */
    static Steps summed(Map<LocalDate, Integer> changes, LocalDate knownFrom) {
        var values = new TreeMap<LocalDate, Integer>();
        var sum = 0;
        for (var change : new TreeMap<>(changes).entrySet()) {
            sum += change.getValue();
            values.put(change.getKey(), sum);
        }
        values.putIfAbsent(knownFrom, valueAt(values, knownFrom));
        return new Steps(values.tailMap(knownFrom, true));
    }

    private static int valueAt(NavigableMap<LocalDate, Integer> values, LocalDate day) {
        var step = values.floorEntry(day);
        return step == null ? 0 : step.getValue();
    }

    /** What it was on a day; null before the register tells of it. */
    @Nullable Integer at(LocalDate day) {
        var step = values.floorEntry(day);
        return step == null ? null : step.getValue();
    }

    Collection<LocalDate> days() {
        return values.keySet();
    }
}
