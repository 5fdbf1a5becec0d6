package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step as it was taken; nothing of it is changed.
 *
 * @param told what was filled in, by the keys of the form
 * @param stage the code of the stage it led to
 * @param organization for which it was taken
 * @param breaches what it broke, which somebody explained
 */
record Taken(
        UUID id,
        StepCode code,
        LocalDate on,
        String what,
        Map<String, Object> told,
        String stage,
        UUID organization,
        @Nullable UUID meeting,
        boolean late,
        List<Breach> breaches,
        @Nullable String reason,
        @Nullable String signedName,
        By by) {

    /** A rule that is broken, and how. */
    record Breach(String rule, String says) {}

    /**
     * Who did it.
     *
     * @param behalf the account acted for, by a deputy
     */
    record By(@Nullable UUID account, @Nullable UUID behalf, String name, Instant at) {}
}
