package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a list of bodies.
 *
 * @param organizations how many Party organizations are formed in it
 */
record BodyItem(
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
        int organizations) {}
