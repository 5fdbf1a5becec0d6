package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A public body or unit to be entered in the register.
 *
 * @param kind a code of table bodyKind
 * @param field a code of table field
 * @param organizations the Party organizations formed in it
 */
public record NewBody(
        BodyId id,
        @Nullable BodyId parent,
        String name,
        String kind,
        String field,
        LocalDate since,
        List<OrganizationId> organizations) {}
