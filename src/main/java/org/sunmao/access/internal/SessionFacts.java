package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What a session has proved, and what its account still owes.
 *
 * @param enrolled whether the account has a second factor
 * @param decided whether the role must have one, where the security administrator has said so
 * @param steppedUpAt when it last proved itself again
 * @param phone the remembered phone that opened it
 */
record SessionFacts(
        boolean enrolled,
        @Nullable Boolean decided,
        Instant openedAt,
        Instant passwordSetAt,
        @Nullable Instant steppedUpAt,
        @Nullable UUID phone) {}
