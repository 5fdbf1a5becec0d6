package org.sunmao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Periods of so many months that follow each other without a gap, before the anchor, too. Each is
 * counted from the anchor and never from its neighbour: of a 31st, the one in February begins on
 * its last day, and the one in March on the 31st again.
 *
 * @param anchor a day on which one of them begins
 */
public record Periods(LocalDate anchor, int months) {

    private static final LocalDate NEW_YEAR = LocalDate.of(2000, 1, 1);

    public static final Periods MONTH = new Periods(NEW_YEAR, 1);
    public static final Periods QUARTER = new Periods(NEW_YEAR, 3);
    public static final Periods HALF_YEAR = new Periods(NEW_YEAR, 6);
    public static final Periods YEAR = new Periods(NEW_YEAR, 12);

    private static final Map<String, Periods> NAMED =
            Map.of("month", MONTH, "quarter", QUARTER, "half-year", HALF_YEAR, "year", YEAR);

    public Periods {
        if (months < 1) {
            throw new IllegalArgumentException("no period of " + months + " months");
        }
    }

    /** Those of the civil year, by name: month, quarter, half-year, year. */
    public static Optional<Periods> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** The one that begins on the anchor has number 0, that before it -1. */
    public Period numbered(int number) {
        return new Period(first(number), first(number + 1).minusDays(1));
    }

    public Period of(LocalDate day) {
        return numbered(number(day));
    }

    /** The one that follows that of the day. */
    public Period next(LocalDate day) {
        return numbered(number(day) + 1);
    }

    /** All that have a day of those from the first to the last, in order. */
    public List<Period> between(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return List.of();
        }
        return IntStream.rangeClosed(number(from), number(to)).mapToObj(this::numbered).toList();
    }

    /** The months between tell it but for the month in which one begins. */
    private int number(LocalDate day) {
        var between = ChronoUnit.MONTHS.between(anchor.withDayOfMonth(1), day.withDayOfMonth(1));
        var number = Math.toIntExact(Math.floorDiv(between, months));
        return first(number).isAfter(day) ? number - 1 : number;
    }

    private LocalDate first(int number) {
        return anchor.plusMonths((long) number * months);
    }
}
