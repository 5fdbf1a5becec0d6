package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as the system administrator sees it: nothing of what it works with.
 *
 * @param name of an office or person; of a member's account, only the surname
 * @param state pending (no password yet), open or disabled
 * @param ofMember whether it belongs to a member
 * @param linkUntil until when its one-time link can be opened; null if there is none
 * @param roles what it may act as today, as role and organization
 */
record AccountView(
        UUID id,
        String username,
        String name,
        String state,
        boolean ofMember,
        @Nullable String reason,
        @Nullable Instant linkUntil,
        List<String> roles) {}
