package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request for a grant, as it is read.
 *
 * @param to the first day on which it holds no more; null without one
 * @param behalf of a deputy: for whom
 * @param requestedBy who asks, in words
 * @param decidedBy null while nobody has, or where it lapsed
 * @param steps what the asker may do with it: approve, refuse, withdraw
 */
record GrantRequestView(
        UUID id,
        String state,
        GrantPerson account,
        String role,
        String roleName,
        @Nullable GrantPlace organization,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        @Nullable String behalf,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        List<String> steps) {

    /** Whoever holds or would hold a grant. */
    record GrantPerson(UUID id, String username, String name) {}

    /** What a grant covers: an organization and all below it. */
    record GrantPlace(UUID id, String name) {}
}
