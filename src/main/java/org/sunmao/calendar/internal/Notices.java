package org.sunmao.calendar.internal;

import com.tyme.holiday.LegalHoliday;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The notices of past years, as the library of calendars tells them. */
final class Notices {

    private static final int FIRST = 2002;

    /** A year that misses one of them is known by the edge of its neighbour only. */
    private static final List<MonthDay> ALWAYS_OFF = List.of(MonthDay.of(1, 1), MonthDay.of(10, 1));

    private Notices() {}

    /** The years that the library knows whole, up to one. */
    static List<Integer> years(int last) {
        return IntStream.rangeClosed(FIRST, last).filter(Notices::knows).boxed().toList();
    }

    private static boolean knows(int year) {
        return ALWAYS_OFF.stream().allMatch(day -> holiday(day.atYear(year)) != null);
    }

    static List<NamedDay> days(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(Notices::named)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Days that the week lets be worked anyway are not said. */
    private static @Nullable NamedDay named(LocalDate day) {
        var holiday = holiday(day);
        if (holiday == null || (holiday.isWork() && !WorkYear.weekend(day))) {
            return null;
        }
        return new NamedDay(day, holiday.isWork(), holiday.getName());
    }

    private static @Nullable LegalHoliday holiday(LocalDate day) {
        return LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
