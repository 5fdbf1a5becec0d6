package org.sunmao.duty.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.Standing.State;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Trigger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Moves what the calendar alone moves: a duty opens, is due, becomes yellow, a waiver ends. Part by
 * part, each in a transaction of its own; any number of processes may be at it.
 */
@Component
class Crossing {

    /** So many rows at a time that no request waits long for a counter. */
    static final int PART = 2000;

    private final Scopes scopes;
    private final DutyStore store;
    private final Declarations declarations;
    private final DutyDerivation derivation;
    private final ApplicationEventPublisher events;

    Crossing(
            Scopes scopes,
            DutyStore store,
            Declarations declarations,
            DutyDerivation derivation,
            ApplicationEventPublisher events) {
        this.scopes = scopes;
        this.store = store;
        this.declarations = declarations;
        this.derivation = derivation;
        this.events = events;
    }

    /** Every half minute, so that a day that has begun is seen within a minute. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void run() {
        var moved = PART;
        while (moved == PART) {
            moved = part();
        }
    }

    /** How many were moved. */
    int part() {
        return scopes.system(
                "duty",
                scope -> {
                    var rows = store.crossing(scope.day(), PART);
                    var next = rows.stream().map(row -> row.on(scope.day())).toList();
                    store.cross(next);
                    tell(rows, next);
                    var begun = begun(rows);
                    if (!begun.isEmpty()) {
                        derivation.derive(scope, begun);
                    }
                    return rows.size();
                });
    }

    private void tell(List<DutyRow> before, List<DutyRow> after) {
        var moved = new ArrayList<Moved>();
        for (var at = 0; at < before.size(); at++) {
            var was = before.get(at);
            var is = after.get(at);
            if (!was.standing().equals(is.standing())) {
                moved.add(
                        new Moved(
                                is.id(),
                                is.organization(),
                                is.name(),
                                was.standing(),
                                is.standing()));
            }
        }
        if (!moved.isEmpty()) {
            events.publishEvent(new DutiesChanged(moved));
        }
    }

    /** Where a period has begun, the one after it is to be known. */
    private Set<UUID> begun(List<DutyRow> rows) {
        var organizations = new HashSet<UUID>();
        for (var row : rows) {
            var coming = row.standing().state() == State.COMING;
            var trigger = declarations.find(row.name()).map(Demand::trigger);
            if (coming && trigger.isPresent() && !(trigger.get() instanceof Trigger.While)) {
                organizations.add(row.organization());
            }
        }
        return organizations;
    }
}
