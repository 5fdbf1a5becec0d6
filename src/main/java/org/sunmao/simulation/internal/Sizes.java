package org.sunmao.simulation.internal;

import org.sunmao.simulation.internal.Draft.Holding;

import java.util.Arrays;
import java.util.List;

/** How many members each organization holds, so that all hold exactly as many as are asked for. */
final class Sizes {

    private Sizes() {}

    /**
     * Begins with the sizes wished for and moves single ones, drawn by chance, within their bounds
     * until the sum is right: the shape of the distribution stays.
     */
    static int[] fit(List<Holding> holdings, int total, Dice dice) {
        var sizes =
                holdings.stream()
                        .mapToInt(h -> Math.clamp(h.wished(), h.least(), h.most()))
                        .toArray();
        var least = holdings.stream().mapToInt(Holding::least).sum();
        var most = holdings.stream().mapToInt(Holding::most).sum();
        if (total < least || total > most) {
            throw new IllegalStateException(
                    "%d members do not fit: there is room for %d to %d"
                            .formatted(total, least, most));
        }
        var sum = Arrays.stream(sizes).sum();
        while (sum != total) {
            var at = dice.below(sizes.length);
            var step = sum < total ? 1 : -1;
            var moved = sizes[at] + step;
            if (moved >= holdings.get(at).least() && moved <= holdings.get(at).most()) {
                sizes[at] = moved;
                sum += step;
            }
        }
        return sizes;
    }
}
