package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case in a list.
 *
 * @param next the title of the step that waits
 * @param explained whether something was explained and waits for the superior
 */
record AdmissionItem(
        UUID id,
        String name,
        AdmissionPlace organization,
        String stage,
        String stageName,
        LocalDate since,
        int waitingDays,
        @Nullable String waitsFor,
        @Nullable String waitsForName,
        @Nullable String next,
        @Nullable LocalDate due,
        boolean late,
        boolean explained) {}
