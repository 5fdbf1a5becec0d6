package org.sunmao.member.internal;

import com.ibm.icu.text.Transliterator;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a name is read: {@code 张三} as {@code zhang san}.
 *
 * <p>Names are read as names (COD-10): a surname has its own reading (仇 qiu, 曾 zeng, 尉迟 yuchi).
 * What has no reading keeps its characters, so that it still sorts and is found.
 */
record Reading(String pinyin) {

    /** ICU's reading of names, tones taken away; built once, as building takes a second. */
    private static final Transliterator READER =
            Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

    private static final int LONGEST = 200;

    static Reading of(String name) {
        String read;
        synchronized (READER) {
            read = READER.transliterate(name);
        }
        var plain = read.replaceAll("[·•.'’\\s]+", " ").strip();
        return new Reading(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    /** {@code zs} for {@code zhang san}. */
    String initials() {
        return Arrays.stream(pinyin.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** All that a member of this name is found by, as {@link #term} makes terms of it. */
    Set<String> terms(String name) {
        var terms = new LinkedHashSet<String>();
        terms.add(term(name));
        terms.add(term(pinyin));
        terms.add(term(initials()));
        var surname = Surname.characters(name);
        terms.add(term(name.substring(name.offsetByCodePoints(0, surname))));
        var words = pinyin.split(" ", surname + 1);
        terms.add(term(words[words.length - 1]));
        return terms;
    }

    /** As terms are compared: lower case, without spaces and dots. */
    static String term(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[·•.'’\\s]+", "");
    }
}
