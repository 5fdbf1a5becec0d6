package org.sunmao.audit.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Readings;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.Clock;

/** Ends readings, events and origins once a night when their time is over (PRV-06). */
@Component
class Expiry {

    static final RuleId KEPT = new RuleId("PRV-05");

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Scopes scopes;
    private final Readings readings;
    private final Rulebook rulebook;
    private final Clock clock;

    Expiry(Scopes scopes, Readings readings, Rulebook rulebook, Clock clock) {
        this.scopes = scopes;
        this.readings = readings;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "${sunmao.zone}")
    void run() {
        var ended =
                scopes.system(
                        "expiry",
                        scope -> {
                            var years = rulebook.rule(KEPT, scope.day()).figure("years");
                            // A day more: the database keeps three years by its own clock.
                            var before =
                                    scope.day()
                                            .minusYears(years)
                                            .minusDays(1)
                                            .atStartOfDay(clock.getZone())
                                            .toInstant();
                            return readings.expire(scope.actor(), scope.day(), before);
                        });
        LOG.info("{} readings were kept for their time and are gone", ended);
    }
}
