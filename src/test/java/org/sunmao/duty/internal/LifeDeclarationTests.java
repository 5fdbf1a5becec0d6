package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the book demands of organization life: of whom, how often, and what counts for it. */
class LifeDeclarationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate BEGUN = LocalDate.of(2026, 1, 1);
    private static final UUID ID = UUID.randomUUID();

    @ParameterizedTest
    @Proves({
        "R-LF-01", "R-LF-04", "R-LF-05", "R-LF-07", "R-LF-08", "R-LF-10", "R-LF-11", "R-LF-13"
    })
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    members-meeting   | branch         | 1 | 0 | 4
                    members-meeting   | branch         | 0 | 0 | 0
                    members-meeting   | floating       | 1 | 0 | 4
                    members-meeting   | general-branch | 9 | 3 | 0
                    members-meeting   | temporary      | 9 | 3 | 0
                    members-meeting   | committee      | 9 | 3 | 0
                    committee-meeting | branch         | 9 | 3 | 12
                    committee-meeting | joint          | 9 | 3 | 12
                    committee-meeting | branch         | 9 | 2 | 0
                    group-meeting     | group          | 0 | 0 | 12
                    group-meeting     | branch         | 9 | 3 | 0
                    lecture           | joint          | 1 | 0 | 4
                    secretary-lecture | branch         | 9 | 1 | 1
                    secretary-lecture | branch         | 9 | 0 | 0
                    theme-day         | branch         | 1 | 0 | 12
                    theme-day         | general-branch | 9 | 3 | 0
                    life-meeting      | branch         | 1 | 0 | 1
                    appraisal         | branch         | 1 | 0 | 1
                    talk              | branch         | 2 | 0 | 1
                    talk              | branch         | 1 | 0 | 0
                    """)
    void whatAYearDemandsOfWhom(String name, String kind, int members, int officers, int times) {
        var derived = deriving().of(demand(name), facts(kind, members, officers, Map.of()));
        assertThat(derived.stream().filter(one -> !one.days().opens().isAfter(TODAY)))
                .hasSize(times);
        assertThat(derived)
                .allSatisfy(one -> assertThat(one.days().opens()).isAfterOrEqualTo(BEGUN));
    }

    @Test
    @Proves({"R-WR-01", "R-LF-10"})
    void aYearIsDueOnItsLastDayThenYellowAndAfterAMonthRed() {
        var none = facts("branch", 3, 1, Map.of());
        var days = deriving().of(demand("life-meeting"), none).getFirst().days();
        assertThat(days.due()).isEqualTo("2026-12-31");
        assertThat(days.yellowFrom()).isEqualTo("2027-01-01");
        assertThat(days.redFrom()).isEqualTo("2027-01-30");
        assertThat(demand("life-meeting").timing().remind()).hasSize(1);
    }

    @Test
    void whatWasHeldBeforeRecordsBeganMayStillBeTold() {
        var early = Map.of("theme-day", List.of(LocalDate.of(2025, 12, 31)));
        var derived = deriving().of(demand("theme-day"), facts("branch", 3, 1, early));
        assertThat(derived.getFirst().days().endedOn()).isEqualTo(NEVER);
    }

    @ParameterizedTest
    @Proves({"R-LF-07", "R-LF-08", "R-LF-10", "R-LF-11"})
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    members      | -         | true  | members-meeting
                    committee    | -         | true  | committee-meeting
                    group        | -         | false | group-meeting
                    lecture      | -         | false | lecture
                    lecture      | -         | true  | lecture secretary-lecture
                    theme-day    | -         | true  | theme-day
                    life-meeting | -         | true  | life-meeting
                    life-meeting | members   | true  | life-meeting members-meeting
                    life-meeting | committee | true  | life-meeting committee-meeting
                    life-meeting | group     | true  | life-meeting group-meeting
                    appraisal    | -         | true  | appraisal members-meeting
                    talk         | -         | true  | talk
                    volunteering | -         | true  | -
                    """)
    void whatAMeetingCountsFor(String type, String form, boolean bySecretary, String events) {
        var expected = events == null ? List.of() : List.of(events.split(" "));
        assertThat(LifeEvents.of(type, form, bySecretary)).isEqualTo(expected);
        assertThat(LifeEvents.NAMES).containsAll(LifeEvents.of(type, form, bySecretary));
    }

    @Test
    @Proves({"R-LF-15", "R-EVA-05"})
    void minutesHaveThreeDaysAndAnAppraisalThirty() {
        var minutes = occasion("minutes-unsigned", BEGUN);
        assertThat(minutes.opens()).isEqualTo("2026-01-04");
        assertThat(minutes.yellowFrom()).isEqualTo("2026-01-05");
        var untold = occasion("appraisal-untold", BEGUN);
        assertThat(untold.due()).isEqualTo("2026-01-31");
        assertThat(untold.redFrom()).isEqualTo(NEVER);
        var signed = new Occasion(ID, "case", ID, BEGUN, null, BEGUN.plusDays(2), Map.of());
        var branch = facts("branch", 3, 1, Map.of());
        assertThat(deriving().of(demand("minutes-unsigned"), signed, branch)).isEmpty();
    }

    private static DutyDays occasion(String name, LocalDate from) {
        var demand = demand(name);
        var found = new Occasion(ID, demand.subject(), ID, from, null, null, Map.of());
        return deriving().of(demand, found, facts("branch", 3, 1, Map.of())).orElseThrow().days();
    }

    private static Demand demand(String name) {
        return Law.book().values().stream()
                .flatMap(rule -> rule.demands().stream())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Deriving deriving() {
        return new Deriving(Law.rulebook(), new EveryDay(), TODAY);
    }

    private static RegisterFacts facts(
            String kind, int members, int officers, Map<String, List<LocalDate>> events) {
        var measures =
                Map.of("members", members, "full", members, "officers", officers)
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> steps(one.getValue())));
        measures.put("secretaries", steps(Math.min(officers, 1)));
        return new RegisterFacts(
                ID,
                SINCE,
                NEVER,
                new TreeMap<>(Map.of(SINCE, new Profile(kind, "village"))),
                measures,
                BEGUN,
                new HashMap<>(events));
    }

    private static Steps steps(int value) {
        return new Steps(new TreeMap<>(Map.of(SINCE, value)));
    }

    /** No holidays; working days are not what is looked at here. */
    static final class EveryDay implements WorkCalendar {

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
}
