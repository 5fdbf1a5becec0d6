package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.ActivistToFile;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Cancelled;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Ended;
import org.sunmao.admission.internal.Stage.Entry;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.ObjectToFile;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.internal.Law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a case waits for, since when and until when, at each stage; and what of it is done. */
class WaitingTests {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final Rulebook LAW = Law.rulebook();
    private static final Bounds BOUNDS = Bounds.of(WaitingTests::rule);
    private static final Clocks CLOCKS = Clocks.of(WaitingTests::rule);
    private static final Candidate READY =
            new Candidate(day(1), day(2), day(4), day(3), null, null, null);
    private static final Candidate EXAMINED =
            new Candidate(day(1), day(2), day(4), day(3), day(5), null, null);
    private static final Activist ACTIVIST =
            new Activist(DAY, day(5), day(6), List.of(day(100)), null);

    private static org.sunmao.rules.Rule rule(RuleId id) {
        return LAW.rule(id, DAY);
    }

    private static LocalDate day(int after) {
        return DAY.plusDays(after);
    }

    /** A stage, and what it waits for: since, next, due, and what was done last. */
    record Case(Stage stage, LocalDate since, StepCode next, LocalDate due, StepCode done) {}

    static Stream<Case> waiting() {
        var applicant = new Applicant(DAY, null, null);
        var talked = new Applicant(DAY, day(3), null);
        var again = new Applicant(DAY, day(3), day(9));
        var entry = new Entry(day(40), null, null, List.of());
        return Stream.of(
                new Case(
                        applicant,
                        DAY,
                        StepCode.TALK,
                        LocalDate.of(2024, 2, 29),
                        StepCode.APPLICATION),
                new Case(talked, day(3), StepCode.FIX_ACTIVIST, null, StepCode.TALK),
                new Case(again, day(9), StepCode.FIX_ACTIVIST, null, StepCode.TALK),
                new Case(
                        new ActivistToFile(talked, day(4)),
                        day(4),
                        StepCode.FILE_ACTIVIST,
                        null,
                        StepCode.FIX_ACTIVIST),
                new Case(
                        new Activist(DAY, day(5), null, List.of(), null),
                        day(5),
                        StepCode.CONTACTS,
                        null,
                        StepCode.FILE_ACTIVIST),
                new Case(
                        new Activist(DAY, day(5), day(6), List.of(), null),
                        DAY,
                        StepCode.ASSESS,
                        LocalDate.of(2024, 7, 31),
                        StepCode.CONTACTS),
                new Case(
                        ACTIVIST,
                        day(100),
                        StepCode.ASSESS,
                        day(100).plusMonths(6),
                        StepCode.ASSESS),
                new Case(
                        new Activist(DAY, day(5), day(6), List.of(day(100), day(200)), null),
                        DAY.plusYears(1),
                        StepCode.LIST_OBJECT,
                        null,
                        StepCode.ASSESS),
                new Case(
                        new Activist(DAY, day(5), day(6), List.of(day(100), day(500)), day(400)),
                        day(500),
                        StepCode.LIST_OBJECT,
                        null,
                        StepCode.ASSESS),
                new Case(
                        new ObjectToFile(ACTIVIST, day(400)),
                        day(400),
                        StepCode.FILE_OBJECT,
                        null,
                        StepCode.LIST_OBJECT),
                new Case(
                        new Probationer(DAY, DAY.plusYears(1), day(30), null, null, entry, null),
                        day(30),
                        StepCode.ASSIGN,
                        null,
                        StepCode.FILE_APPROVAL));
    }

    static Stream<Case> deciding() {
        var sworn = new Entry(day(40), day(41), day(42), List.of(day(50)));
        var unsworn = new Entry(day(40), day(41), null, List.of());
        var end = DAY.plusYears(1);
        var asked = new Probationer(DAY, end, day(30), null, day(360), sworn, null);
        var filled = new PreExamined(EXAMINED, day(6), day(7));
        var submitted = new Accepted(EXAMINED, day(8), day(9), null);
        var talked = new Accepted(EXAMINED, day(8), day(9), day(12));
        return Stream.of(
                new Case(READY, day(4), StepCode.EXAMINE, null, StepCode.TRAINING),
                new Case(
                        EXAMINED,
                        day(5),
                        StepCode.PRE_EXAMINE,
                        day(5).plusMonths(1),
                        StepCode.EXAMINE),
                new Case(
                        new PreExamined(EXAMINED, day(6), null),
                        day(6),
                        StepCode.FORM,
                        null,
                        StepCode.PRE_EXAMINE),
                new Case(filled, day(7), StepCode.VOTE, null, StepCode.FORM),
                new Case(
                        new Accepted(EXAMINED, day(8), null, null),
                        day(8),
                        StepCode.SUBMIT,
                        null,
                        StepCode.VOTE),
                new Case(
                        submitted,
                        day(9),
                        StepCode.SUPERIOR_TALK,
                        day(9).plusMonths(3),
                        StepCode.SUBMIT),
                new Case(
                        talked,
                        day(12),
                        StepCode.APPROVE,
                        day(9).plusMonths(3),
                        StepCode.SUPERIOR_TALK),
                new Case(
                        new Probationer(DAY, end, day(30), null, null, Entry.NONE, null),
                        day(30),
                        StepCode.FILE_APPROVAL,
                        null,
                        StepCode.APPROVE),
                new Case(
                        new Probationer(DAY, end, day(30), null, null, unsworn, null),
                        day(30),
                        StepCode.OATH,
                        day(60),
                        StepCode.ASSIGN),
                new Case(
                        new Probationer(DAY, end, day(30), null, null, sworn, null),
                        end,
                        StepCode.CONVERSION_APPLICATION,
                        end,
                        StepCode.PROBATION_ASSESS),
                new Case(
                        asked,
                        end,
                        StepCode.CONVERSION_VOTE,
                        null,
                        StepCode.CONVERSION_APPLICATION),
                new Case(
                        new Decided(asked, Outcome.CONVERT, 0, day(370)),
                        day(370),
                        StepCode.CONVERSION_APPROVE,
                        day(370).plusMonths(3),
                        StepCode.CONVERSION_VOTE),
                new Case(
                        new Member(end, day(380)),
                        day(380),
                        StepCode.ARCHIVE,
                        null,
                        StepCode.CONVERSION_APPROVE));
    }

    @ParameterizedTest
    @MethodSource({"waiting", "deciding"})
    void aCaseWaitsForTheNextStepSinceTheLastAndUntilTheRuleSays(Case one) {
        assertThat(Waiting.of(one.stage(), BOUNDS, CLOCKS))
                .isEqualTo(new Waiting(one.since(), one.next(), one.due()));
        assertThat(Progress.done(one.stage()))
                .contains(one.done())
                .doesNotContain(StepCode.ARCHIVE);
    }

    @ParameterizedTest
    @MethodSource({"waiting", "deciding"})
    void theStepThatWaitsLiesInTheGateOfTheStage(Case one) {
        var early = one.stage() instanceof Applicant || one.stage() instanceof Probationer;
        if (!early && !(one.stage() instanceof Activist)) {
            assertThat(Progress.gate(one.stage())).isEqualTo(one.next().gate());
        }
    }

    @Test
    void whatIsOverWaitsForNothing() {
        for (var over :
                List.of(
                        new Archived(DAY, day(9)),
                        new Cancelled(day(9)),
                        new Ended(day(9), Reason.WITHDREW))) {
            assertThat(Waiting.of(over, BOUNDS, CLOCKS)).isEqualTo(new Waiting(day(9), null, null));
            assertThat(Progress.gate(over)).isEqualTo(StepCode.Gate.BESIDE);
        }
    }

    @Test
    void anObjectNeedsSponsorsThenTheReviewThenTheTraining() {
        assertThat(next(new Candidate(day(1), null, null, null, null, null, null)))
                .isEqualTo(StepCode.SPONSORS);
        assertThat(next(new Candidate(day(1), day(2), null, day(3), null, null, null)))
                .isEqualTo(StepCode.REVIEW);
        assertThat(next(new Candidate(day(1), day(2), day(3), null, null, null, null)))
                .isEqualTo(StepCode.TRAINING);
        var back = new Candidate(day(1), day(2), day(3), day(3), day(5), null, day(20));
        assertThat(Waiting.of(back, BOUNDS, CLOCKS).since()).isEqualTo(day(20));
        assertThat(Progress.gate(READY)).isEqualTo(StepCode.Gate.ACCEPTANCE);
        assertThat(Progress.gate(new Candidate(day(1), day(2), null, null, null, null, null)))
                .isEqualTo(StepCode.Gate.OBJECT);
    }

    private static StepCode next(Stage stage) {
        return Waiting.of(stage, BOUNDS, CLOCKS).next();
    }
}
