package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is sent with accounts and grants, and notes every fault at its place. */
final class Texts {

    private static final int LONGEST = 200;
    private static final int LAST_YEAR = 9999;

    private Texts() {}

    static String read(String at, String label, @Nullable String value, List<Place> faults) {
        var text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            faults.add(new Place(at, "请填写" + label));
        } else if (!fits(text)) {
            faults.add(new Place(at, tooLong(label)));
        }
        return text;
    }

    static String optional(String at, String label, String value) {
        var text = value.strip();
        if (!fits(text)) {
            throw new InputRefused(at, tooLong(label));
        }
        return text;
    }

    /** Why something is done: always asked for. */
    static String reason(@Nullable String value) {
        var faults = new ArrayList<Place>();
        var reason = read("/reason", "理由", value, faults);
        refuse(faults);
        return reason;
    }

    static @Nullable LocalDate day(
            String at, String label, @Nullable String value, List<Place> faults) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(value.strip());
            if (day.getYear() > 1900 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // told below
        }
        faults.add(new Place(at, label + "应是日期，如 2026-07-01"));
        return null;
    }

    static void refuse(List<Place> faults) {
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    private static String tooLong(String label) {
        return label + "过长或含有不能使用的字符，最多 " + LONGEST + " 个字";
    }
}
