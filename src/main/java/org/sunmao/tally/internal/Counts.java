package org.sunmao.tally.internal;

import java.util.HashMap;
import java.util.Map;

/** How many there are of each value of each axis. */
final class Counts {

    private record Key(Counted of, Axis axis) {}

    private final Map<Key, Map<String, Long>> values = new HashMap<>();

    void add(Counted of, Axis axis, String value, long count) {
        values.computeIfAbsent(new Key(of, axis), _ -> new HashMap<>())
                .merge(value, count, Long::sum);
    }

    long count(Cell cell) {
        return of(cell.of(), cell.axis()).entrySet().stream()
                .filter(value -> cell.takes().test(value.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long total(Counted of) {
        return of(of, of.axes().getFirst()).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> of(Counted of, Axis axis) {
        return values.getOrDefault(new Key(of, axis), Map.of());
    }
}
