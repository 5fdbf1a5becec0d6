package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;

/**
 * An organization of the plan, before its size and its officers are settled.
 *
 * @param holding how many members it may hold; null where the relations are held elsewhere
 */
record Draft(
        OrganizationId id,
        @Nullable Draft parent,
        String name,
        String kind,
        String field,
        Area area,
        LocalDate establishedOn,
        @Nullable Holding holding) {

    NewOrganization organization() {
        return new NewOrganization(
                id,
                parent == null ? null : parent.id(),
                name,
                kind,
                field,
                BranchClasses.of(this),
                area.code(),
                establishedOn);
    }

    /** Between which bounds the size may be moved, and from where. */
    record Holding(String profile, int least, int most, int wished) {

        static Holding fixed(String profile, int size) {
            return new Holding(profile, size, size, size);
        }
    }
}
