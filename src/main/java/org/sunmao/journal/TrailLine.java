package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the log.
 *
 * @param log entry, reading or event
 * @param account who; null for the system, and for one who is not known
 * @param post in which post: a role, or the purpose of the system's own work
 * @param action of an entry its action, of a reading {@code reading.} and its kind
 * @param count of how many people, or how often in a minute; null for an entry
 * @param what which fields, which filter, which route
 * @param sealed of an entry its number in the hash tree; null while it is not sealed
 */
public record TrailLine(
        UUID id,
        String log,
        Instant at,
        @Nullable UUID account,
        @Nullable String post,
        @Nullable UUID organization,
        @Nullable UUID behalf,
        String action,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        @Nullable Long count,
        @Nullable String level,
        @Nullable String what,
        @Nullable String reason,
        List<String> rules,
        @Nullable String source,
        @Nullable UUID request,
        @Nullable Long sealed) {}
