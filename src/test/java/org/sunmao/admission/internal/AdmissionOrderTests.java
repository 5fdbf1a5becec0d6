package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.admission.internal.Cases.ALL;
import static org.sunmao.admission.internal.Cases.FACTS;
import static org.sunmao.admission.internal.Cases.told;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.ActivistToFile;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Ended;
import org.sunmao.admission.internal.Stage.ObjectToFile;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.house.Proves;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What must have been done before, by whom, and what may be entered late. */
class AdmissionOrderTests {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final LocalDate BEFORE = DAY.minusDays(1);
    private static final LocalDate YEAR = DAY.plusYears(1);

    @Test
    @Proves({"R-DEV-09", "R-DEV-10"})
    void anActivistWasTalkedWithOnceAndRecommended() {
        var applicant = new Applicant(DAY, null, null);
        var talked = new Applicant(DAY, DAY, null);
        assertThat(told(applicant, new Step.Talk(BEFORE), FACTS)).isEqualTo("R-DEV-09");
        assertThat(told(talked, new Step.Talk(DAY), FACTS)).isEqualTo("R-DEV-09");
        assertThat(told(applicant, new Step.FixActivist(DAY, true, 0), FACTS))
                .isEqualTo("R-DEV-10");
        assertThat(told(talked, new Step.FixActivist(DAY, false, 0), FACTS)).isEqualTo("R-DEV-10");
        assertThat(told(talked, new Step.FixActivist(DAY, true, 0), FACTS)).isEqualTo("-");
    }

    @Test
    @Proves("R-DEV-11")
    void whatTheCommitteeGaveBackIsDecidedAnewAndNotBeforeThat() {
        var fixed = new ActivistToFile(new Applicant(DAY, DAY, null), DAY);
        assertThat(told(fixed, new Step.FileActivist(BEFORE, true), FACTS)).isEqualTo("R-DEV-11");
        var back = Cases.take(fixed, new Step.FileActivist(DAY.plusDays(5), false), FACTS);
        assertThat(told(back, new Step.FixActivist(DAY.plusDays(4), true, 0), FACTS))
                .isEqualTo("R-DEV-10");
        assertThat(told(back, new Step.FixActivist(DAY.plusDays(5), true, 0), FACTS))
                .isEqualTo("-");
    }

    @Test
    @Proves({"R-DEV-14", "R-DEV-16"})
    void anAssessmentMayBeEnteredLateButNeedsContactsOnThatDay() {
        var contacts = DAY.plusMonths(1);
        var activist = new Activist(DAY, DAY, contacts, List.of(DAY.plusMonths(9)), null);
        assertThat(told(activist, new Step.Assess(contacts.minusDays(1)), FACTS))
                .isEqualTo("R-DEV-16");
        var both = (Activist) Cases.take(activist, new Step.Assess(DAY.plusMonths(3)), FACTS);
        assertThat(both.assessed()).containsExactly(DAY.plusMonths(3), DAY.plusMonths(9));
        var none = new Activist(DAY, DAY, null, List.of(), null);
        assertThat(told(none, new Step.Assess(YEAR), FACTS)).isEqualTo("R-DEV-14");
    }

    @Test
    @Proves("R-DEV-18")
    void anObjectWasHeardOfAndIsOneOnceTheCommitteeAssents() {
        var activist = Cases.activist(DAY);
        var unheard = new Step.ListObject(YEAR, false, 5);
        assertThat(told(activist, unheard, Cases.excused(Rules.CULTIVATION))).isEqualTo("R-DEV-18");
        var listed = new ObjectToFile(activist, YEAR);
        assertThat(told(listed, new Step.FileObject(YEAR.minusDays(1), true), FACTS))
                .isEqualTo("R-DEV-18");
        var back = Cases.take(listed, new Step.FileObject(YEAR.plusDays(5), false), FACTS);
        assertThat(told(back, new Step.ListObject(YEAR, true, 5), FACTS)).isEqualTo("R-DEV-18");
        assertThat(told(back, new Step.Assess(YEAR), FACTS)).isEqualTo("-");
    }

    @Test
    @Proves({"R-DEV-19", "R-DEV-21", "R-DEV-22", "R-DEV-23"})
    void theBranchCommitteeExaminesWhatIsComplete() {
        var step = new Step.Examine(DAY, true, 5);
        var unheard = new Step.Examine(DAY, false, 5);
        assertThat(told(object(null, DAY, DAY), step, FACTS)).isEqualTo("R-DEV-19");
        assertThat(told(object(DAY, null, DAY), step, FACTS)).isEqualTo("R-DEV-21");
        assertThat(told(object(DAY, DAY, null), step, FACTS)).isEqualTo("R-DEV-22");
        assertThat(told(object(DAY, DAY, DAY), unheard, FACTS)).isEqualTo("R-DEV-23");
        assertThat(told(object(DAY, YEAR, DAY), step, FACTS)).isEqualTo("R-DEV-23");
        assertThat(told(object(DAY, DAY, DAY), step, FACTS)).isEqualTo("-");
    }

    private static Candidate object(
            @Nullable LocalDate sponsors,
            @Nullable LocalDate reviewed,
            @Nullable LocalDate trained) {
        return new Candidate(DAY, sponsors, reviewed, trained, null, null, null);
    }

    @Test
    @Proves({"R-DEV-21", "R-DEV-23"})
    void aReviewThatFailsLaterTakesAnExaminationBack() {
        var failed = Cases.take(Cases.candidate(DAY), new Step.Review(DAY, false), FACTS);
        var pass = new Step.PreExamine(YEAR, true, null);
        assertThat(told(failed, pass, FACTS)).isEqualTo("R-DEV-23");
        assertThat(told(failed, new Step.Examine(YEAR, true, 5), FACTS)).isEqualTo("R-DEV-21");
        var passed = Cases.take(failed, new Step.Review(YEAR, true), FACTS);
        assertThat(told(passed, pass, FACTS)).isEqualTo("R-DEV-23");
        var examined = Cases.take(passed, new Step.Examine(YEAR, true, 5), FACTS);
        assertThat(told(examined, pass, FACTS)).isEqualTo("-");
    }

    @ParameterizedTest
    @Proves({"R-DEV-02", "R-DEV-03", "R-DEV-04", "R-DEV-05"})
    @CsvSource({
        "APPROVES, -",
        "GENERAL_BRANCH, R-DEV-02",
        "BELOW_TOWNSHIP, R-DEV-03",
        "TEMPORARY, R-DEV-04",
        "LEADING_GROUP, R-DEV-05",
    })
    void onlyCommitteesThatMayDecide(Power power, String verdict) {
        var facts = Cases.by(power);
        var decided = new Decided(Cases.probationer(DAY, FACTS), Outcome.CONVERT, 0, YEAR);
        for (var yes : new boolean[] {true, false}) {
            var step = new Step.PreExamine(DAY, yes, null);
            assertThat(told(Cases.candidate(DAY), step, facts)).isEqualTo(verdict);
            assertThat(told(Cases.accepted(DAY), new Step.Approve(DAY, yes, false), facts))
                    .isEqualTo(verdict);
            assertThat(told(decided, new Step.ApproveConversion(YEAR, yes), facts))
                    .isEqualTo(verdict);
        }
    }

    @Test
    @Proves({"R-DEV-24", "R-DEV-26"})
    void theFormIsForWhoPassedAndTheMeetingForWhoFilledItIn() {
        var candidate = Cases.candidate(DAY);
        assertThat(told(candidate, new Step.FillForm(DAY), FACTS)).isEqualTo("R-DEV-26");
        assertThat(told(candidate, new Step.PreExamine(BEFORE, true, null), FACTS))
                .isEqualTo("R-DEV-24");
        var failed = Cases.take(candidate, new Step.PreExamine(YEAR, false, null), FACTS);
        assertThat(failed.code()).isEqualTo("object");
        assertThat(told(failed, new Step.PreExamine(DAY, true, null), FACTS)).isEqualTo("R-DEV-24");
        var empty = new PreExamined(candidate, DAY, null);
        assertThat(told(empty, new Step.Vote(DAY, ALL), FACTS)).isEqualTo("R-DEV-26");
    }

    @Test
    @Proves({"R-DEV-04", "R-DEV-31"})
    void aTemporaryBranchDoesNotAcceptAndNobodyVotesBeforeTheForm() {
        var temporary = new Facts(FACTS.bounds(), true, Power.APPROVES, Set.of(Rules.TEMPORARY));
        var vote = new Step.Vote(DAY, ALL);
        assertThat(told(Cases.preExamined(DAY), vote, temporary)).isEqualTo("R-DEV-04");
        var later = new PreExamined(Cases.candidate(DAY), DAY, YEAR);
        assertThat(told(later, vote, FACTS)).isEqualTo("R-DEV-31");
        assertThat(told(Cases.candidate(DAY), vote, FACTS)).isEqualTo("R-DEV-31");
    }

    @Test
    @Proves("R-DEV-31")
    void aMeetingThatWasLostIsNotFollowedByAnEarlierOne() {
        var no = new Counts(8, 8, 0, 4, 4, 0);
        var back = Cases.take(Cases.preExamined(DAY), new Step.Vote(YEAR, no), FACTS);
        assertThat(told(back, new Step.PreExamine(YEAR.minusDays(1), true, null), FACTS))
                .isEqualTo("R-DEV-24");
        assertThat(told(back, new Step.PreExamine(YEAR, true, null), FACTS)).isEqualTo("-");
    }

    @Test
    @Proves({"R-DEV-33", "R-DEV-34", "R-DEV-35"})
    void theCommitteeHasTheResolutionAndTalkedWithWhomItApproves() {
        var candidate = Cases.candidate(DAY);
        var yes = new Step.Approve(DAY, true, false);
        var no = new Step.Approve(DAY, false, false);
        var submitted = new Accepted(candidate, DAY, DAY, null);
        assertThat(told(new Accepted(candidate, DAY, null, DAY), yes, FACTS)).isEqualTo("R-DEV-33");
        assertThat(told(submitted, yes, FACTS)).isEqualTo("R-DEV-34");
        assertThat(told(submitted, no, FACTS)).isEqualTo("-");
        assertThat(told(Cases.accepted(DAY), new Step.Approve(BEFORE, true, false), FACTS))
                .isEqualTo("R-DEV-35");
        assertThat(told(Cases.accepted(DAY), new Step.Submit(DAY), FACTS)).isEqualTo("R-DEV-33");
        assertThat(told(Cases.accepted(DAY), new Step.SuperiorTalk(DAY), FACTS))
                .isEqualTo("R-DEV-34");
    }

    @Test
    @Proves({"R-DEV-36", "R-DEV-39", "R-DEV-40", "R-DEV-41"})
    void whatFollowsTheApprovalIsDoneOnceAndMayBeEnteredAfterAnExtension() {
        var extended = Cases.probationer(DAY, YEAR.plusMonths(6), YEAR);
        for (var step :
                List.of(new Step.FileApproval(DAY), new Step.Assign(DAY), new Step.Swear(DAY))) {
            var rule = AdmissionProcess.ruleOf(step).value();
            assertThat(told(Cases.take(extended, step, FACTS), step, FACTS)).isEqualTo(rule);
            assertThat(told(Cases.accepted(DAY), step, FACTS)).isEqualTo(rule);
        }
        assertThat(told(extended, new Step.AssessProbation(BEFORE), FACTS)).isEqualTo("R-DEV-41");
        var assessed = Cases.take(extended, new Step.AssessProbation(YEAR), FACTS);
        assertThat(told(assessed, new Step.AssessProbation(DAY), FACTS)).isEqualTo("-");
    }

    @Test
    @Proves({"R-DEV-46", "R-DEV-47"})
    void conversionIsAskedForHeardOfAndDecidedAnewAfterARefusal() {
        var quiet = Cases.probationer(DAY, YEAR, null);
        var convert = new Step.VoteConversion(YEAR, Outcome.CONVERT, 0, true, 5, ALL);
        var unheard = new Step.VoteConversion(YEAR, Outcome.CANCEL, 0, false, 0, ALL);
        assertThat(told(quiet, convert, FACTS)).isEqualTo("R-DEV-46");
        assertThat(told(quiet, unheard, FACTS)).isEqualTo("R-DEV-46");
        var asked = Cases.take(quiet, new Step.ApplyConversion(YEAR), FACTS);
        assertThat(told(asked, new Step.ApplyConversion(YEAR), FACTS)).isEqualTo("R-DEV-46");
        var decided = Cases.take(asked, convert, FACTS);
        assertThat(told(decided, new Step.ApproveConversion(YEAR.minusDays(1), true), FACTS))
                .isEqualTo("R-DEV-47");
        var late = new Step.ApproveConversion(YEAR.plusDays(9), false);
        var back = Cases.take(decided, late, FACTS);
        assertThat(back.code()).isEqualTo("probationer");
        assertThat(told(back, convert, FACTS)).isEqualTo("R-DEV-46");
    }

    @Test
    @Proves({"R-DEV-17", "R-DEV-25", "R-DEV-51"})
    void whoMovesKeepsHisDaysOnceThePapersAreExamined() {
        var activist = Cases.activist(DAY);
        var unexamined = new Step.Move(YEAR, false);
        var move = new Step.Move(YEAR, true);
        assertThat(told(activist, unexamined, FACTS)).isEqualTo("R-DEV-17");
        assertThat(Cases.take(activist, move, FACTS)).isEqualTo(activist);
        var probationer = Cases.probationer(DAY, FACTS);
        assertThat(told(probationer, unexamined, FACTS)).isEqualTo("R-DEV-51");
        assertThat(Cases.take(probationer, move, FACTS)).isEqualTo(probationer);
        assertThat(told(Cases.accepted(DAY), move, FACTS)).isEqualTo("R-DEV-25");
        var again = (Candidate) Cases.take(Cases.preExamined(DAY), move, FACTS);
        assertThat(again.examined()).isEqualTo(DAY);
        assertThat(told(again, new Step.FillForm(YEAR), FACTS)).isEqualTo("R-DEV-26");
    }

    @Test
    @Proves({"R-DEV-11", "R-DEV-43", "R-DEV-46"})
    void deathEndsItOnWhateverDayAndTheRestOnlyBeforeProbation() {
        var probationer = Cases.probationer(DAY, FACTS);
        var withdrew = new Step.End(DAY, Reason.WITHDREW);
        assertThat(told(probationer, withdrew, FACTS)).isEqualTo("R-DEV-43");
        assertThat(Cases.take(probationer, new Step.End(BEFORE, Reason.DIED), FACTS))
                .isEqualTo(new Ended(BEFORE, Reason.DIED));
        assertThat(told(Cases.activist(DAY), withdrew, FACTS)).isEqualTo("-");
        var early = new Step.End(BEFORE, Reason.REMOVED);
        assertThat(told(Cases.activist(DAY), early, FACTS)).isEqualTo("R-DEV-11");
        assertThat(told(new Stage.Member(DAY, DAY), withdrew, FACTS)).isEqualTo("R-DEV-46");
    }
}
