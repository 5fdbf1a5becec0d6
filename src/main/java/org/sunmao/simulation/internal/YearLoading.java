package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.organization.Relations;

import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Enters what happened through the same doors as anybody: recorded, signed and looked at, each on
 * its own day. The journal tells when that was really done.
 */
@Component
class YearLoading {

    private final Meetings meetings;
    private final Relations relations;
    private final PlayedStore store;
    private final Clock clock;

    YearLoading(Meetings meetings, Relations relations, PlayedStore store, Clock clock) {
        this.meetings = meetings;
        this.relations = relations;
        this.store = store;
        this.clock = clock;
    }

    /**
     * All of it or, where something is refused, nothing.
     *
     * @param happened below one committee
     */
    void enter(Scope scope, LifePlan plan, Collection<Happening> happened) {
        var heads =
                happened.stream()
                        .map(one -> one.meeting().heads())
                        .flatMap(two -> Stream.of(member(two.chair()), member(two.recorder())))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        var names = new Signing(plan, relations.names(heads), clock.getZone());
        new Entering(scope, meetings, store, names, happened).enter();
    }

    private static @Nullable UUID member(@Nullable Person head) {
        return head == null ? null : head.member();
    }
}
