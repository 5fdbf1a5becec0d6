package org.sunmao.member.internal;

/** A telephone number. */
record PhoneNumber(String value) {

    private static final int TAIL = 4;

    String tail() {
        return value.substring(Math.max(0, value.length() - TAIL));
    }

    /** {@code 138****8000} (PRV-10); a short one is hidden whole. */
    String masked() {
        return value.length() < 9 ? "****" : value.substring(0, 3) + "****" + tail();
    }
}
