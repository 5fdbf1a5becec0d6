package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a member may know of the organization they belong to: no counts, nobody's record. */
record OwnOrganizationView(
        UUID id,
        String name,
        String kind,
        List<Named> ancestors,
        @Nullable String secretary,
        @Nullable String officers,
        LocalDate establishedOn) {}
