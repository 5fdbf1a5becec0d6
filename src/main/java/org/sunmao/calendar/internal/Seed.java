package org.sunmao.calendar.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.calendar.CalendarChanged;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Enters the years that the library knows, once: what a person entered is never touched, and a
 * newer library makes presumed years official.
 */
@Component
class Seed {

    private static final String NOTICE = "国务院办公厅放假安排的通知（随系统提供）";
    private static final String BY = "系统";

    private final Scopes scopes;
    private final YearStore store;
    private final Years years;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seed(
            Scopes scopes,
            YearStore store,
            Years years,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.years = years;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void enter() {
        scopes.system("calendar-seed", this::enter);
    }

    /** At the first start nobody has counted yet, so that nobody need be told. */
    private List<Integer> enter(Scope scope) {
        var known = store.all();
        var entered = new ArrayList<Integer>();
        for (var year : Notices.years(scope.day().getYear() + 2)) {
            var days = Notices.days(year);
            var kept = known.get(year);
            if (kept == null) {
                if (store.add(of(year, 1, days))) {
                    entered.add(year);
                }
            } else if (kept.account() == null && !kept.days().equals(days)) {
                store.change(of(year, kept.version(), days));
                entered.add(year);
            }
        }
        if (!entered.isEmpty()) {
            tell(scope, entered);
        }
        if (!known.isEmpty()) {
            entered.forEach(year -> events.publishEvent(new CalendarChanged(year)));
        }
        return entered;
    }

    private KeptYear of(int year, int version, List<NamedDay> days) {
        return new KeptYear(year, true, NOTICE, version, null, BY, clock.instant(), days);
    }

    private void tell(Scope scope, List<Integer> entered) {
        years.changed();
        journal.append(
                scope.actor(),
                new Act(
                        null,
                        "calendar.seed",
                        "calendar",
                        null,
                        scope.day(),
                        List.of(Presumption.CALENDAR.value()),
                        Map.of("years", entered)));
    }
}
