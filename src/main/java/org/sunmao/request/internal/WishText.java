package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Texts and days as people type them. */
final class WishText {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private WishText() {}

    /** What was written, or null where nothing was. */
    static @Nullable String optional(@Nullable String sent, String pointer) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.codePoints().anyMatch(WishText::invisible)) {
            throw new InputRefused(pointer, "内容里有看不见的字符，请重新填写");
        }
        return sent.strip();
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            default -> false;
        };
    }

    static String required(@Nullable String sent, String pointer, int longest, String missing) {
        var text = optional(sent, pointer);
        if (text == null) {
            throw new InputRefused(pointer, missing);
        }
        return within(text, pointer, longest);
    }

    static String within(String text, String pointer, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InputRefused(pointer, "最多 " + longest + " 字");
        }
        return text;
    }

    static @Nullable LocalDate day(@Nullable String sent, String pointer) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(sent.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused(pointer, "没有这一天，请按 2026-11-22 的样子填写");
    }
}
