package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposed local figure as shown.
 *
 * @param says the clause of the rule in which the figure stands, or its name
 * @param value what is wished; null to have the figure of the rule itself again
 * @param lawValue what the rule itself says
 * @param cites where the rule stands, and how far that is confirmed
 * @param mine whether the reader proposed it, and may withdraw it
 * @param decidable whether the reader may decide it
 */
record ProposalView(
        UUID id,
        RulePlace organization,
        String rule,
        String ruleTitle,
        String name,
        String says,
        @Nullable String value,
        String lawValue,
        String unit,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String cites,
        String state,
        String stateLabel,
        String by,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        boolean mine,
        boolean decidable) {

    /** An organization by its name. */
    record RulePlace(UUID id, String name) {}
}
