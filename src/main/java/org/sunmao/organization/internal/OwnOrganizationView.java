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
        List<OfficerView> posts,
        LocalDate establishedOn) {

    /** Who leads it: names and posts, and nothing more of anybody. */
    record OfficerView(String kind, String name, LocalDate from) {}

    static OfficerView officer(Post post) {
        return new OfficerView(post.kind().code(), post.name(), post.from());
    }
}
