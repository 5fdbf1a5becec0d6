package org.sunmao.simulation.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.meeting.Beginning;
import org.sunmao.simulation.internal.PlayedStore.Begun;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays a year of organization life over the demonstration, while that is used already: month by
 * month, the organizations below one committee in one transaction. What was stopped goes on where
 * it was.
 */
@Component
class PlayedYear {

    private static final Logger LOG = LoggerFactory.getLogger(PlayedYear.class);
    private static final String COUNTY = "county";
    private static final String PURPOSE = "demo";

    /** Is told the month, and throws to break off. */
    interface Listener {

        void enters(YearMonth month);
    }

    private final String asked;
    private final Scopes scopes;
    private final RosterStore rosters;
    private final YearLoading loading;
    private final PlayedStore store;
    private final Beginning beginning;
    private final Clock clock;

    PlayedYear(
            @Value("${sunmao.demo.year:}") String asked,
            Scopes scopes,
            RosterStore rosters,
            YearLoading loading,
            PlayedStore store,
            Beginning beginning,
            Clock clock) {
        this.asked = asked;
        this.scopes = scopes;
        this.rosters = rosters;
        this.loading = loading;
        this.store = store;
        this.beginning = beginning;
        this.clock = clock;
    }

    /** A county's is played unless it is refused, a city's only if it is asked for. */
    boolean isWanted(String kind) {
        return asked.isEmpty() ? kind.equals(COUNTY) : Boolean.parseBoolean(asked);
    }

    void play(Listener listener) {
        var plan = LifePlan.read();
        var begun = scopes.system(PURPOSE, _ -> store.begun()).orElseGet(() -> begin(plan));
        if (begun.finished()) {
            return;
        }
        var span = begun.span();
        var roster = scopes.system(PURPOSE, scope -> rosters.read(scope, span.first()));
        var year = new YearOfLife(plan, span);
        var parts = new LinkedHashMap<UUID, List<Happening>>();
        roster.parts().forEach((part, units) -> parts.put(part, year.of(units)));
        for (var month : span.months()) {
            listener.enters(month);
            parts.forEach((part, happened) -> enter(plan, month, part, happened, listener));
        }
        finish(roster, parts);
    }

    private Begun begin(LifePlan plan) {
        var span = Span.until(LocalDate.now(clock), plan.months());
        return scopes.system(
                PURPOSE,
                scope -> {
                    beginning.set(scope, span.first());
                    store.begin(plan.seed(), span);
                    return new Begun(span, false);
                });
    }

    private void enter(
            LifePlan plan,
            YearMonth month,
            UUID part,
            List<Happening> happened,
            Listener listener) {
        listener.enters(month);
        var written = happened.stream().filter(one -> one.isWrittenIn(month)).toList();
        var _ =
                scopes.system(
                        PURPOSE,
                        scope -> {
                            if (!store.isEntered(month, part)) {
                                loading.enter(scope, plan, written);
                                store.enter(month, part, written.size());
                            }
                            return month;
                        });
    }

    private void finish(Roster roster, Map<UUID, List<Happening>> parts) {
        var happened = parts.values().stream().flatMap(Collection::stream).toList();
        var hash = YearOfLife.hash(happened, roster.names());
        var _ =
                scopes.system(
                        PURPOSE,
                        _ -> {
                            store.finish(clock.instant(), hash);
                            return hash;
                        });
        LOG.info("演示数据的一年组织生活已经记入：{} 次，校验值 {}", happened.size(), hash);
    }
}
