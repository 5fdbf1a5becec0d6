package org.sunmao.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a page begins: the sort values of the row before it, opaque to the caller.
 *
 * <p>A key grants nothing. A forged one only moves the beginning within one's own scope.
 */
public final class PageKey {

    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 600;
    private static final int LAST_YEAR = 9999;

    private PageKey() {}

    static String write(List<String> values) {
        var text = String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Reads a key that a caller sent.
     *
     * @param size how many values the sort has
     * @return the values, or null for the first page
     */
    public static @Nullable List<String> read(@Nullable String key, int size) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        if (key.length() > LONGEST) {
            throw refused();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(key), UTF_8);
            var values = List.of(text.split(SEPARATOR, -1));
            if (values.size() != size || text.indexOf('\0') >= 0) {
                throw refused();
            }
            return values;
        } catch (IllegalArgumentException _) {
            throw refused();
        }
    }

    public static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException _) {
            throw refused();
        }
    }

    public static LocalDate day(String value) {
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw refused();
    }

    public static Instant instant(String value) {
        try {
            var instant = Instant.parse(value);
            day(value.substring(0, value.indexOf('T')));
            return instant;
        } catch (DateTimeException _) {
            throw refused();
        }
    }

    public static InputRefused refused() {
        return new InputRefused("after", "翻页标记无效，请从第一页重新打开");
    }
}
