package org.sunmao.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Binds a detail to its entry; without the salt nobody could try out what it says. */
final class Commitment {

    /** The field the sealed payload belongs to. */
    static final String FIELD = "journal.detail";

    private Commitment() {}

    static byte[] of(byte[] salt, String payload) {
        var sha = Tree.sha256();
        sha.update(salt);
        return sha.digest(payload.getBytes(UTF_8));
    }

    static boolean fits(byte[] commitment, byte[] salt, String payload) {
        return MessageDigest.isEqual(commitment, of(salt, payload));
    }
}
