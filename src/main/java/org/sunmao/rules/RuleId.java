package org.sunmao.rules;

import java.util.regex.Pattern;

/** The name of one rule in the rulebook, as in {@code R-DEV-18} or {@code SEC-03}. */
public record RuleId(String value) implements Comparable<RuleId> {

    private static final Pattern FORM =
            Pattern.compile("(R-[A-Z]{1,3}|SEC|PRV|COD|ACC|NOT|AF)-\\d{2}|CFG-\\d{1,2}");

    public RuleId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    public static boolean fits(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
