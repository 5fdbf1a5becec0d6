package org.sunmao.house;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator on somebody's phone (RFC 6238), written apart from what the house does. */
public class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final byte[] secret;
    private Instant shown = Instant.EPOCH;

    /** Takes the secret as it is typed in, in Base32. */
    public Authenticator(String typed) {
        var bits = 0;
        var held = 0;
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < typed.length(); at++) {
            held = (held << 5 | BASE32.indexOf(typed.charAt(at))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
            }
        }
        secret = bytes.toByteArray();
    }

    /** A code that was not shown before: that of now, or the one that is good already. */
    public String next() {
        var now = Instant.now();
        shown = now.isBefore(shown.plus(STEP)) ? shown.plus(STEP) : now;
        return code(shown);
    }

    /** What it shows at a time. */
    public String code(Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "raw"));
            var counter = new byte[8];
            var left = at.getEpochSecond() / STEP.toSeconds();
            for (var i = 7; i >= 0; i--) {
                counter[i] = (byte) left;
                left >>= 8;
            }
            var hash = mac.doFinal(counter);
            var begin = hash[19] & 0xf;
            var four = new byte[] {hash[begin], hash[begin + 1], hash[begin + 2], hash[begin + 3]};
            var number = new BigInteger(1, four).clearBit(31).mod(BigInteger.TEN.pow(6));
            return "0".repeat(6 - number.toString().length()) + number;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
