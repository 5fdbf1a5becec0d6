package org.sunmao.member.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** A citizen number (GB 11643-1999): form, birth date, sex and check digit (COD-09). */
record CitizenNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Normalises a number as typed: no spaces, an upper-case X. */
    static CitizenNumber of(String typed) {
        return new CitizenNumber(typed.strip().toUpperCase(Locale.ROOT));
    }

    boolean valid() {
        return FORM.matcher(value).matches() && check(value) == value.charAt(17);
    }

    /** {@code 000***********0012}: three digits and four (PRV-10). */
    String masked() {
        return value.length() < 8
                ? "***"
                : value.substring(0, 3) + "***********" + value.substring(value.length() - 4);
    }

    /** The check digit over the first seventeen. */
    static char check(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
