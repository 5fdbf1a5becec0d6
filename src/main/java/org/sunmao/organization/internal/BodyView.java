package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.OrganizationView.DivisionView;
import org.sunmao.register.EditView;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole of one body.
 *
 * @param organization the Party organization in whose charge it lies
 * @param organizations the Party organizations formed in it
 */
record BodyView(
        UUID id,
        String name,
        String kind,
        String field,
        @Nullable UUID parent,
        LocalDate validFrom,
        int version,
        boolean hasChildren,
        @Nullable Integer headcount,
        @Nullable String creditCode,
        List<Named> ancestors,
        Named organization,
        @Nullable DivisionView division,
        List<Formed> organizations,
        LocalDate asOf,
        EditView edit) {

    record Formed(UUID id, String name, String kind, LocalDate since) {}
}
