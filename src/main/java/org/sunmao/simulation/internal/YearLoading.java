package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.YearWork;
import org.sunmao.meeting.YearWork.NewPlan;
import org.sunmao.organization.Relations;

import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
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
    private final YearWork work;
    private final Relations relations;
    private final PlayedStore store;
    private final Clock clock;

    YearLoading(
            Meetings meetings, YearWork work, Relations relations, PlayedStore store, Clock clock) {
        this.meetings = meetings;
        this.work = work;
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
        var signing = signing(plan, heads);
        new Entering(scope, meetings, work, store, signing, happened).enter();
    }

    /** Adopts the plans of a month, after what was held in it. */
    void adopt(Scope scope, LifePlan plan, Collection<Planned> planned) {
        var by =
                planned.stream()
                        .map(Planned::by)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        var signing = signing(plan, by);
        for (var one : planned) {
            work.adopt(
                    scope,
                    new NewPlan(
                            one.unit().id(),
                            one.year(),
                            one.themeDay(),
                            one.copied(),
                            signing.by(one.by(), one.adoptedOn())));
        }
    }

    private Signing signing(LifePlan plan, Set<UUID> members) {
        return new Signing(plan, relations.names(members), clock.getZone());
    }

    private static @Nullable UUID member(@Nullable Person head) {
        return head == null ? null : head.member();
    }
}
