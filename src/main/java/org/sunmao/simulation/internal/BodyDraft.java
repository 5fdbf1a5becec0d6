package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.NewBody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A body of the plan, and the organizations that are formed in it so far. */
record BodyDraft(
        BodyId id,
        @Nullable BodyId parent,
        String name,
        String kind,
        String field,
        LocalDate since,
        List<Draft> organizations) {

    BodyDraft(@Nullable BodyId parent, String name, String kind, String field, LocalDate since) {
        this(BodyId.next(), parent, name, kind, field, since, new ArrayList<>());
    }

    /** A link holds from the day the body is known from; so that is when the last was formed. */
    NewBody body() {
        var last =
                organizations.stream()
                        .map(Draft::establishedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(since);
        var ids = organizations.stream().map(Draft::id).toList();
        return new NewBody(id, parent, name, kind, field, last, ids);
    }
}
