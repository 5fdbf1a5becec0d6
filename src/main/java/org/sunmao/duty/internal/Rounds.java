package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import static java.util.Objects.requireNonNull;

import org.sunmao.calendar.Period;
import org.sunmao.calendar.Periods;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The periods in which something must happen, and on which day it did: those that have begun, and
 * the next one. What was missed in one is made good by what happens after it.
 */
record Rounds(Demand demand, Trigger.Every every, RegisterFacts facts, LocalDate today) {

    /**
     * One period.
     *
     * @param happenedOn the first day from its beginning on, or never
     */
    record Round(LocalDate first, LocalDate last, LocalDate happenedOn) {}

    List<Round> all(Function<RuleId, Rule> rules) {
        var until = today.isBefore(facts.endedOn()) ? today : facts.endedOn().minusDays(1);
        var rounds = new ArrayList<Round>();
        if (!until.isBefore(facts.establishedOn())) {
            var periods = periods(rules);
            periods.between(facts.establishedOn(), until).forEach(one -> add(rounds, one));
            add(rounds, periods.next(until));
        }
        return rounds;
    }

    private Periods periods(Function<RuleId, Rule> rules) {
        var length = every.length();
        return length == null
                ? Periods.named(requireNonNull(every.period())).orElseThrow()
                : new Periods(facts.establishedOn(), Lengths.span(length, rules).count());
    }

    private void add(List<Round> rounds, Period period) {
        if (period.first().isBefore(facts.endedOn())
                && Conditions.applies(demand, facts.profile(period.first()))) {
            var happened = facts.events(every.needs()).ceiling(period.first());
            rounds.add(
                    new Round(period.first(), period.last(), happened == null ? NEVER : happened));
        }
    }
}
