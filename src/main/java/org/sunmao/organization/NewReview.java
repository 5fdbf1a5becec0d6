package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A look at whether a temporary branch is still needed (R-BR-07), to be entered in the register.
 *
 * @param on the day it was looked at
 * @param result a code of table reviewResult
 */
public record NewReview(
        OrganizationId organization, LocalDate on, String result, @Nullable String note) {}
