package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A look at whether a temporary branch is still needed (R-BR-07).
 *
 * @param on the day it was looked at, whenever it was entered
 * @param result a code of table reviewResult
 * @param by who entered it, as shown
 * @param withdrawn by whom and why it does not count; null for one that counts
 */
record Review(
        UUID id,
        UUID organization,
        LocalDate on,
        String result,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawn) {

    /** It was entered in error. */
    record Withdrawal(String by, Instant at, String reason) {}

    boolean counts() {
        return withdrawn == null;
    }
}
