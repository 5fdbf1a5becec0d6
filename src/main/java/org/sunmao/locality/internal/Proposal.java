package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A wish that a figure be another one, and what became of it.
 *
 * @param value as written; null to have the figure of the rule itself again
 * @param endsOn the first day it no longer holds; null for as long as nothing else is decided
 */
record Proposal(
        UUID id,
        UUID organization,
        RuleId rule,
        String name,
        @Nullable String value,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String reason,
        By by,
        Instant at,
        State state,
        @Nullable Decided decided) {

    enum State {
        PENDING("待审批"),
        APPROVED("已批准"),
        REFUSED("未同意"),
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * Who proposed it.
     *
     * @param member whom the account belongs to, if to a member
     * @param behalf the account acted for, by a deputy
     */
    record By(UUID account, @Nullable UUID member, @Nullable UUID behalf, String name) {

        /** Whether that account had part in it. */
        boolean concerns(@Nullable UUID other) {
            return other != null && (other.equals(account) || other.equals(behalf));
        }
    }

    /** Who ended it, and with which words. */
    record Decided(UUID account, String name, Instant at, @Nullable String reason) {}
}
