package org.sunmao.access.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time, as every authenticator knows them: RFC 6238, SHA-1, 30 seconds, 6 digits. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Totp(byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final int STEP = 30;
    private static final int MODULUS = 1_000_000;

    static Totp next() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    /**
     * The step a code is of, if it is of one near now.
     *
     * @param around by how many steps the clock of the device may be off
     */
    OptionalLong step(String code, Instant now, int around) {
        var here = now.getEpochSecond() / STEP;
        return LongStream.rangeClosed(here - around, here + around)
                .filter(step -> code(step).equals(code))
                .findFirst();
    }

    String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
