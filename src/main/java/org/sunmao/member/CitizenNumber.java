package org.sunmao.member;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.FieldKind.Fault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A citizen number (GB 11643-1999): form, birth date, sex and check digit (COD-09). */
public record CitizenNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Normalises a number as typed: no spaces, an upper-case X. */
    public static CitizenNumber of(String typed) {
        return new CitizenNumber(typed.strip().toUpperCase(Locale.ROOT));
    }

    /** A number as a field takes it: with its check digit, and a birth date that there was. */
    public static String typed(String typed) {
        var number = of(typed);
        if (!FORM.matcher(number.value).matches()) {
            throw new Fault("citizen-number-form", "公民身份号码应为 18 位：前 17 位是数字，最后一位是数字或 X");
        }
        if (!number.valid()) {
            throw new Fault("citizen-number-check", "公民身份号码的校验码不对，请逐位核对");
        }
        if (number.bornOn() == null) {
            throw new Fault("citizen-number-day", "公民身份号码第 7 到 14 位不是一个日期，请核对");
        }
        return number.value;
    }

    /** The birth date it carries, if there was such a day. */
    public @Nullable LocalDate bornOn() {
        try {
            return LocalDate.parse(value.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Whether its seventeenth digit is a man's. */
    public boolean ofMan() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    public boolean valid() {
        return FORM.matcher(value).matches() && check(value) == value.charAt(17);
    }

    /** {@code 000***********0012}: three digits and four (PRV-10). */
    public String masked() {
        return value.length() < 8
                ? "***"
                : value.substring(0, 3) + "***********" + value.substring(value.length() - 4);
    }

    /** The check digit over the first seventeen. */
    public static char check(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
