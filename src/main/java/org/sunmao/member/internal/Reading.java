package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.MaskedName;
import org.sunmao.member.NameReading;
import org.sunmao.register.FieldKind.Fault;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a name is read: {@code 张三} as {@code zhang san}.
 *
 * <p>Names are read as names (COD-10): a surname has its own reading (仇 qiu, 曾 zeng, 尉迟 yuchi).
 * What has no reading keeps its characters, so that it still sorts and is found.
 */
record Reading(String pinyin) {

    private static final int LONGEST = 200;

    /** Syllables, beside characters that have no reading. */
    private static final Pattern FORM = Pattern.compile("[a-zü\\p{IsHan} ]+");

    /** A reading as a field takes it: syllables in lower case, as {@code qiu he} for 仇和. */
    static String typed(String typed) {
        var plain = typed.toLowerCase(Locale.ROOT).replaceAll("[·•.'’\\s]+", " ").strip();
        if (plain.length() > LONGEST || !FORM.matcher(plain).matches()) {
            throw new Fault("读音用不带声调的拼音，音节之间空一格，例如 zeng guo fan");
        }
        return plain;
    }

    /** The reading that was set by hand, else that of the name. */
    static Reading of(String name, @Nullable String set) {
        return set == null ? of(name) : new Reading(set);
    }

    static Reading of(String name) {
        return new Reading(NameReading.of(name));
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
        var surname = MaskedName.surname(name);
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
