package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.admission.internal.Taken.By;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step that breaks what a reason may stand in for: it is taken once the superior has signed.
 *
 * @param organization for which it is to be taken; one above it signs
 */
record Explanation(
        UUID id,
        UUID admission,
        StepCode code,
        LocalDate on,
        Step what,
        Map<String, Object> told,
        @Nullable UUID meeting,
        List<Breach> breaches,
        String reason,
        UUID organization,
        By by) {}
