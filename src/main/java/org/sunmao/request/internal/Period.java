package org.sunmao.request.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * One period for which something is asked.
 *
 * @param key 2026-11, 2026-Q4, 2026-H2 or 2026; of what is asked once, its first day
 * @param due the last day on which an answer is in time
 */
record Period(String key, LocalDate from, LocalDate due) {

    private static final int MONTHS = 12;

    /**
     * The periods of a request. One begins with its calendar month, quarter or year, the first one
     * with the request itself; none begins after the last day, and none lasts beyond it.
     */
    static List<Period> of(Frequency frequency, LocalDate first, LocalDate last, int days) {
        var periods = new ArrayList<Period>();
        var from = first;
        while (!from.isAfter(last)) {
            var due = from.plusDays(days);
            periods.add(new Period(key(frequency, from), from, due.isAfter(last) ? last : due));
            if (frequency == Frequency.ONCE) {
                return periods;
            }
            from = start(frequency, from).plusMonths(frequency.months());
        }
        return periods;
    }

    private static LocalDate start(Frequency frequency, LocalDate day) {
        var month = day.getMonthValue() - 1;
        return LocalDate.of(day.getYear(), month - month % frequency.months() + 1, 1);
    }

    private static String key(Frequency frequency, LocalDate day) {
        var number = frequency == Frequency.ONCE ? 0 : (day.getMonthValue() - 1);
        return switch (frequency) {
            case ONCE -> day.toString();
            case MONTHLY -> YearMonth.from(day).toString();
            case QUARTERLY -> day.getYear() + "-Q" + (number / frequency.months() + 1);
            case HALF_YEARLY -> day.getYear() + "-H" + (number / frequency.months() + 1);
            case YEARLY -> String.valueOf(day.getYear());
        };
    }

    /** What it is called. */
    static String name(String key) {
        var year = key.substring(0, 4) + " 年";
        if (key.length() == 4) {
            return year;
        }
        var rest = key.substring(5);
        return switch (rest.charAt(0)) {
            case 'Q' -> year + "第 " + rest.charAt(1) + " 季度";
            case 'H' -> year + (rest.charAt(1) == '1' ? "上半年" : "下半年");
            default -> rest.length() > 2 ? "一次" : year + " " + month(rest) + " 月";
        };
    }

    private static int month(String digits) {
        var month = Integer.parseInt(digits);
        if (month < 1 || month > MONTHS) {
            throw new IllegalStateException("no month: " + digits);
        }
        return month;
    }

    String name() {
        return name(key);
    }

    /** Whose month's burden it is. */
    YearMonth month() {
        return YearMonth.from(due);
    }
}
