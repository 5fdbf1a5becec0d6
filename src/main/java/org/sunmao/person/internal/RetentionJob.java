package org.sunmao.person.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lets go, every night, of what has been kept long enough (PRV-06). */
@Component
class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final String PURPOSE = "retention";

    /** More rounds than any night needs: a sweep that never ends is broken off. */
    private static final int ROUNDS = 10_000;

    private final Scopes scopes;
    private final List<Retained> kept;
    private final Rulebook rulebook;
    private final Journal journal;
    private final Clock clock;

    RetentionJob(
            Scopes scopes, List<Retained> kept, Rulebook rulebook, Journal journal, Clock clock) {
        this.scopes = scopes;
        this.kept = List.copyOf(kept);
        this.rulebook = rulebook;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Runs all of them. One that fails is told in the log, and tried again the next night; the
     * others are not held up by it.
     *
     * @return how much went, by class
     */
    @Scheduled(cron = "0 40 3 * * *", zone = "${sunmao.zone}")
    Map<String, Integer> run() {
        var today = LocalDate.now(clock);
        var gone = new TreeMap<String, Integer>();
        for (var one : kept) {
            try {
                gone.merge(one.retention().code(), sweep(one, today), Integer::sum);
            } catch (RuntimeException e) {
                LOG.error("What is kept as {} cannot be let go", one.retention().code(), e);
            }
        }
        scopes.system(
                PURPOSE,
                scope -> {
                    journal.append(scope.actor(), act(today, gone));
                    return scope;
                });
        return gone;
    }

    private int sweep(Retained one, LocalDate today) {
        var before = one.retention().before(rulebook.rule(Retention.RULE, today), today);
        var gone = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var more = scopes.system(PURPOSE, _ -> one.sweep(before));
            if (more == 0) {
                return gone;
            }
            gone += more;
        }
        throw new IllegalStateException("after " + ROUNDS + " rounds there is still more");
    }

    private static Act act(LocalDate today, Map<String, Integer> gone) {
        return new Act(
                null,
                "person.let-go",
                "retention",
                null,
                today,
                List.of(Retention.RULE.value()),
                Map.copyOf(gone));
    }
}
