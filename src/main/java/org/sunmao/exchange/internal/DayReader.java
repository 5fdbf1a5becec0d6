package org.sunmao.exchange.internal;

import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.register.Column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days in the ways in which people write them. What is not said is never guessed. */
final class DayReader {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH =
            Pattern.compile("\\d{4}[-/.年]\\d{1,2}月?|(19|20)\\d{4}|(19|20)\\d{2}年?");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
    private static final Pattern TIME =
            Pattern.compile("[T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The last day of 2100. */
    private static final int LAST_SERIAL = 73_415;

    private static final String LIKE_THIS = "请按 2003-07-01 的样子填写";

    private DayReader() {}

    static LocalDate read(Column column, Cell cell, String cleaned, LocalDate today) {
        var text = TIME.matcher(Widths.half(cleaned)).replaceAll("").replace(" ", "");
        var day = day(column, cell, text);
        if (day.isBefore(EARLIEST)) {
            throw new Found("too-early", "日期早于 1900 年，请核对年份");
        }
        if (day.isAfter(today)) {
            throw new Found("future-day", "日期晚于今天，请核对");
        }
        return day;
    }

    private static LocalDate day(Column column, Cell cell, String text) {
        var parts = DAY.matcher(text);
        if (parts.matches()) {
            return day(column, text, parts);
        }
        var digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return day(column, text, digits);
        }
        if (MONTH.matcher(text).matches()) {
            throw new Found("day-missing", "只有年月，没有日。请补上日，" + LIKE_THIS);
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            throw new Found("year-of-two-digits", "年份只有两位，看不出是哪一年。请写全四位年份，" + LIKE_THIS);
        }
        return serial(column, cell, text);
    }

    private static LocalDate day(Column column, String text, Matcher parts) {
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException _) {
            throw new Found(
                    "no-such-day", "没有" + Found.quoted(column, text) + "这一天，请核对后" + LIKE_THIS);
        }
    }

    /** The number Excel keeps for a day; one of four digits may as well be a year. */
    private static LocalDate serial(Column column, Cell cell, String text) {
        var serial = SERIAL.matcher(text);
        if (serial.matches() && cell.kind() != Kind.ERROR) {
            var number = Integer.parseInt(serial.group(1));
            if (number <= LAST_SERIAL) {
                return Numbers.day(number);
            }
        }
        throw new Found("not-a-day", Found.quoted(column, text) + "不是日期，" + LIKE_THIS);
    }
}
