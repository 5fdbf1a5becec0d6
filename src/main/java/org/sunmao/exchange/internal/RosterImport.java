package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A roster that was sent, as a case: whose it is, how far it has come, and what came of it. */
record RosterImport(
        UUID id,
        UUID organization,
        UUID account,
        String username,
        String accountName,
        String role,
        String kind,
        String fileName,
        long size,
        @Nullable String format,
        String state,
        @Nullable String asked,
        boolean readWhole,
        boolean interrupted,
        String headings,
        String notices,
        String settled,
        String unmapped,
        @Nullable String faultCode,
        @Nullable String fault,
        int rowsRead,
        int valid,
        int failed,
        int warned,
        int questions,
        int made,
        int changed,
        int same,
        int written,
        int undone,
        int leftRows,
        Instant begunAt,
        @Nullable Instant previewedAt,
        @Nullable Instant committedAt,
        @Nullable Instant undoneAt) {

    /** Where an import stands; the words are those of the interface and never renamed. */
    enum State {
        PREVIEWING,
        PREVIEWED,
        COMMITTING,
        COMMITTED,
        UNDOING,
        UNDONE,
        REJECTED,
        DISCARDED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether work goes on that nobody has to wait for. */
        boolean working() {
            return this == PREVIEWING || this == COMMITTING || this == UNDOING;
        }
    }

    State stands() {
        return State.of(state);
    }

    /** Who sent it, as they were then: the work is done within their scope. */
    SignedIn who() {
        return new SignedIn(
                account,
                username,
                accountName,
                Role.of(role),
                organization,
                null,
                SignedIn.State.OPEN);
    }
}
