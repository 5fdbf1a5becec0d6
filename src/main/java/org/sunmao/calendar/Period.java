package org.sunmao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the periods of so many months that follow each other without a gap. Each is counted from
 * the anchor and never from its neighbour: of a 31st, the one in February begins on its last day,
 * and the one in March on the 31st again.
 *
 * @param anchor a day on which one of them begins
 * @param number 0 for the one that begins on the anchor, -1 for that before it
 */
public record Period(LocalDate anchor, int months, int number) {

    private static final LocalDate NEW_YEAR = LocalDate.of(2000, 1, 1);

    /** The periods of the civil year. */
    public enum Kind {
        MONTH("month", 1),
        QUARTER("quarter", 3),
        HALF_YEAR("half-year", 6),
        YEAR("year", 12);

        private final String code;
        private final int months;

        Kind(String code, int months) {
            this.code = code;
            this.months = months;
        }

        /** The name outside the program; never renamed. */
        public String code() {
            return code;
        }

        /**
         * Reads a name.
         *
         * @throws IllegalArgumentException if there is no such kind
         */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of period: " + code);
        }
    }

    public Period {
        if (months < 1) {
            throw new IllegalArgumentException("no period of " + months + " months");
        }
    }

    /** The one of the civil year that has the day. */
    public static Period of(Kind kind, LocalDate day) {
        return new Period(NEW_YEAR, kind.months, 0).at(day);
    }

    /** All of the civil year that have a day of those from the first to the last, in order. */
    public static List<Period> between(Kind kind, LocalDate from, LocalDate to) {
        return of(kind, from).upTo(to);
    }

    /** The one that begins on the anchor. */
    public static Period anchored(LocalDate anchor, int months) {
        return new Period(anchor, months, 0);
    }

    public LocalDate first() {
        return begin(number);
    }

    public LocalDate last() {
        return begin(number + 1).minusDays(1);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    public Period next() {
        return new Period(anchor, months, number + 1);
    }

    /** The one of the same row that has the day. */
    public Period at(LocalDate day) {
        var between = ChronoUnit.MONTHS.between(anchor.withDayOfMonth(1), day.withDayOfMonth(1));
        var near = Math.toIntExact(Math.floorDiv(between, months));
        return new Period(anchor, months, begin(near).isAfter(day) ? near - 1 : near);
    }

    /** This one and all that begin after it and not after the day. */
    public List<Period> upTo(LocalDate day) {
        return IntStream.rangeClosed(number, at(day).number)
                .mapToObj(one -> new Period(anchor, months, one))
                .toList();
    }

    private LocalDate begin(int which) {
        return anchor.plusMonths((long) which * months);
    }
}
