package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.admission.internal.Taken.By;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step that breaks what a reason may stand in for: it is taken once the superior has signed. Or
 * all that was entered afterwards and broke a rule: it stands, and is signed for.
 *
 * @param what the step that waits; null where what is explained stands already
 * @param numbers of the steps that stand and are explained; empty where one waits
 * @param organization for which it is to be taken; one above it signs
 */
record Explanation(
        UUID id,
        UUID admission,
        StepCode code,
        LocalDate on,
        @Nullable Step what,
        List<Integer> numbers,
        Map<String, Object> told,
        @Nullable UUID meeting,
        List<Breach> breaches,
        String reason,
        UUID organization,
        By by) {}
