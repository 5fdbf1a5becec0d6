package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.duty.Occasions.Occasion;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Moment;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * From what the registers tell to duties: pure, but for the rules and the calendar, which are the
 * same for all who ask on the same day.
 */
final class Deriving {

    private final Rulebook rulebook;
    private final WorkCalendar calendar;
    private final LocalDate today;

    Deriving(Rulebook rulebook, WorkCalendar calendar, LocalDate today) {
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.today = today;
    }

    /** The duties of one organization by a declaration that looks at its own measures or days. */
    List<Derived> of(Demand demand, RegisterFacts facts) {
        return switch (demand.trigger()) {
            case Trigger.While all ->
                    spells(demand, all.all(), facts).stream()
                            .map(spell -> standing(demand, facts, spell))
                            .toList();
            case Trigger.Every every ->
                    new Rounds(every, facts, spells(demand, every.all(), facts), today)
                            .all(rules(facts.organization(), facts.establishedOn())).stream()
                                    .map(round -> round(demand, facts, round))
                                    .toList();
            case Trigger.Each _ -> List.of();
        };
    }

    private List<Spell> spells(Demand demand, List<Comparison> all, RegisterFacts facts) {
        return new Conditions(rulebook, demand, all, facts).spells();
    }

    private Derived standing(Demand demand, RegisterFacts facts, Spell spell) {
        var rules = rules(facts.organization(), spell.from());
        var evidence = new LinkedHashMap<String, Object>();
        if (demand.trigger() instanceof Trigger.While(var all)) {
            for (var one : all) {
                evidence.put(one.measure(), facts.measure(one.measure(), last(spell)));
                evidence.put("bound:" + one.measure(), one.amount().in(rules));
            }
        }
        var organization = facts.organization();
        var matter = new Matter(demand, organization, "organization", organization);
        var days = days(demand, rules, spell.from(), null, spell.to());
        return derived(matter, gone(days, facts), evidence);
    }

    /** The last day of a spell, but none to come: of that day are the numbers that are shown. */
    private LocalDate last(Spell spell) {
        var last = spell.to().equals(NEVER) ? NEVER : spell.to().minusDays(1);
        return last.isAfter(today) && !spell.from().isAfter(today) ? today : last;
    }

    private Derived round(Demand demand, RegisterFacts facts, Rounds.Round round) {
        var rules = rules(facts.organization(), round.first());
        var organization = facts.organization();
        var matter = new Matter(demand, organization, "organization", organization);
        var days = days(demand, rules, round.opens(), round.last(), round.happenedOn());
        var ceased = round.ceasedOn().isBefore(days.endedOn()) ? round.ceasedOn() : NEVER;
        var evidence = told(demand, facts, round);
        return ceased.isBefore(NEVER) && !facts.endedOn().isBefore(ceased)
                ? derived(matter, days.gone(later(ceased, days.opens())), DutyRow.CEASED, evidence)
                : derived(matter, gone(days, facts), evidence);
    }

    /** Of talks also between whom they were: the rule wants each kind (R-LF-13). */
    private static Map<String, Object> told(
            Demand demand, RegisterFacts facts, Rounds.Round round) {
        var told = new LinkedHashMap<String, Object>();
        told.put("first", round.first().toString());
        if (demand.trigger() instanceof Trigger.Every every
                && every.needs().equals(LifeEvents.TALK)) {
            for (var kind : LifeEvents.TALKS) {
                told.put(kind, facts.count(kind, round.first(), round.last()));
            }
        }
        return told;
    }

    /** What ends with the organization was not met by it. */
    private static DutyDays gone(DutyDays days, RegisterFacts facts) {
        var ends =
                facts.endedOn().isBefore(days.endedOn()) && !facts.endedOn().isBefore(days.opens());
        return ends ? days.gone(facts.endedOn()) : days;
    }

    /** The duty an occasion makes; none where the organization is not one it is demanded of. */
    Optional<Derived> of(Demand demand, Occasion occasion, @Nullable RegisterFacts facts) {
        var start = later(occasion.from(), firstDay(demand));
        if (facts != null && !Conditions.applies(demand, facts.profile(start))) {
            return Optional.empty();
        }
        var rules = rules(occasion.organization(), start);
        var ended = occasion.endedOn() == null ? NEVER : occasion.endedOn();
        var days = days(demand, rules, start, occasion.due(), ended);
        if (ended.isBefore(days.opens())) {
            return Optional.empty(); // over before anything was to be done
        }
        var matter =
                new Matter(
                        demand,
                        occasion.organization(),
                        occasion.subjectKind(),
                        occasion.subject());
        var lived = facts == null ? days : gone(days, facts);
        var ceased = occasion.ceasedOn();
        return Optional.of(
                ceased != null && ceased.isBefore(ended) && ceased.isBefore(lived.voidOn())
                        ? derived(
                                matter,
                                days.gone(later(ceased, days.opens())),
                                DutyRow.CEASED,
                                occasion.evidence())
                        : derived(matter, lived, occasion.evidence()));
    }

    /** Nobody is held to a rule before there was one. */
    private LocalDate firstDay(Demand demand) {
        return rulebook.entry(demand.rule())
                .map(book -> book.since().firstKey())
                .orElse(LocalDate.MIN);
    }

    private record Matter(Demand demand, UUID organization, String subjectKind, UUID subject) {}

    private Derived derived(Matter matter, DutyDays days, Map<String, Object> evidence) {
        var reason = days.voidOn().isBefore(NEVER) ? DutyRow.GONE : null;
        return derived(matter, days, reason, evidence);
    }

    private Derived derived(
            Matter matter, DutyDays days, @Nullable String reason, Map<String, Object> evidence) {
        var demand = matter.demand();
        var since =
                rulebook.entry(demand.rule())
                        .map(book -> book.version(days.opens()))
                        .orElse(days.opens());
        return new Derived(
                demand.name(),
                demand.rule().value(),
                since,
                matter.organization(),
                matter.subjectKind(),
                matter.subject(),
                days,
                reason,
                evidence);
    }

    private Function<RuleId, Rule> rules(UUID organization, LocalDate day) {
        return id -> rulebook.rule(id, day, organization);
    }

    private DutyDays days(
            Demand demand,
            Function<RuleId, Rule> rules,
            LocalDate start,
            @Nullable LocalDate given,
            LocalDate ended) {
        var timing = demand.timing();
        var due = timing.due() == null ? given : moment(timing.due(), rules, start, start);
        if (due == null) {
            throw new IllegalStateException(demand.name() + ": nobody says by when");
        }
        var opens = timing.opens() == null ? start : moment(timing.opens(), rules, start, due);
        return DutyDays.plain(
                opens,
                later(due, opens),
                later(orNever(timing.yellow(), rules, start, due), opens),
                later(orNever(timing.red(), rules, start, due), opens),
                ended);
    }

    private LocalDate orNever(
            @Nullable Moment moment, Function<RuleId, Rule> rules, LocalDate start, LocalDate due) {
        return moment == null ? NEVER : moment(moment, rules, start, due);
    }

    /** The day of a moment of a duty that opened on one day and is due on another. */
    LocalDate moment(Moment moment, Function<RuleId, Rule> rules, LocalDate start, LocalDate due) {
        var span = Lengths.span(moment.length(), rules);
        return switch (moment.anchor()) {
            case AFTER_START -> calendar.after(start, span);
            case AFTER_DUE -> calendar.after(due, span);
            case BEFORE_DUE -> calendar.before(due, span);
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
