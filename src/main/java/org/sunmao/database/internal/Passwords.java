package org.sunmao.database.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to type. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String next() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
