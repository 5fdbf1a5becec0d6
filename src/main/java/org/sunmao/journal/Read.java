package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A reading as the person reads it who was read.
 *
 * @param role the code of the role in which it was done
 * @param organization for which organization
 * @param behalf the account for which a deputy acted
 * @param kind by what: a code of {@link Look.Kind}
 * @param level the class of the data: S1, S2 or S3
 */
public record Read(
        UUID id,
        Instant at,
        UUID account,
        String role,
        @Nullable UUID organization,
        @Nullable UUID behalf,
        String kind,
        String level,
        @Nullable String what,
        @Nullable String reason) {}
