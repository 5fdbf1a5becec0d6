package org.sunmao.message.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of the address of a feed: 256 random bits, shown once. It is looked up by its
 * hash, whose comparison tells a guesser nothing of the secret, however long it takes.
 */
final class FeedSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private FeedSecret(String text) {
        this.text = text;
    }

    static FeedSecret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As it was sent; empty for what cannot be one. */
    static Optional<FeedSecret> read(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(new FeedSecret(sent)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** For the address alone: nothing that prints a secret in passing shows it. */
    String reveal() {
        return text;
    }
}
