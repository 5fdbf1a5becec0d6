package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Reads texts, days and times as people type them, and gathers all that cannot be. */
final class Faults {

    private static final int FIRST_YEAR = 1921;
    private static final int LAST_YEAR = 2200;

    private final List<Place> places = new ArrayList<>();

    void add(String pointer, String says) {
        places.add(new Place(pointer, says));
    }

    /** Refuses what has any. */
    void refuse() {
        if (!places.isEmpty()) {
            throw new InputRefused(places);
        }
    }

    /** What was written, or null where nothing was, or not so. */
    @Nullable String text(@Nullable String sent, String pointer, int longest) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.codePoints().anyMatch(Faults::invisible)) {
            add(pointer, "内容里有看不见的字符，请重新填写");
            return null;
        }
        var text = sent.strip();
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            add(pointer, "最多 " + longest + " 字，现在有 " + length + " 字，请缩短");
            return null;
        }
        return text;
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            default -> false;
        };
    }

    String required(@Nullable String sent, String pointer, int longest, String missing) {
        if (sent == null || sent.isBlank()) {
            add(pointer, missing);
            return "";
        }
        var text = text(sent, pointer, longest);
        return text == null ? "" : text;
    }

    @Nullable LocalDate day(@Nullable String sent, String pointer) {
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
        add(pointer, "没有这一天，请按 2026-11-22 的样子填写");
        return null;
    }

    @Nullable LocalTime time(@Nullable String sent, String pointer) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(sent.strip());
        } catch (DateTimeException _) {
            add(pointer, "没有这个时间，请按 09:30 的样子填写");
            return null;
        }
    }
}
