package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A public body or unit to be entered in the register.
 *
 * @param organization the Party organization in whose charge it lies (归口党组织)
 * @param kind a code of table bodyKind
 * @param field a code of table field
 * @param division the code of the division it lies in
 * @param headcount how many people work in it, where that is known
 * @param organizations the Party organizations formed in it
 */
public record NewBody(
        BodyId id,
        @Nullable BodyId parent,
        OrganizationId organization,
        String name,
        String kind,
        String field,
        @Nullable String division,
        @Nullable CreditCode creditCode,
        @Nullable Integer headcount,
        LocalDate since,
        List<OrganizationId> organizations) {}
