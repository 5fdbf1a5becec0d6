package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A correction request as shown.
 *
 * @param label the word of the field
 * @param committee whether a committee answers it, not the branch (R-REC-04)
 * @param proposed what should stand there, in words and masked
 * @param value the same as it would be entered; only where one request is looked at
 * @param says what is wrong; only where one request is looked at
 * @param days days left; negative when it is overdue, null when it is closed
 * @param answer why it was refused
 * @param mayAnswer whether the asker may accept or refuse it
 */
record CorrectionView(
        UUID id,
        Named member,
        Named organization,
        String field,
        String label,
        boolean committee,
        @Nullable String proposed,
        @Nullable String value,
        @Nullable String says,
        String state,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable Integer days,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        boolean mayAnswer) {}
