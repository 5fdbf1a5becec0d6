package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A Party organization to be entered in the register.
 *
 * @param parent the organization above it; null for the top of a tree
 * @param kind a code of table organizationKind
 * @param field a code of table field
 * @param branchClass a code of table branchClass; only branches have one
 * @param division the code of the division it lies in
 */
public record NewOrganization(
        OrganizationId id,
        @Nullable OrganizationId parent,
        String name,
        String kind,
        String field,
        @Nullable String branchClass,
        @Nullable String division,
        LocalDate establishedOn) {}
