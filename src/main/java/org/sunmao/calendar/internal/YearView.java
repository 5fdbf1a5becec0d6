package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A year, as shown.
 *
 * @param status official or presumed
 * @param notice by which document; null where nothing was ever entered
 * @param version 0 where nothing was ever entered
 * @param enteredAs who entered it
 * @param workingDays how many days are worked
 * @param months the same by month, twelve numbers
 * @param days those that the notice or the law names; all others go by the week
 * @param law the holidays of the law that was in force on the first day of the year
 */
record YearView(
        int year,
        String status,
        String statusName,
        @Nullable String notice,
        int version,
        @Nullable String enteredAs,
        @Nullable Instant enteredAt,
        int workingDays,
        List<Integer> months,
        List<NamedDay> days,
        List<NamedDay> law) {

    /** A year in the list of years. */
    record YearLine(
            int year,
            String status,
            String statusName,
            @Nullable String notice,
            int version,
            int workingDays) {}

    /**
     * What a notice would change.
     *
     * @param workingDays how many days would be worked
     * @param changes the days that would be worked or off otherwise than now, or be named otherwise
     * @param warnings what looks like a slip in copying the notice
     */
    record NoticePreview(
            int year, int workingDays, List<ChangedDay> changes, List<String> warnings) {}

    /** One day, as it is and as it would be; the name is null where there is none. */
    record ChangedDay(
            LocalDate day,
            boolean works,
            @Nullable String name,
            boolean willWork,
            @Nullable String willName) {}
}
