package org.sunmao.meeting.internal;

import java.time.LocalDate;
import java.time.YearMonth;

/** Political birthdays (政治生日): the day of a month on which somebody joined, years ago. */
final class Anniversaries {

    private Anniversaries() {}

    static boolean falls(LocalDate joinedOn, YearMonth month) {
        return joinedOn.getMonth() == month.getMonth() && years(joinedOn, month) > 0;
    }

    static int years(LocalDate joinedOn, YearMonth month) {
        return month.getYear() - joinedOn.getYear();
    }

    /** The day in that month; who joined on 29 February has it on the 28th of a common year. */
    static LocalDate on(LocalDate joinedOn, YearMonth month) {
        return month.atDay(Math.min(joinedOn.getDayOfMonth(), month.lengthOfMonth()));
    }
}
