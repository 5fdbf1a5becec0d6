package org.sunmao.calendar;

import java.time.LocalDate;

/**
 * Which days are worked, and where spans end. The day from which is counted does not count, the
 * last day does (R-GEN-02): a matter due after the span is in time on that day and late on the
 * next.
 */
public interface WorkCalendar {

    boolean works(LocalDate day);

    /** Whether the days of the year are those of an official notice, and not only presumed. */
    boolean official(int year);

    /**
     * The so-and-so-manieth day worked after the day, or before it for a negative count; the day
     * itself, worked or not, for none.
     */
    LocalDate workingDay(LocalDate from, int count);

    /**
     * The last day of a span that begins with the day after. Months and years end on the same day
     * of the month, or on its last day where it has none such.
     */
    default LocalDate after(LocalDate from, Span span) {
        return moved(from, span, 1);
    }

    /** The day from which the span is counted back, in the same way. */
    default LocalDate before(LocalDate from, Span span) {
        return moved(from, span, -1);
    }

    private LocalDate moved(LocalDate from, Span span, int direction) {
        var count = direction * span.count();
        return switch (span.unit()) {
            case DAYS -> from.plusDays(count);
            case WORKING_DAYS -> workingDay(from, count);
            case MONTHS -> from.plusMonths(count);
            case YEARS -> from.plusYears(count);
        };
    }
}
