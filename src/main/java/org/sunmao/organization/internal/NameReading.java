package org.sunmao.organization.internal;

import com.ibm.icu.text.Transliterator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the name of an organization or body is read, for searching: {@code 东关村} as {@code dongguancun
 * dgc}.
 *
 * <p>A place is read as words, not as a person's name (COD-10): 解放区 is jie fang, not xie fang.
 */
final class NameReading {

    /** ICU's reading, tones taken away; built when first used, as building takes a second. */
    private static final class Reader {

        static final Transliterator READER =
                Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }

    private NameReading() {}

    static String of(String name) {
        String read;
        synchronized (Reader.READER) {
            read = Reader.READER.transliterate(spaced(name));
        }
        var syllables = read.strip().split("\\s+");
        var initials =
                Arrays.stream(syllables)
                        .filter(syllable -> !syllable.isEmpty())
                        .map(syllable -> syllable.substring(0, syllable.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining());
        return String.join("", syllables) + " " + initials;
    }

    /** What was typed as a pattern over readings: without spaces, in lower case. */
    static String pattern(String typed) {
        return anywhere(typed.replaceAll("[\\s'’]+", "").toLowerCase(Locale.ROOT));
    }

    /** What was typed as a pattern over names. */
    static String anywhere(String typed) {
        return "%" + typed.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** A space between characters, so that each syllable stands alone. */
    private static String spaced(String name) {
        return name.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
