package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How a workbook shows the numbers of its cells, by the style of the cell. */
final class NumberFormats {

    /** What a person sees of a number. */
    enum Shown {
        NUMBER,
        DAY,
        /** Year and month; the day, the first, is likely Excel's own addition. */
        MONTH
    }

    /** A literal, a colour or condition, an escaped character: what is no letter of a day. */
    private static final Pattern BESIDES =
            Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.|;.*");

    private static final int MOST = 100_000;

    private final List<Shown> styles = new ArrayList<>();

    static NumberFormats read(PartReader part) {
        var formats = new NumberFormats();
        Map<Integer, String> own = new HashMap<>();
        var within = false;
        while (part.next()) {
            if (part.begins("numFmt") && own.size() < MOST) {
                own.put(number(part.attribute("numFmtId")), orEmpty(part.attribute("formatCode")));
            } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
                within = part.begins("cellXfs");
            } else if (within && part.begins("xf") && formats.styles.size() < MOST) {
                var id = number(part.attribute("numFmtId"));
                var code = own.get(id);
                formats.styles.add(code == null ? builtIn(id) : shown(code));
            }
        }
        return formats;
    }

    Shown at(@Nullable String style) {
        var index = style == null ? 0 : number(style);
        return index < 0 || index >= styles.size() ? Shown.NUMBER : styles.get(index);
    }

    /** The formats that every Excel knows without being told, in its Chinese edition. */
    private static Shown builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58 -> Shown.DAY;
            case 17, 27, 36, 50, 52, 57 -> Shown.MONTH;
            default -> Shown.NUMBER;
        };
    }

    static Shown shown(String code) {
        var letters = BESIDES.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.contains("general")) {
            return Shown.NUMBER;
        }
        if (letters.contains("d") && (letters.contains("m") || letters.contains("y"))) {
            return Shown.DAY;
        }
        return letters.contains("y") ? Shown.MONTH : Shown.NUMBER;
    }

    private static String orEmpty(@Nullable String code) {
        return code == null ? "" : code;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
