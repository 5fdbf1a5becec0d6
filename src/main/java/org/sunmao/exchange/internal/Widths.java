package org.sunmao.exchange.internal;

/** Full-width signs, as a Chinese keyboard types them, and their half-width forms. */
final class Widths {

    private static final int SHIFT = 0xFEE0;

    private Widths() {}

    /** All signs of ASCII, and the ideographic space. */
    static String half(String words) {
        return narrowed(words, false);
    }

    /** Digits and letters alone, and what stands between digits. */
    static String halfDigits(String words) {
        return narrowed(words, true);
    }

    private static String narrowed(String words, boolean digits) {
        StringBuilder narrow = null;
        for (var i = 0; i < words.length(); i++) {
            var sign = words.charAt(i);
            var half = half(sign, digits);
            if (half != sign) {
                if (narrow == null) {
                    narrow = new StringBuilder(words);
                }
                narrow.setCharAt(i, half);
            }
        }
        return narrow == null ? words : narrow.toString();
    }

    private static char half(char sign, boolean digits) {
        if (sign == '\u3000') {
            return ' ';
        }
        if (sign < '\uFF01' || sign > '\uFF5E') {
            return sign;
        }
        var half = (char) (sign - SHIFT);
        return !digits || Character.isLetterOrDigit(half) || "-./+".indexOf(half) >= 0
                ? half
                : sign;
    }
}
