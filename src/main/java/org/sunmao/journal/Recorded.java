package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * An act as it was recorded.
 *
 * @param account who; null for the system itself
 * @param behalf the account acted for; null for whoever acted in their own right
 * @param post in which post: a role, or the purpose of the system's own work
 * @param values what was said of it, opened
 * @param sealed its number in the hash tree; null while it is not sealed and cannot be proved
 */
public record Recorded(
        UUID id,
        Instant at,
        @Nullable UUID account,
        @Nullable UUID behalf,
        String post,
        String action,
        LocalDate effectiveOn,
        Map<String, ?> values,
        @Nullable Long sealed) {}
