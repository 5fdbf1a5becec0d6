package org.sunmao.member;

import com.ibm.icu.text.Transliterator;

/**
 * How a Chinese name is read, as a name (COD-10): a surname has its own reading (仇 qiu, 曾 zeng, 尉迟
 * yuchi). What has no reading keeps its characters, so that it still sorts and is found.
 */
public final class NameReading {

    /** ICU's reading of names, tones taken away; built once, as building takes a second. */
    private static final Transliterator READER =
            Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

    private static final int LONGEST = 200;

    private NameReading() {}

    /** {@code zhang san} for {@code 张三}. */
    public static String of(String name) {
        String read;
        synchronized (READER) {
            read = READER.transliterate(name);
        }
        var plain = read.replaceAll("[·•.'’\\s]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** As a name to sign in with is made of it: letters only. */
    public static String letters(String reading) {
        return reading.replace("ü", "v").replaceAll("[^a-z]", "");
    }
}
