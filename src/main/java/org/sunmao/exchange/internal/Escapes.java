package org.sunmao.exchange.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a workbook as {@code _x0001_}. */
final class Escapes {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern MISLEADING = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern UNFIT =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    private Escapes() {}

    static String read(String words) {
        if (!words.contains("_x")) {
            return words;
        }
        return ESCAPED.matcher(words)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(found.group(1), 16))));
    }

    static String write(String words) {
        var plain = MISLEADING.matcher(words).replaceAll("_x005F_");
        return UNFIT.matcher(plain)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }
}
