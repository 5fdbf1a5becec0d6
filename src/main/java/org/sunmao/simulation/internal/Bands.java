package org.sunmao.simulation.internal;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.List;
import java.util.Map;

/** Ranges of whole numbers with weights: one is drawn by weight, then a number of it evenly. */
final class Bands {

    /** Both ends belong to it. */
    record Band(int least, int most) {

        static Band of(String text) {
            var ends = text.split("-", 2);
            return new Band(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }

        boolean holds(int number) {
            return least <= number && number <= most;
        }
    }

    private final Weights weights;
    private final List<Band> bands;

    @JsonCreator
    Bands(Map<String, Double> weights) {
        this.weights = new Weights(weights);
        this.bands = this.weights.words().stream().map(Band::of).toList();
    }

    int draw(Dice dice) {
        var band = Band.of(weights.draw(dice));
        return dice.between(band.least(), band.most());
    }

    List<Band> bands() {
        return bands;
    }

    double share(Band band) {
        return weights.share(band.least() + "-" + band.most());
    }

    int least() {
        return bands.stream().mapToInt(Band::least).min().orElseThrow();
    }

    int most() {
        return bands.stream().mapToInt(Band::most).max().orElseThrow();
    }
}
