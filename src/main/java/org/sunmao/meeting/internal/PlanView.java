package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingRules.MeetingRule;
import org.sunmao.organization.Organizations.Named;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The plan of a year.
 *
 * @param version null where none was adopted: then it is a proposal
 * @param themeDay the fixed day of each month
 */
record PlanView(
        Named organization,
        int year,
        @Nullable Integer version,
        @Nullable PlanAdopted adopted,
        int themeDay,
        List<PlanLine> items) {

    record PlanAdopted(String by, Instant at) {}

    /**
     * One line.
     *
     * @param rule what asks for it; null for an activity
     * @param held what was held of it
     */
    record PlanLine(
            @Nullable UUID id,
            String type,
            String typeName,
            LocalDate on,
            @Nullable String topic,
            @Nullable MeetingRule rule,
            @Nullable PlanHeld held,
            @Nullable String movedReason) {}

    record PlanHeld(UUID id, LocalDate on) {}
}
