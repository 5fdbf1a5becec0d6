package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.sunmao.calendar.Period;
import org.sunmao.calendar.Periods;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * The periods in which something must happen, and on which day it did: those that have begun, and
 * the next one that is owed.
 *
 * <p>A period is owed by whom it is demanded of on its last day, if that began in the first half of
 * it; whoever falls out before the end owes it no more from that day on. Nobody owes a period that
 * began before organization life was recorded.
 *
 * @param spells for which days it is demanded of the organization
 */
record Rounds(Trigger.Every every, RegisterFacts facts, List<Spell> spells, LocalDate today) {

    /**
     * One period.
     *
     * @param opens its first day on which it was demanded
     * @param ceasedOn the day on which it was demanded no more before the period was over, or never
     * @param happenedOn the day of the event that met it, or never
     */
    record Round(
            LocalDate first,
            LocalDate last,
            LocalDate opens,
            LocalDate ceasedOn,
            LocalDate happenedOn) {

        private Round met(LocalDate day) {
            return new Round(first, last, opens, ceasedOn, day.isBefore(opens) ? opens : day);
        }

        private boolean missed() {
            return happenedOn.equals(NEVER) && ceasedOn.equals(NEVER);
        }
    }

    List<Round> all(Function<RuleId, Rule> rules) {
        var begin = begin();
        var until = today.isBefore(facts.endedOn()) ? today : facts.endedOn().minusDays(1);
        var rounds = new ArrayList<Round>();
        if (spells.isEmpty() || begin.equals(NEVER)) {
            return rounds;
        }
        var periods = periods(rules);
        var next = periods.of(begin);
        while (!next.first().isAfter(until)) {
            add(rounds, next);
            next = periods.next(next.first());
        }
        while (!add(rounds, next) && !next.first().isAfter(lastTurn(begin))) {
            next = periods.next(next.first());
        }
        return every.length() == null ? eachForOne(rounds) : eachForAll(rounds);
    }

    /** Where nothing of the kind was recorded before a day, nothing is owed of before. */
    private LocalDate begin() {
        var recorded = facts.recordedFrom(every.needs());
        return recorded.isAfter(facts.establishedOn()) ? recorded : facts.establishedOn();
    }

    /** After that day all is as it is known now. */
    private LocalDate lastTurn(LocalDate begin) {
        var last = spells.getLast();
        var turn = last.to().isBefore(NEVER) ? last.to() : last.from();
        return turn.isAfter(begin) ? turn : begin;
    }

    private Periods periods(Function<RuleId, Rule> rules) {
        var length = every.length();
        return length == null
                ? Periods.named(requireNonNull(every.period())).orElseThrow()
                : new Periods(facts.establishedOn(), Lengths.span(length, rules).count());
    }

    private boolean add(List<Round> rounds, Period period) {
        var opens =
                period.first().isBefore(facts.recordedFrom(every.needs())) ? null : from(period);
        if (opens == null || inTheSecondHalf(opens, period)) {
            return false;
        }
        rounds.add(new Round(period.first(), period.last(), opens, ceased(period), NEVER));
        return true;
    }

    private @Nullable LocalDate from(Period period) {
        for (var spell : spells) {
            if (spell.to().isAfter(period.first())) {
                var from = spell.from().isAfter(period.first()) ? spell.from() : period.first();
                var within = !from.isAfter(period.last()) && from.isBefore(facts.endedOn());
                return within ? from : null;
            }
        }
        return null;
    }

    /** By whole numbers (R-GEN-02): fewer than half of its days are left. */
    private static boolean inTheSecondHalf(LocalDate day, Period period) {
        var left = DAYS.between(day, period.last()) + 1;
        return left * 2 < DAYS.between(period.first(), period.last()) + 1;
    }

    private LocalDate ceased(Period period) {
        var ceased = NEVER;
        for (var spell : spells) {
            if (!spell.from().isAfter(period.last())) {
                ceased = spell.to().isAfter(period.last()) ? NEVER : spell.to();
            }
        }
        return ceased;
    }

    /** A look at how things stand makes good whatever was missed before it. */
    private List<Round> eachForAll(List<Round> rounds) {
        var events = facts.events(every.needs());
        return rounds.stream()
                .map(
                        round -> {
                            var at = firstFrom(events, round.first());
                            return at < events.size() ? round.met(events.get(at)) : round;
                        })
                .toList();
    }

    /**
     * Each event counts for one period: the first one within it for its own, and each one more
     * makes good the earliest that was missed before it.
     */
    private List<Round> eachForOne(List<Round> rounds) {
        var events = facts.events(every.needs());
        var used = new BitSet(events.size());
        for (var i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            var at = firstFrom(events, round.first());
            if (at < events.size() && !events.get(at).isAfter(round.last())) {
                used.set(at);
                rounds.set(i, round.met(events.get(at)));
            }
        }
        for (var i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            if (round.missed()) {
                var at = used.nextClearBit(firstFrom(events, round.last().plusDays(1)));
                if (at < events.size()) {
                    used.set(at);
                    rounds.set(i, round.met(events.get(at)));
                }
            }
        }
        return rounds;
    }

    private static int firstFrom(List<LocalDate> events, LocalDate day) {
        var at = 0;
        while (at < events.size() && events.get(at).isBefore(day)) {
            at++;
        }
        return at;
    }
}
