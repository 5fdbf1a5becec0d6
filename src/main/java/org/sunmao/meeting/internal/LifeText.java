package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Words, days and years as they are sent. */
final class LifeText {

    private static final int FIRST_YEAR = 1921;
    private static final int LAST_YEAR = 2200;

    private LifeText() {}

    /** What was written, or null where nothing was. */
    static @Nullable String optional(@Nullable String sent, String pointer, int longest) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.codePoints().anyMatch(LifeText::unusable)) {
            throw new InputRefused(pointer, "含有不能使用的字符，请重新输入");
        }
        var text = sent.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InputRefused(pointer, "最多 " + longest + " 个字，请写得简短些");
        }
        return text;
    }

    private static boolean unusable(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            default -> false;
        };
    }

    static String required(@Nullable String sent, String pointer, int longest, String missing) {
        var text = optional(sent, pointer, longest);
        if (text == null) {
            throw new InputRefused(pointer, missing);
        }
        return text;
    }

    static LocalDate day(@Nullable String sent, String pointer) {
        try {
            var day = LocalDate.parse(sent == null ? "" : sent.strip());
            if (fits(day.getYear())) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused(pointer, "请填日期，按 2026-11-22 的样子");
    }

    static YearMonth month(@Nullable String sent, LocalDate today) {
        if (sent == null || sent.isBlank()) {
            return YearMonth.from(today);
        }
        try {
            var month = YearMonth.parse(sent.strip());
            if (fits(month.getYear())) {
                return month;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused("month", "没有这个月份，请按 2026-11 的样子填写");
    }

    static int year(@Nullable Integer sent, String pointer, LocalDate today) {
        var year = sent == null ? today.getYear() : sent;
        if (!fits(year)) {
            throw new InputRefused(pointer, "请填年份，例如 " + today.getYear());
        }
        return year;
    }

    private static boolean fits(int year) {
        return year >= FIRST_YEAR && year < LAST_YEAR;
    }
}
