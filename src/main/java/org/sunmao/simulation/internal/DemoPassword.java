package org.sunmao.simulation.internal;

import java.security.SecureRandom;

/** A random password that can be read off a screen: no character looks like another. */
final class DemoPassword {

    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final String ALL = UPPER + LOWER + DIGITS;
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoPassword() {}

    /** Drawn again until there is one of each class, as the rule for passwords asks (SEC-02). */
    static String next() {
        while (true) {
            var password = new StringBuilder();
            for (var i = 0; i < LENGTH; i++) {
                password.append(ALL.charAt(RANDOM.nextInt(ALL.length())));
            }
            if (hasOf(password, UPPER) && hasOf(password, LOWER) && hasOf(password, DIGITS)) {
                return password.toString();
            }
        }
    }

    private static boolean hasOf(CharSequence password, String characters) {
        return password.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }
}
