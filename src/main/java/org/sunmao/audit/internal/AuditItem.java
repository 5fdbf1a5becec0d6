package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the log as an auditor reads it. What was said of people is not in it, and a person is
 * the last digits of an id: auditors see that something was done, and not to whom (SEC-16).
 *
 * @param log entry, reading or event
 * @param by who, by name; null for the system and for one who is not known
 * @param behalf for whom a deputy acted
 * @param post in which role, in words
 * @param organization for which organization it was done, by name
 * @param label the action in words
 * @param subject to whom or what, without a person's name
 * @param count of how many people, or how often in the minute
 * @param source from which address, where it is known
 * @param request all that one request left behind bears the same
 * @param sealed its number in the hash tree
 */
record AuditItem(
        UUID id,
        String log,
        Instant at,
        @Nullable String by,
        @Nullable String behalf,
        @Nullable String post,
        @Nullable String organization,
        @Nullable UUID organizationId,
        String action,
        String label,
        @Nullable String subject,
        @Nullable Long count,
        @Nullable String level,
        @Nullable String what,
        @Nullable String reason,
        List<String> rules,
        @Nullable String source,
        @Nullable UUID request,
        @Nullable Long sealed) {}
