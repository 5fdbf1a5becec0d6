package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Last year's plan once more: the same months, and theme days on the fixed day of this year. */
final class PlanCopy {

    /** A line of a plan as it is kept. */
    record Kept(
            MeetingType type, LocalDate on, @Nullable String topic, @Nullable String movedReason) {}

    private PlanCopy() {}

    /** Why a day was moved last year is no reason this year. */
    static List<Kept> into(int year, int themeDay, List<Kept> last) {
        return last.stream()
                .map(line -> new Kept(line.type(), day(year, themeDay, line), line.topic(), null))
                .toList();
    }

    private static LocalDate day(int year, int themeDay, Kept line) {
        if (line.type() == MeetingType.THEME_DAY) {
            return line.on().withDayOfMonth(1).withYear(year).withDayOfMonth(themeDay);
        }
        var month = YearMonth.of(year, line.on().getMonth());
        return month.atDay(Math.min(line.on().getDayOfMonth(), month.lengthOfMonth()));
    }
}
