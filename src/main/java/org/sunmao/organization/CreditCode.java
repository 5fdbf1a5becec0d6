package org.sunmao.organization;

import java.util.Locale;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): seventeen characters and a check digit.
 * It belongs to a body; Party organizations have none of their own.
 */
public record CreditCode(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int LENGTH = WEIGHTS.length + 1;

    /** As typed: small letters and spaces are forgiven. */
    public static CreditCode of(String typed) {
        return new CreditCode(typed.replace(" ", "").toUpperCase(Locale.ROOT));
    }

    /** The code that begins with these seventeen characters. */
    public static CreditCode complete(String first) {
        return new CreditCode(first + check(first));
    }

    public boolean wellFormed() {
        return value.length() == LENGTH && value.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    public boolean valid() {
        return wellFormed() && value.charAt(LENGTH - 1) == check(value);
    }

    private static char check(String code) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += DIGITS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return DIGITS.charAt((DIGITS.length() - sum % DIGITS.length()) % DIGITS.length());
    }
}
