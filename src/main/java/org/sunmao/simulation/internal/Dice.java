package org.sunmao.simulation.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** The one source of chance: all that is drawn follows from the seed. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    /** Dice of their own for a thing that is known by numbers: what else is drawn moves none. */
    static Dice of(long seed, int... numbers) {
        var mixed = seed;
        for (var number : numbers) {
            mixed = new SplittableRandom(mixed + number).nextLong();
        }
        return of(mixed);
    }

    /** Dice of their own for a part of the work, so that a change in one part moves no other. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double below(double bound) {
        return random.nextDouble() * bound;
    }

    /** Both ends are possible. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Both ends are possible. */
    LocalDate between(LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? first : first.plusDays(random.nextLong(days + 1));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
