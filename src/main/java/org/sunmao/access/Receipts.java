package org.sunmao.access;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an account has already made under a key of its own choosing: a request whose answer was lost
 * may be repeated, and makes nothing twice. Called within a transaction.
 */
public interface Receipts {

    /**
     * What was made under the key, now or before. Of two requests with one key at once, the second
     * waits for the first.
     *
     * @param kind what is made, as {@code member}: a key holds for one kind
     * @param key as sent in the header {@code Idempotency-Key}: a UUID; without one, it is made
     */
    UUID once(SignedIn who, String kind, @Nullable UUID key, Supplier<UUID> make);
}
