package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.duty.internal.RegisterFacts.Profile;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Amount;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Operator;
import org.sunmao.rules.Demand.Remedy;
import org.sunmao.rules.Demand.Timing;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** For which days comparisons hold, against a calendar that is asked day by day. */
class ConditionsPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 40;
    private static final RuleId RULE = new RuleId("R-BR-08");

    /** A history: what becomes of each measure, of the kind, of the rule's figure, and the end. */
    record History(
            Map<Integer, Integer> full,
            Map<Integer, Integer> officers,
            Map<Integer, Boolean> branch,
            Map<Integer, Integer> figures,
            int end) {}

    @Property(tries = 2000)
    void theSpellsAreTheDaysOnWhichTheyHold(@ForAll("histories") History history) {
        var spells = conditions(history).spells();
        for (var day = 0; day < DAYS; day++) {
            var at = FIRST.plusDays(day);
            var within =
                    spells.stream()
                            .anyMatch(one -> !at.isBefore(one.from()) && at.isBefore(one.to()));
            var alive = day < history.end();
            assertThat(within && alive).as("%s of %s", at, history).isEqualTo(holds(history, day));
        }
    }

    @Property(tries = 500)
    void spellsFollowEachOtherWithAGapBetween(@ForAll("histories") History history) {
        var spells = conditions(history).spells();
        for (var at = 1; at < spells.size(); at++) {
            assertThat(spells.get(at - 1).to()).isBefore(spells.get(at).from());
        }
        assertThat(spells).allMatch(one -> one.from().isBefore(one.to()));
    }

    /** As somebody would count who looks at one day alone. */
    private static boolean holds(History history, int day) {
        if (day >= history.end() || !at(history.branch(), day, true)) {
            return false;
        }
        var full = at(history.full(), day, -1);
        var officers = at(history.officers(), day, -1);
        var figure = at(history.figures(), day, 7);
        return full >= figure && officers >= 0 && officers < 3;
    }

    private static <T> T at(Map<Integer, T> steps, int day, T otherwise) {
        var step = new TreeMap<>(steps).floorEntry(day);
        return step == null ? otherwise : step.getValue();
    }

    private static Conditions conditions(History history) {
        var figures = new TreeMap<LocalDate, Integer>();
        history.figures().forEach((day, value) -> figures.put(FIRST.plusDays(day), value));
        figures.put(LocalDate.of(2010, 1, 1), 7);
        return new Conditions(
                new OneRule(RULE, "full", figures), demand(), trigger().all(), facts(history));
    }

    private static RegisterFacts facts(History history) {
        var profiles = new TreeMap<LocalDate, Profile>();
        profiles.put(FIRST, new Profile("branch", "village"));
        history.branch()
                .forEach(
                        (day, is) ->
                                profiles.put(
                                        FIRST.plusDays(day),
                                        new Profile(is ? "branch" : "joint", "village")));
        var measures = new HashMap<String, Steps>();
        measures.put("full", steps(history.full()));
        measures.put("officers", steps(history.officers()));
        var end = FIRST.plusDays(history.end());
        return new RegisterFacts(
                UUID.randomUUID(), FIRST, end, profiles, measures, NEVER, Map.of());
    }

    private static Steps steps(Map<Integer, Integer> values) {
        var days = new TreeMap<LocalDate, Integer>();
        values.forEach((day, value) -> days.put(FIRST.plusDays(day), value));
        return new Steps(days);
    }

    private static Trigger.While trigger() {
        return new Trigger.While(
                List.of(
                        new Comparison("full", Operator.AT_LEAST, new Amount(RULE, "full", 0)),
                        new Comparison("officers", Operator.LESS, new Amount(null, null, 3))));
    }

    private static Demand demand() {
        return new Demand(
                RULE,
                "committee-missing",
                "",
                "organization",
                Set.of("branch"),
                Set.of(),
                Set.of("organ"),
                trigger(),
                new Timing(null, null, null, null, new ArrayList<>()),
                new Remedy("", ""),
                "superior");
    }

    @Provide
    Arbitrary<History> histories() {
        var days = Arbitraries.integers().between(0, DAYS - 1);
        var members = Arbitraries.integers().between(4, 9);
        return Combinators.combine(
                        Arbitraries.maps(days, members).ofMaxSize(8),
                        Arbitraries.maps(days, Arbitraries.integers().between(0, 5)).ofMaxSize(6),
                        Arbitraries.maps(days, Arbitraries.of(true, false)).ofMaxSize(3),
                        Arbitraries.maps(days, members).ofMaxSize(3),
                        Arbitraries.integers().between(1, DAYS))
                .as(History::new);
    }
}
