package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.admission.internal.Cases.ALL;
import static org.sunmao.admission.internal.Cases.FACTS;
import static org.sunmao.admission.internal.Cases.told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.house.Proves;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.List;

/**
 * At, below and above each figure of the book; on 29 February and at the ends of months. A rule
 * with a mark is explainable, the others are hard, and a dash is a yes.
 */
class AdmissionBoundsTests {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    @ParameterizedTest
    @Proves("R-DEV-07")
    @CsvSource({
        "2000-06-15, 2018-06-14, R-DEV-07",
        "2000-06-15, 2018-06-15, -",
        "2000-06-15, 2018-06-16, -",
        "2004-02-29, 2022-02-27, R-DEV-07",
        "2004-02-29, 2022-02-28, -",
        "2006-03-01, 2024-02-29, R-DEV-07",
        "2006-03-01, 2024-03-01, -",
    })
    void whoIsOfAgeOnThatDayMayApply(LocalDate born, LocalDate on, String verdict) {
        assertThat(told(AdmissionProcess.apply(born, on, FACTS))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-12")
    @CsvSource({
        "0, 2025-01-31, -",
        "1, 2025-02-27, R-DEV-12?",
        "1, 2025-02-28, -",
        "3, 2025-04-29, R-DEV-12?",
        "3, 2025-04-30, -",
        "6, 2025-07-30, R-DEV-12?",
        "6, 2025-07-31, -",
        "6, 2025-08-01, -",
    })
    void anActivistHasWaitedAsLongAsTheLocalitySays(int months, LocalDate on, String verdict) {
        var applied = LocalDate.of(2025, 1, 31);
        var facts = Cases.local(Rules.APPLIED_FOR, "months", months);
        var stage = new Applicant(applied, applied, null);
        assertThat(told(stage, new Step.FixActivist(on, true, 0), facts)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-14")
    @CsvSource({"0, R-DEV-14", "1, -", "2, -", "3, R-DEV-14"})
    void oneOrTwoAreContacts(int contacts, String verdict) {
        var step = new Step.NameContacts(DAY, contacts);
        assertThat(told(Cases.activist(DAY), step, FACTS)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-16")
    @CsvSource({"0, R-DEV-16", "1, R-DEV-16", "2, -", "3, -"})
    void aYearHasTwoAssessments(int times, String verdict) {
        var assessed = List.of(DAY, DAY, DAY).subList(0, times);
        var step = new Step.ListObject(DAY.plusYears(1), true, 5);
        assertThat(told(new Activist(DAY, DAY, DAY, assessed, null), step, FACTS))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-18")
    @CsvSource({
        "2024-03-10, 2025-03-09, R-DEV-18?",
        "2024-03-10, 2025-03-10, -",
        "2024-03-10, 2025-03-11, -",
        "2024-02-29, 2025-02-27, R-DEV-18?",
        "2024-02-29, 2025-02-28, -",
        "2023-02-28, 2024-02-27, R-DEV-18?",
        "2023-02-28, 2024-02-28, -",
        "2023-12-31, 2024-12-30, R-DEV-18?",
        "2023-12-31, 2024-12-31, -",
    })
    void anActivistIsCultivatedForAYear(LocalDate since, LocalDate on, String verdict) {
        var step = new Step.ListObject(on, true, 5);
        assertThat(told(Cases.activist(since), step, FACTS)).isEqualTo(verdict);
        assertThat(told(Cases.activist(since), step, Cases.excused(Rules.CULTIVATION)))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @Proves("R-DEV-18")
    @CsvSource({"1, 2025-03-03", "0, 2025-04-01"})
    void theYearCountsFromTheDecisionOrWhereTheLocalitySaysSoFromTheFiling(
            int fromDecision, LocalDate since) {
        var facts = Cases.local(Rules.CULTIVATION, "fromDecision", fromDecision);
        var fixed = new Stage.ActivistToFile(new Applicant(DAY, DAY, null), DAY);
        var filed = Cases.take(fixed, new Step.FileActivist(LocalDate.of(2025, 4, 1), true), facts);
        assertThat(((Activist) filed).since()).isEqualTo(since);
    }

    @ParameterizedTest
    @Proves("R-DEV-19")
    @CsvSource({"1, 0, R-DEV-19", "2, 0, -", "2, 1, R-DEV-19", "3, 0, R-DEV-19"})
    void twoWithAllTheirRightsAreSponsors(int sponsors, int barred, String verdict) {
        var step = new Step.NameSponsors(DAY, sponsors, barred);
        assertThat(told(Cases.candidate(DAY), step, FACTS)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-22")
    @CsvSource({
        "2, 23, false, R-DEV-22",
        "3, 0, false, -",
        "3, 23, false, -",
        "4, 0, false, -",
        "0, 24, false, -",
        "2, 24, false, -",
        "2, 25, false, -",
        "0, 0, true, -",
    })
    void threeDaysOrTwentyFourHoursAreATraining(
            int days, int hours, boolean waived, String verdict) {
        var step = new Step.Train(DAY, days, hours, waived);
        assertThat(told(Cases.candidate(DAY), step, FACTS)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-25")
    @CsvSource({
        "2025-03-03, 2025-06-02, R-DEV-25?",
        "2025-03-03, 2025-06-03, R-DEV-25?",
        "2025-03-03, 2025-06-04, -",
        "2025-11-30, 2026-02-28, R-DEV-25?",
        "2025-11-30, 2026-03-01, -",
        "2023-11-30, 2024-02-29, R-DEV-25?",
        "2023-11-30, 2024-03-01, -",
        "2025-03-03,, -",
    })
    void whoLeavesWithinThreeMonthsIsNotAccepted(LocalDate on, LocalDate leaves, String verdict) {
        var stage = Cases.candidate(on);
        assertThat(told(stage, new Step.PreExamine(on, true, leaves), FACTS)).isEqualTo(verdict);
        assertThat(told(stage, new Step.PreExamine(on, false, leaves), FACTS)).isEqualTo("-");
    }

    @ParameterizedTest
    @Proves("R-DEV-27")
    @CsvSource({"4, R-DEV-27?", "5, -", "6, -"})
    void aNoticeStandsForFiveWorkingDaysAtThreeOfFourPoints(int days, String verdict) {
        var year = DAY.plusYears(1);
        var list = new Step.ListObject(year, true, days);
        var examine = new Step.Examine(DAY, true, days);
        var vote = new Step.VoteConversion(year, Outcome.CONVERT, 0, true, days, ALL);
        var fix = new Step.FixActivist(DAY, true, 0);
        assertThat(told(Cases.activist(DAY), list, FACTS)).isEqualTo(verdict);
        assertThat(told(Cases.candidate(DAY), examine, FACTS)).isEqualTo(verdict);
        assertThat(told(Cases.probationer(DAY, FACTS), vote, FACTS)).isEqualTo(verdict);
        assertThat(told(new Applicant(DAY, DAY, null), fix, FACTS)).isEqualTo("-");
    }

    @ParameterizedTest
    @Proves({"R-DEV-28", "R-DEV-31"})
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void moreThanHalfOfThoseDueMustComeAndMoreThanHalfBeInFavour(int due) {
        var least = due / 2 + 1;
        var stage = Cases.preExamined(DAY);
        var few = new Counts(due, least - 1, due - least + 1, due, 0, 0);
        assertThat(told(stage, new Step.Vote(DAY, few), FACTS)).isEqualTo("R-DEV-28");
        var enough = new Counts(due, least, 0, least, 0, 0);
        assertThat(Cases.take(stage, new Step.Vote(DAY, enough), FACTS))
                .isInstanceOf(Accepted.class);
        var written = new Counts(due, least, due - least, least, due - least, 0);
        assertThat(Cases.take(stage, new Step.Vote(DAY, written), FACTS))
                .isInstanceOf(Accepted.class);
        var oneLess = new Counts(due, due, 0, least - 1, due - least + 1, 0);
        assertThat(Cases.take(stage, new Step.Vote(DAY, oneLess), FACTS))
                .isInstanceOf(Candidate.class);
    }

    @ParameterizedTest
    @Proves("R-DEV-28")
    @CsvSource({
        "8, 8, 1, 8, 0, 0",
        "8, 8, 0, 8, 1, 0",
        "8, 5, 3, 5, 2, 2",
        "8, 5, -1, 5, 0, 0",
        "8, 8, 0, 9, -1, 0",
        "8, 8, 0, 9, 0, -1",
        "0, 0, 0, 0, 0, 0",
    })
    void thereAreNoMoreVotesThanVoters(
            int due, int present, int written, int yes, int no, int abstained) {
        var counts = new Counts(due, present, written, yes, no, abstained);
        assertThat(told(Cases.preExamined(DAY), new Step.Vote(DAY, counts), FACTS))
                .isEqualTo("R-DEV-28");
    }

    @ParameterizedTest
    @Proves("R-DEV-37")
    @CsvSource({
        "0, 2025-08-31, 2025-08-31, -",
        "6, 2025-01-15, 2025-07-14, R-DEV-37?",
        "6, 2025-01-15, 2025-07-15, R-DEV-37?",
        "6, 2025-01-15, 2025-07-16, -",
        "6, 2025-08-31, 2026-02-28, R-DEV-37?",
        "6, 2025-08-31, 2026-03-01, -",
    })
    void whoWasNotAcceptedWaitsWhereTheLocalitySaysSo(
            int months, LocalDate failed, LocalDate on, String verdict) {
        var facts = Cases.local(Rules.VOTED_AGAIN, "months", months);
        var no = new Counts(8, 8, 0, 4, 4, 0);
        var back = Cases.take(Cases.preExamined(failed), new Step.Vote(failed, no), facts);
        var again = new PreExamined((Candidate) back, failed, failed);
        assertThat(told(again, new Step.Vote(on, ALL), facts)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-36")
    @CsvSource({
        "2025-01-31, 2025-04-29, false, -",
        "2025-01-31, 2025-04-30, false, -",
        "2025-01-31, 2025-05-01, false, R-DEV-36?",
        "2025-01-31, 2025-07-31, true, -",
        "2025-01-31, 2025-08-01, true, R-DEV-36?",
        "2025-11-30, 2026-02-28, false, -",
        "2025-11-30, 2026-03-01, false, R-DEV-36?",
        "2023-11-30, 2024-02-29, false, -",
        "2023-11-30, 2024-03-01, false, R-DEV-36?",
        "2023-08-31, 2024-02-29, true, -",
        "2023-08-31, 2024-03-01, true, R-DEV-36?",
    })
    void theCommitteeDecidesInThreeMonthsOrSix(
            LocalDate submitted, LocalDate on, boolean special, String verdict) {
        var stage = Cases.accepted(submitted);
        for (var granted : new boolean[] {true, false}) {
            var step = new Step.Approve(on, granted, special);
            assertThat(told(stage, step, FACTS)).isEqualTo(verdict);
            assertThat(told(stage, step, Cases.excused(Rules.APPROVED_IN_TIME))).isEqualTo("-");
        }
    }

    @ParameterizedTest
    @Proves({"R-DEV-42", "R-DEV-48", "R-DEV-49"})
    @CsvSource({
        "2024-06-15, 2025-06-15",
        "2024-02-29, 2025-02-28",
        "2023-02-28, 2024-02-28",
        "2023-03-01, 2024-03-01",
        "2024-12-31, 2025-12-31",
    })
    void probationIsAYearFromTheMeetingAndPartyAgeCountsFromItsEnd(
            LocalDate since, LocalDate until) {
        var stage = Cases.probationer(since, FACTS);
        assertThat(stage.since()).isEqualTo(since);
        assertThat(stage.until()).isEqualTo(until);
        assertThat(told(stage, convert(until.minusDays(1)), FACTS)).isEqualTo("R-DEV-49");
        assertThat(told(stage, convert(until), FACTS)).isEqualTo("-");
        var late = until.plusDays(40);
        var decided = Cases.take(stage, convert(late), FACTS);
        var approve = new Step.ApproveConversion(late.plusDays(1), true);
        assertThat(Cases.take(decided, approve, FACTS))
                .isEqualTo(new Member(until, late.plusDays(1)));
    }

    private static Step convert(LocalDate on) {
        return new Step.VoteConversion(on, Outcome.CONVERT, 0, true, 5, ALL);
    }

    private static Step extend(LocalDate on, int months) {
        return new Step.VoteConversion(on, Outcome.EXTEND, months, true, 0, ALL);
    }

    @ParameterizedTest
    @Proves("R-DEV-43")
    @CsvSource({"5, R-DEV-43", "6, -", "7, -", "12, -", "13, R-DEV-43"})
    void probationIsExtendedBySixToTwelveMonths(int months, String verdict) {
        var stage = Cases.probationer(DAY, FACTS);
        assertThat(told(stage, extend(DAY, months), FACTS)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves({"R-DEV-43", "R-DEV-49"})
    @CsvSource({
        "2024-02-29, 6, 2025-08-28",
        "2024-08-31, 6, 2026-02-28",
        "2023-08-31, 12, 2025-08-31",
        "2022-08-31, 6, 2024-02-29",
    })
    void anExtensionCountsFromTheFirstExpiryAndIsNotGivenTwice(
            LocalDate since, int months, LocalDate until) {
        var stage = Cases.probationer(since, FACTS);
        var on = stage.until().plusDays(9);
        var decided = Cases.take(stage, extend(on, months), FACTS);
        var extended = Cases.take(decided, new Step.ApproveConversion(on, true), FACTS);
        assertThat(((Probationer) extended).until()).isEqualTo(until);
        assertThat(told(extended, extend(until, 6), FACTS)).isEqualTo("R-DEV-43");
        assertThat(told(extended, convert(until), FACTS)).isEqualTo("R-DEV-46");
        var asked = Cases.take(extended, new Step.ApplyConversion(on), FACTS);
        assertThat(told(asked, convert(until.minusDays(1)), FACTS)).isEqualTo("R-DEV-49");
        assertThat(told(asked, convert(until), FACTS)).isEqualTo("-");
    }

    @ParameterizedTest
    @Proves("R-DEV-47")
    @CsvSource({
        "2025-03-03, 2025-06-02, -",
        "2025-03-03, 2025-06-03, -",
        "2025-03-03, 2025-06-04, R-DEV-47?",
        "2025-08-31, 2025-11-30, -",
        "2025-08-31, 2025-12-01, R-DEV-47?",
        "2025-11-30, 2026-02-28, -",
        "2025-11-30, 2026-03-01, R-DEV-47?",
    })
    void conversionIsDecidedInThreeMonths(LocalDate met, LocalDate on, String verdict) {
        var was = Cases.probationer(met.minusYears(1), FACTS);
        var stage = new Decided(was, Outcome.CONVERT, 0, met);
        assertThat(told(stage, new Step.ApproveConversion(on, true), FACTS)).isEqualTo(verdict);
        assertThat(told(stage, new Step.ApproveConversion(on, false), FACTS)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Proves("R-DEV-53")
    @CsvSource({"4, R-DEV-53", "5, -", "6, R-DEV-53"})
    void fivePapersGoIntoTheFile(int items, String verdict) {
        assertThat(told(new Member(DAY, DAY), new Step.Archive(DAY, items), FACTS))
                .isEqualTo(verdict);
    }

    @Test
    void theFiguresAreThoseOfTheBook() {
        assertThat(FACTS.bounds().age()).isEqualTo(18);
        assertThat(FACTS.bounds().assessments()).isEqualTo(2);
        assertThat(FACTS.bounds().fromDecision()).isTrue();
        assertThat(Cases.local(new RuleId("R-DEV-18"), "years", 2).bounds().assessments())
                .isEqualTo(4);
    }
}
