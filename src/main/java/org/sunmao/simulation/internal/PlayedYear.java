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

    /** What the organizations below one committee did. */
    private record Part(List<Happening> happened, List<Planned> planned) {}

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
        var parts = new LinkedHashMap<UUID, Part>();
        roster.parts()
                .forEach(
                        (part, units) ->
                                parts.put(part, new Part(year.of(units), year.plans(units))));
        for (var month : span.months()) {
            listener.enters(month);
            parts.forEach((id, part) -> enter(plan, month, id, part, listener));
        }
        finish(roster, parts.values());
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

    private void enter(LifePlan plan, YearMonth month, UUID id, Part part, Listener listener) {
        listener.enters(month);
        var written = part.happened().stream().filter(one -> one.isWrittenIn(month)).toList();
        var planned = part.planned().stream().filter(one -> one.isEnteredIn(month)).toList();
        var _ =
                scopes.system(
                        PURPOSE,
                        scope -> {
                            if (!store.isEntered(month, id)) {
                                loading.enter(scope, plan, written);
                                loading.adopt(scope, plan, planned);
                                store.enter(month, id, written.size());
                            }
                            return month;
                        });
    }

    private void finish(Roster roster, Collection<Part> parts) {
        var happened = parts.stream().flatMap(part -> part.happened().stream()).toList();
        var planned = parts.stream().flatMap(part -> part.planned().stream()).toList();
        var hash = YearOfLife.hash(happened, planned, roster.names());
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
