package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Codes that people copy from paper: letters and digits of which no two look alike (no 0, O, 1, I),
 * five bits each.
 */
final class Typed {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Typed() {}

    /** A new code of so many characters, without the strokes between its parts. */
    static String next(int length) {
        var code = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As printed: in parts of four or five. */
    static String parted(String code, int part) {
        return code.replaceAll("(.{" + part + "})(?!$)", "$1-");
    }

    /** As meant, however it was typed: small, wide, with spaces or strokes. Null if it is none. */
    static @Nullable String read(String typed, int length) {
        var plain =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Pd}]", "")
                        .toUpperCase(Locale.ROOT);
        var known = plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known && plain.length() == length ? plain : null;
    }
}
