package org.sunmao.web;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The day as of which something is read, as it was sent.
 *
 * @param asOf as in {@code 2026-11-22}; absent for today
 */
public record AsOf(@Nullable String asOf) {

    /** The Party was founded in that month; nothing here is older. */
    private static final LocalDate FIRST = LocalDate.of(1921, 7, 1);

    private static final int LAST_YEAR = 9999;

    /**
     * The day, or null for today.
     *
     * @throws InputRefused if there is no such day, or nothing was there yet
     */
    public @Nullable LocalDate day() {
        return day("asOf", asOf);
    }

    /**
     * The same of a day that was sent under another name.
     *
     * @throws InputRefused if there is no such day, or nothing was there yet
     */
    public static @Nullable LocalDate day(String pointer, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var day = read(pointer, sent.strip());
        if (day.isBefore(FIRST)) {
            throw new InputRefused(pointer, "最早只能看到 " + FIRST + "，请改选日期");
        }
        return day;
    }

    private static LocalDate read(String pointer, String sent) {
        try {
            var day = LocalDate.parse(sent);
            if (day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused(pointer, "没有这一天，请按 2026-11-22 的样子填写");
    }
}
