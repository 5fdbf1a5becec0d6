package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post to be entered in the register.
 *
 * @param kind a code of table postKind
 * @param member the member who holds it, where one is known
 * @param name the person's name
 * @param appointment a code of table appointment
 * @param to the first day on which it is held no more; null while it is held
 * @param approvedOn the day of the reply of the organization above
 */
public record NewPost(
        OrganizationId organization,
        String kind,
        @Nullable UUID member,
        String name,
        String appointment,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate approvedOn) {}
