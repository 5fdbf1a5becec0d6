package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.internal.GrantRequestView.GrantPerson;
import org.sunmao.access.internal.GrantRequestView.GrantPlace;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A grant that holds or will, as it is read.
 *
 * @param to the first day on which it holds no more; null without one
 * @param basis why it holds, in words
 * @param behalf of a deputy: for whom
 * @param endable whether the asker may end it
 */
record GrantView(
        UUID id,
        GrantPerson account,
        String role,
        String roleName,
        @Nullable GrantPlace organization,
        LocalDate from,
        @Nullable LocalDate to,
        String basis,
        @Nullable String behalf,
        boolean endable) {}
