package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is asked for, as it was read.
 *
 * @param from null: from the day on which it is approved
 * @param to the first day on which it holds no more; null without one
 */
record GrantWish(
        String username,
        Role role,
        @Nullable UUID organization,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String reason) {}
