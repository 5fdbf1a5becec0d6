package org.sunmao.rules;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule.Figure;

import java.math.BigDecimal;

/** In which direction a locality may change a figure: a bound that is the value itself is one. */
public enum Strictness {
    /** Both ways, within the bounds. */
    FREE,
    /** More is stricter, as days of a public notice are. */
    UPWARDS,
    /** Less is stricter, as the days to answer in are. */
    DOWNWARDS;

    public static Strictness of(Figure law) {
        if (!law.number()) {
            return FREE;
        }
        var value = law.decimal();
        var min = law.bounds().min();
        var max = law.bounds().max();
        if (is(min, BigDecimal.ZERO) && is(max, BigDecimal.ONE)) {
            return FREE; // a choice, as whether something is done: neither is stricter
        }
        if (is(min, value)) {
            return UPWARDS;
        }
        return is(max, value) ? DOWNWARDS : FREE;
    }

    private static boolean is(@Nullable BigDecimal bound, BigDecimal value) {
        return bound != null && bound.compareTo(value) == 0;
    }

    /** Whether a value below may stand beside one from above. */
    public boolean admits(BigDecimal below, BigDecimal above) {
        return switch (this) {
            case FREE -> true;
            case UPWARDS -> below.compareTo(above) >= 0;
            case DOWNWARDS -> below.compareTo(above) <= 0;
        };
    }
}
