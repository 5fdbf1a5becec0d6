package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;
import org.sunmao.access.internal.GrantProcess.State;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody asks that an account be given a role.
 *
 * @param account for whom
 * @param to the first day on which it holds no more; {@link LocalDate#MAX} without one
 * @param principal of a deputy: the grant stood in for
 * @param requestedAs for whom the requester acted; null in their own right
 * @param decision who decided and what was said; null while nobody has
 */
record GrantRequest(
        UUID id,
        State state,
        UUID account,
        Role role,
        @Nullable UUID organization,
        LocalDate from,
        LocalDate to,
        String reason,
        @Nullable UUID principal,
        UUID requestedBy,
        @Nullable UUID requestedAs,
        Instant requestedAt,
        @Nullable Decided decision) {

    /**
     * What became of it.
     *
     * @param by null for the house itself, once it lapsed
     */
    record Decided(@Nullable UUID by, Instant at, @Nullable String reason) {}

    GrantRequest decided(State next, Decided by) {
        return new GrantRequest(
                id,
                next,
                account,
                role,
                organization,
                from,
                to,
                reason,
                principal,
                requestedBy,
                requestedAs,
                requestedAt,
                by);
    }

    /** Whether an account made it, or somebody who acted for that account. */
    boolean madeBy(UUID account) {
        return requestedBy.equals(account) || account.equals(requestedAs);
    }
}
