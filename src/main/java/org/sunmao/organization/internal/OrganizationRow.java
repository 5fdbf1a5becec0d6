package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One line of a list of organizations. */
record OrganizationRow(
        UUID id,
        int number,
        String name,
        String kind,
        String field,
        @Nullable UUID parent,
        LocalDate validFrom,
        int version,
        boolean hasChildren) {}
