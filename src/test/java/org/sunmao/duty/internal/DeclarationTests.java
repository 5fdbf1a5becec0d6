package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.duty.Occasions.Occasion;
import org.sunmao.duty.internal.RegisterFacts.Profile;
import org.sunmao.house.Proves;
import org.sunmao.rules.Demand;
import org.sunmao.rules.internal.Law;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the book declares, at, below and above each bound. */
class DeclarationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 31);
    private static final UUID ID = UUID.randomUUID();

    private static final String NUMBERS =
            """
            branch|social|full=3 members=50 officers=1 secretaries=1|-
            branch|social|full=2 members=50 officers=1 secretaries=1|branch-too-small
            branch|social|full=3 members=51 officers=1 secretaries=1|branch-too-large
            branch|social|full=6 members=6 officers=2 secretaries=1|-
            branch|social|full=6 members=6 officers=3 secretaries=1|committee-superfluous
            branch|social|full=7 members=7 officers=2 secretaries=1|committee-missing
            branch|social|full=7 members=7 officers=3 secretaries=1|-
            branch|social|full=7 members=7 officers=7 secretaries=1|-
            branch|social|full=7 members=7 officers=8 secretaries=1|committee-too-large
            branch|social|full=3 members=3 officers=0 secretaries=0|secretary-vacant
            branch|social|full=3 members=3 officers=1 secretaries=1 groups=1 ungrouped=0|-
            branch|social|full=3 officers=1 secretaries=1 groups=1 ungrouped=1|member-without-group
            branch|social|full=3 members=3 officers=1 secretaries=1 groups=0 ungrouped=3|-
            joint|social|full=3 members=3 officers=1 secretaries=1 units=5|-
            joint|social|full=3 members=3 officers=1 secretaries=1 units=6|joint-too-many
            joint|social|full=2 members=3 officers=1 secretaries=1 units=2|joint-too-small
            general-branch|social|members=50 secretaries=1|-
            general-branch|social|members=49 secretaries=1|general-too-small
            general-branch|social|members=99 secretaries=1|-
            general-branch|social|members=100 secretaries=1|general-too-large
            general-branch|village|members=51 secretaries=1|-
            general-branch|village|members=50 secretaries=1|village-general-too-small
            committee|social|members=100 secretaries=1|-
            committee|social|members=99 secretaries=1|committee-too-small
            committee|village|members=99 secretaries=1|village-committee-too-small
            committee|organ|members=5 secretaries=1|-
            group|social|leaders=0|leader-missing
            group|social|leaders=1|-
            temporary|social|full=1 officers=0 secretaries=0|-
            """;

    @ParameterizedTest
    @Proves({"R-BR-01", "R-BR-02", "R-BR-03", "R-BR-08", "R-BR-13", "R-BR-14", "R-BR-15"})
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = NUMBERS)
    void whatTheNumbersDemand(String kind, String field, String numbers, String demanded) {
        var facts = facts(kind, field, numbers);
        var names =
                demands().stream()
                        .filter(demand -> demand.trigger() instanceof Demand.Trigger.While)
                        .flatMap(demand -> deriving().of(demand, facts).stream())
                        .map(Derived::name)
                        .toList();
        assertThat(names).isEqualTo(demanded == null ? List.of() : List.of(demanded));
    }

    @Test
    @Proves({"R-BR-11", "R-WR-05"})
    void aVacancyIsYellowAfterAMonthAndRedAfterThree() {
        var vacant = facts("branch", "social", "full=3 members=3 officers=0 secretaries=0");
        var days = deriving().of(demand("secretary-vacant"), vacant).getFirst().days();
        assertThat(days.due()).isEqualTo("2026-02-28");
        assertThat(days.yellowFrom()).isEqualTo("2026-02-28");
        assertThat(days.redFrom()).isEqualTo("2026-04-30");
    }

    @Test
    @Proves({"R-BR-06", "R-WR-01"})
    void anAdjustmentHasThirtyDaysThenYellowThenRed() {
        var small = facts("branch", "social", "full=2 members=3 officers=1 secretaries=1");
        var days = deriving().of(demand("branch-too-small"), small).getFirst().days();
        assertThat(days.due()).isEqualTo("2026-03-02");
        assertThat(days.yellowFrom()).isEqualTo("2026-03-03");
        assertThat(days.redFrom()).isEqualTo("2026-04-01");
    }

    @Test
    @Proves({"R-EL-02", "R-WR-04"})
    void aTermIsToldSixMonthsAheadAndRedWhenItIsOver() {
        var due = LocalDate.of(2027, 3, 31);
        var days = occasion("term-ends", SINCE, due);
        assertThat(days.opens()).isEqualTo("2026-09-30");
        assertThat(days.yellowFrom()).isEqualTo("2026-09-30");
        assertThat(days.redFrom()).isEqualTo("2027-04-01");
        var remind = demand("term-ends").timing().remind();
        assertThat(
                        remind.stream()
                                .map(one -> deriving().moment(one, Law::rule, due, due).toString()))
                .containsExactly("2026-12-31", "2027-02-28");
    }

    @Test
    @Proves({"R-MOB-07", "PRV-04", "R-WR-09", "R-BR-12"})
    void whatCodeFindsHasTheDaysOfItsRule() {
        assertThat(occasion("floating-without-contact", SINCE, null).due()).isEqualTo("2026-03-02");
        assertThat(occasion("correction-unanswered", SINCE, SINCE.plusDays(15)).yellowFrom())
                .isEqualTo("2026-02-16");
        var mismatch = occasion("data-mismatch", SINCE, null);
        assertThat(mismatch.yellowFrom()).isEqualTo(SINCE);
        assertThat(mismatch.redFrom()).isEqualTo("2026-02-15");
        assertThat(occasion("secretary-standing", SINCE, null).redFrom()).isEqualTo(NEVER);
    }

    @Test
    @Proves("R-BR-07")
    void aTemporaryBranchIsReviewedEverySixMonthsAndALateReviewMakesGood() {
        var temporary = facts("temporary", "social", "");
        temporary.events().put("review", List.of(LocalDate.of(2026, 8, 5)));
        var rounds = deriving().of(demand("temporary-review"), temporary);
        assertThat(rounds)
                .extracting(
                        one ->
                                one.days().opens()
                                        + " "
                                        + one.days().due()
                                        + " "
                                        + one.days().endedOn())
                .containsExactly(
                        "2026-01-31 2026-07-30 2026-08-05",
                        "2026-07-31 2027-01-30 2026-08-05",
                        "2027-01-31 2027-07-30 9999-12-31");
    }

    private static DutyDays occasion(String name, LocalDate from, @Nullable LocalDate due) {
        var demand = demand(name);
        var facts = facts("branch", "social", "");
        var found = new Occasion(ID, demand.subject(), ID, from, due, null, Map.of());
        return deriving().of(demand, found, facts).orElseThrow().days();
    }

    private static Demand demand(String name) {
        return demands().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Demand> demands() {
        return Law.book().values().stream().flatMap(rule -> rule.demands().stream()).toList();
    }

    private static Deriving deriving() {
        return new Deriving(Law.rulebook(), new Weekdays(), TODAY);
    }

    /** No holidays; working days are not what is looked at here. */
    private static final class Weekdays implements WorkCalendar {

        @Override
        public boolean works(LocalDate day) {
            return true;
        }

        @Override
        public boolean official(int year) {
            return false;
        }

        @Override
        public LocalDate workingDay(LocalDate from, int count) {
            return from.plusDays(count);
        }
    }

    private static RegisterFacts facts(String kind, String field, String numbers) {
        var measures = new HashMap<String, Steps>();
        Arrays.stream(numbers.split(" +"))
                .filter(one -> !one.isBlank())
                .map(one -> one.split("="))
                .forEach(
                        one ->
                                measures.put(
                                        one[0],
                                        new Steps(
                                                new TreeMap<>(
                                                        Map.of(SINCE, Integer.valueOf(one[1]))))));
        var profiles = new TreeMap<LocalDate, Profile>(Map.of(SINCE, new Profile(kind, field)));
        return new RegisterFacts(ID, SINCE, NEVER, profiles, measures, NEVER, new HashMap<>());
    }
}
