package org.sunmao.simulation.internal;

import static java.util.Comparator.comparingLong;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A whole number in parts by weight that add up: what is left over goes to the largest rests. */
final class Parts {

    private Parts() {}

    static int[] of(int whole, int[] weights) {
        if (whole < 0) {
            throw new IllegalStateException("the plan has %d too many already".formatted(-whole));
        }
        var sum = Arrays.stream(weights).asLongStream().sum();
        var parts =
                Arrays.stream(weights).map(weight -> (int) ((long) whole * weight / sum)).toArray();
        var left = whole - Arrays.stream(parts).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(comparingLong(i -> -((long) whole * weights[i] % sum)))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
