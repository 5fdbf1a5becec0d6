package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.internal.RegisterFacts.Profile;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * For which days the comparisons of a declaration hold in an organization. They are looked at only
 * on the days on which anything they rest upon may change: a measure, the kind or the field, a
 * rule.
 */
final class Conditions {

    private final Rulebook rulebook;
    private final Demand demand;
    private final List<Comparison> comparisons;
    private final RegisterFacts facts;
    private final Map<Comparison, Integer> bounds = new HashMap<>();
    private final NavigableSet<LocalDate> ruleTurns = new TreeSet<>();

    /**
     * @param all what must hold; where there is nothing, kind and field alone decide
     */
    Conditions(Rulebook rulebook, Demand demand, List<Comparison> all, RegisterFacts facts) {
        this.rulebook = rulebook;
        this.demand = demand;
        this.comparisons = all;
        this.facts = facts;
        rules().forEach(rule -> ruleTurns.addAll(rulebook.turns(rule)));
    }

    private List<RuleId> rules() {
        return comparisons.stream()
                .map(one -> one.amount().rule())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    List<Spell> spells() {
        var spells = new ArrayList<Spell>();
        LocalDate from = null;
        for (var day : turns()) {
            var holds = holds(day);
            if (holds && from == null) {
                from = day;
            } else if (!holds && from != null) {
                spells.add(new Spell(from, day));
                from = null;
            }
        }
        if (from != null) {
            spells.add(new Spell(from, NEVER));
        }
        return spells;
    }

    /** From the first day of rule and organization on; what happens at its end ends nothing. */
    private NavigableSet<LocalDate> turns() {
        var start = facts.establishedOn();
        var entry = rulebook.entry(demand.rule());
        if (entry.isPresent() && entry.get().since().firstKey().isAfter(start)) {
            start = entry.get().since().firstKey();
        }
        var turns = new TreeSet<LocalDate>();
        if (!start.isBefore(facts.endedOn())) {
            return turns;
        }
        turns.addAll(facts.turns(comparisons.stream().map(Comparison::measure).toList()));
        turns.addAll(ruleTurns);
        turns.add(start);
        return turns.subSet(start, true, facts.endedOn(), false);
    }

    private boolean holds(LocalDate day) {
        if (ruleTurns.contains(day)) {
            bounds.clear();
        }
        return applies(demand, facts.profile(day))
                && comparisons.stream().allMatch(one -> holds(one, day));
    }

    private boolean holds(Comparison one, LocalDate day) {
        var measured = facts.measure(one.measure(), day);
        return measured != null && one.operator().holds(measured, bound(one, day));
    }

    private int bound(Comparison one, LocalDate day) {
        return bounds.computeIfAbsent(
                one, of -> of.amount().in(id -> rulebook.rule(id, day, facts.organization())));
    }

    /** Whether it is demanded of organizations like this one. */
    static boolean applies(Demand demand, @Nullable Profile profile) {
        return profile != null
                && (demand.kinds().isEmpty() || demand.kinds().contains(profile.kind()))
                && (demand.fields().isEmpty() || demand.fields().contains(profile.field()))
                && !demand.exceptFields().contains(profile.field());
    }
}
