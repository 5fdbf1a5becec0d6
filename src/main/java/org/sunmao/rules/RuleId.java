package org.sunmao.rules;

import java.util.regex.Pattern;

/** The name of one rule in the rulebook, as in {@code R-DEV-18} or {@code SEC-03}. */
public record RuleId(String value) {

    private static final Pattern FORM = Pattern.compile("(R-[A-Z]{2,3}|SEC|PRV|COD|ACC)-\\d{2}");

    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
