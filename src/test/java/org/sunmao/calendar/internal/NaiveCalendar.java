package org.sunmao.calendar.internal;

import java.time.LocalDate;
import java.util.Map;

/**
 * Counts as COD-11 says it, one day after the other and on its fingers: knows nothing of how the
 * program counts, and of the library of dates only the next day.
 */
final class NaiveCalendar {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** A Monday. */
    private static final long MONDAY = LocalDate.of(2026, 11, 23).toEpochDay();

    /** The days that are named, and whether they are worked. */
    private final Map<LocalDate, Boolean> named;

    NaiveCalendar(Map<LocalDate, Boolean> named) {
        this.named = named;
    }

    boolean works(LocalDate day) {
        var weekday = Math.floorMod(day.toEpochDay() - MONDAY, 7);
        return named.getOrDefault(day, weekday < 5);
    }

    LocalDate workingDay(LocalDate from, int count) {
        var day = from;
        for (var left = Math.abs(count); left > 0; ) {
            day = count > 0 ? day.plusDays(1) : day.minusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    static LocalDate days(LocalDate from, int count) {
        var day = from;
        for (var left = count; left > 0; left--) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The same day of the month, else its last one. */
    static LocalDate months(LocalDate from, int count) {
        var year = from.getYear();
        var month = from.getMonthValue();
        for (var left = Math.abs(count); left > 0; left--) {
            month += count > 0 ? 1 : -1;
            if (month == 13) {
                year++;
                month = 1;
            } else if (month == 0) {
                year--;
                month = 12;
            }
        }
        return LocalDate.of(year, month, Math.min(from.getDayOfMonth(), length(year, month)));
    }

    private static int length(int year, int month) {
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : LENGTHS[month - 1];
    }
}
