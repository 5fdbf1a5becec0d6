package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/** How often something is asked: once, or once in each period of the calendar. */
enum Frequency {
    ONCE("once", "一次", 0),
    MONTHLY("monthly", "每月", 1),
    QUARTERLY("quarterly", "每季度", 3),
    HALF_YEARLY("half-yearly", "每半年", 6),
    YEARLY("yearly", "每年", 12);

    private final String code;
    private final String label;
    private final int months;

    Frequency(String code, String label, int months) {
        this.code = code;
        this.label = label;
        this.months = months;
    }

    /** The name outside the program; never renamed. */
    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** How long a period is; none where it is asked once. */
    int months() {
        return months;
    }

    static Optional<Frequency> find(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    static Frequency of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no frequency: " + code));
    }
}
