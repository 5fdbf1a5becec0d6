package org.sunmao.simulation.internal;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Words with weights, drawn in proportion to them. */
final class Weights {

    private static final String NONE = "none";

    private final List<String> words;
    private final double[] sums;

    @JsonCreator
    Weights(Map<String, Double> weights) {
        this.words = List.copyOf(weights.keySet());
        this.sums = weights.values().stream().mapToDouble(weight -> weight).toArray();
        Arrays.parallelPrefix(sums, Double::sum);
    }

    String draw(Dice dice) {
        var at = Arrays.binarySearch(sums, dice.below(sums[sums.length - 1]));
        return words.get(at < 0 ? -at - 1 : at + 1);
    }

    /** Draws a code; {@code none} leaves the field empty. */
    @Nullable String code(Dice dice) {
        var drawn = draw(dice);
        return drawn.equals(NONE) ? null : drawn;
    }

    List<String> words() {
        return words;
    }

    /** The share of a word in the whole. */
    double share(String word) {
        var at = words.indexOf(word);
        var before = at == 0 ? 0 : sums[at - 1];
        return (sums[at] - before) / sums[sums.length - 1];
    }
}
