package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An entry as it stands in the journal, every column of it.
 *
 * @param recordedAt by the clock of the database
 * @param account who; null for the system itself
 * @param behalf the account acted for; null for whoever acted in their own right
 * @param post in which post: a role, or the purpose of the system's own work
 * @param commitment the hash of salt and detail: binds the detail, and tells nothing of it
 * @param transaction the number of the transaction, growing by the order in which they began to
 *     write
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Followed(
        UUID id,
        OffsetDateTime recordedAt,
        @Nullable UUID account,
        @Nullable UUID behalf,
        String post,
        @Nullable UUID organization,
        String action,
        String subjectKind,
        @Nullable UUID subject,
        LocalDate effectiveOn,
        List<String> rules,
        byte[] commitment,
        long transaction) {}
