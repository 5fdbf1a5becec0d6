package org.sunmao.member.internal;

import org.sunmao.register.FieldKind.Fault;

import java.util.regex.Pattern;

/** A telephone number. */
record PhoneNumber(String value) {

    private static final int TAIL = 4;
    private static final Pattern MOBILE = Pattern.compile("\\d{5,15}");
    private static final Pattern PHONE = Pattern.compile("\\d[\\d-]{3,19}");

    /**
     * A mobile number as its field takes it: digits, without the dashes and spaces people write.
     */
    static String mobile(String typed) {
        var digits = typed.replaceAll("[\\s()（）+-]", "");
        if (!MOBILE.matcher(digits).matches()) {
            throw new Fault("手机号码应为 5 到 15 位数字");
        }
        return digits;
    }

    /** Any telephone number, the area code set off by a dash. */
    static String phone(String typed) {
        var plain = typed.replaceAll("[\\s()（）+]", "");
        if (!PHONE.matcher(plain).matches()) {
            throw new Fault("电话号码只用数字和横线，例如 0358-6322000");
        }
        return plain;
    }

    String tail() {
        return value.substring(Math.max(0, value.length() - TAIL));
    }

    /** {@code 138****8000} (PRV-10); a short one is hidden whole. */
    String masked() {
        return value.length() < 9 ? "****" : value.substring(0, 3) + "****" + tail();
    }
}
