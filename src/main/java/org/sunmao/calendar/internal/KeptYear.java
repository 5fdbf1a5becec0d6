package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was entered of a year.
 *
 * @param official whether by a notice; else that notice was taken back
 * @param notice by which document
 * @param account who entered it; null for what the house brings with it
 * @param enteredAs who, as shown
 * @param days those of the notice, in their order
 */
record KeptYear(
        int year,
        boolean official,
        String notice,
        int version,
        @Nullable UUID account,
        String enteredAs,
        Instant enteredAt,
        List<NamedDay> days) {

    KeptYear {
        days = List.copyOf(days);
    }
}
