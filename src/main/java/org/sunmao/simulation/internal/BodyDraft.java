package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.NewBody;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A body of the plan, and the organizations that are formed in it so far.
 *
 * @param number counts the bodies of the plan
 * @param above the organization in whose charge it lies as long as none is formed in it
 */
record BodyDraft(
        BodyId id,
        int number,
        @Nullable BodyId parent,
        String name,
        String kind,
        String field,
        Area area,
        LocalDate since,
        @Nullable Draft above,
        List<Draft> organizations) {

    /** The first that was formed in it has it in its charge. */
    Draft charge() {
        return organizations.isEmpty() ? Objects.requireNonNull(above) : organizations.getFirst();
    }

    /** It is known from the day on which the last was formed: its links hold from then. */
    NewBody body(@Nullable Integer headcount) {
        var last =
                Stream.concat(Stream.of(charge()), organizations.stream())
                        .map(Draft::establishedOn)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new NewBody(
                id,
                parent,
                charge().id(),
                name,
                kind,
                field,
                area.code(),
                CreditCodes.of(kind, number),
                headcount,
                organizations.isEmpty() && since.isAfter(last) ? since : last,
                organizations.stream().map(Draft::id).toList());
    }
}
