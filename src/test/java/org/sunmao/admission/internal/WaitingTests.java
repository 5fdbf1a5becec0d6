package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
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
    private static final LocalDate END = DAY.plusYears(1);
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
    record Case(
            Stage stage, LocalDate since, StepCode next, @Nullable LocalDate due, StepCode done) {}

    private static Case of(
            Stage stage, LocalDate since, StepCode next, @Nullable LocalDate due, StepCode done) {
        return new Case(stage, since, next, due, done);
    }

    static Stream<Case> applicants() {
        var none = new Applicant(DAY, null, null);
        var talked = new Applicant(DAY, day(3), null);
        var again = new Applicant(DAY, day(3), day(9));
        var fixed = new ActivistToFile(talked, day(4));
        var month = LocalDate.of(2024, 2, 29);
        return Stream.of(
                of(none, DAY, StepCode.TALK, month, StepCode.APPLICATION),
                of(talked, day(3), StepCode.FIX_ACTIVIST, null, StepCode.TALK),
                of(again, day(9), StepCode.FIX_ACTIVIST, null, StepCode.TALK),
                of(fixed, day(4), StepCode.FILE_ACTIVIST, null, StepCode.FIX_ACTIVIST));
    }

    static Stream<Case> activists() {
        var alone = new Activist(DAY, day(5), null, List.of(), null);
        var young = new Activist(DAY, day(5), day(6), List.of(), null);
        var two = new Activist(DAY, day(5), day(6), List.of(day(100), day(200)), null);
        var late = new Activist(DAY, day(5), day(6), List.of(day(100), day(500)), day(400));
        var listed = new ObjectToFile(ACTIVIST, day(400));
        var half = LocalDate.of(2024, 7, 31);
        var next = day(100).plusMonths(6);
        return Stream.of(
                of(alone, day(5), StepCode.CONTACTS, null, StepCode.FILE_ACTIVIST),
                of(young, DAY, StepCode.ASSESS, half, StepCode.CONTACTS),
                of(ACTIVIST, day(100), StepCode.ASSESS, next, StepCode.ASSESS),
                of(two, DAY.plusYears(1), StepCode.LIST_OBJECT, null, StepCode.ASSESS),
                of(late, day(500), StepCode.LIST_OBJECT, null, StepCode.ASSESS),
                of(listed, day(400), StepCode.FILE_OBJECT, null, StepCode.LIST_OBJECT));
    }

    static Stream<Case> objects() {
        var passed = new PreExamined(EXAMINED, day(6), null);
        var filled = new PreExamined(EXAMINED, day(6), day(7));
        var accepted = new Accepted(EXAMINED, day(8), null, null);
        var submitted = new Accepted(EXAMINED, day(8), day(9), null);
        var talked = new Accepted(EXAMINED, day(8), day(9), day(12));
        var answer = day(5).plusMonths(1);
        var decision = day(9).plusMonths(3);
        return Stream.of(
                of(READY, day(4), StepCode.EXAMINE, null, StepCode.TRAINING),
                of(EXAMINED, day(5), StepCode.PRE_EXAMINE, answer, StepCode.EXAMINE),
                of(passed, day(6), StepCode.FORM, null, StepCode.PRE_EXAMINE),
                of(filled, day(7), StepCode.VOTE, null, StepCode.FORM),
                of(accepted, day(8), StepCode.SUBMIT, null, StepCode.VOTE),
                of(submitted, day(9), StepCode.SUPERIOR_TALK, decision, StepCode.SUBMIT),
                of(talked, day(12), StepCode.APPROVE, decision, StepCode.SUPERIOR_TALK));
    }

    private static Probationer probationer(Entry entry, @Nullable LocalDate asked) {
        return new Probationer(DAY, END, day(30), null, asked, entry, null);
    }

    static Stream<Case> probationers() {
        var filed = probationer(new Entry(day(40), null, null, List.of()), null);
        var unsworn = probationer(new Entry(day(40), day(41), null, List.of()), null);
        var sworn = new Entry(day(40), day(41), day(42), List.of(day(50)));
        var asked = probationer(sworn, day(360));
        var decided = new Decided(asked, Outcome.CONVERT, 0, day(370));
        var approval = day(370).plusMonths(3);
        var ask = StepCode.CONVERSION_APPLICATION;
        var approve = StepCode.CONVERSION_APPROVE;
        return Stream.of(
                of(
                        probationer(Entry.NONE, null),
                        day(30),
                        StepCode.FILE_APPROVAL,
                        null,
                        StepCode.APPROVE),
                of(filed, day(30), StepCode.ASSIGN, null, StepCode.FILE_APPROVAL),
                of(unsworn, day(30), StepCode.OATH, day(60), StepCode.ASSIGN),
                of(probationer(sworn, null), END, ask, END, StepCode.PROBATION_ASSESS),
                of(asked, END, StepCode.CONVERSION_VOTE, null, ask),
                of(decided, day(370), approve, approval, StepCode.CONVERSION_VOTE),
                of(new Member(END, day(380)), day(380), StepCode.ARCHIVE, null, approve));
    }

    @ParameterizedTest
    @MethodSource({"applicants", "activists", "objects", "probationers"})
    void aCaseWaitsForTheNextStepSinceTheLastAndUntilTheRuleSays(Case one) {
        assertThat(Waiting.of(one.stage(), BOUNDS, CLOCKS))
                .isEqualTo(new Waiting(one.since(), one.next(), one.due()));
        assertThat(Progress.done(one.stage()))
                .contains(one.done())
                .doesNotContain(StepCode.ARCHIVE);
    }

    @ParameterizedTest
    @MethodSource({"applicants", "activists", "objects", "probationers"})
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

    private static @Nullable StepCode next(Stage stage) {
        return Waiting.of(stage, BOUNDS, CLOCKS).next();
    }
}
