package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.ActivistToFile;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Cancelled;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Ended;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.ObjectToFile;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;

/**
 * The steps of admission, and in which order they are taken (rulebook, 25 steps). Knows no clock
 * and no database; the screen asks the same switch that decides.
 */
final class AdmissionProcess {

    private record Move(Stage from, Step step) {}

    private AdmissionProcess() {}

    /** 1 递交入党申请书: whoever is of age on that day. */
    static Verdict apply(LocalDate born, LocalDate on, Facts facts) {
        var from = born.plusYears(facts.bounds().age());
        return new Guards(facts)
                .demand(!on.isBefore(from), Rules.AGE, "未满十八周岁，" + from + " 起可以申请")
                .then(() -> new Applicant(on, null, null));
    }

    static Verdict take(Stage stage, Step step, Facts facts) {
        return switch (new Move(stage, step)) {
            case Move(Archived _, _) -> refused(step, "已经归档，不再办理");
            case Move(Cancelled _, _) -> refused(step, "已经取消预备党员资格；可以重新申请");
            case Move(Ended _, _) -> refused(step, "已经终止；可以重新申请");
            case Move(var now, Step.End end) -> end(now, end, facts);
            case Move(var now, Step.Move move) -> move(now, move, facts);

            case Move(Applicant now, Step.Talk it) -> Cultivation.talk(now, it, facts);
            case Move(Applicant now, Step.FixActivist it) -> Cultivation.fix(now, it, facts);
            case Move(ActivistToFile now, Step.FileActivist it) -> Cultivation.file(now, it, facts);
            case Move(Activist now, Step.NameContacts it) -> Cultivation.contacts(now, it, facts);
            case Move(Activist now, Step.Assess it) -> Cultivation.assess(now, it, facts);
            case Move(Activist now, Step.ListObject it) -> Cultivation.list(now, it, facts);
            case Move(ObjectToFile now, Step.FileObject it) -> Cultivation.file(now, it, facts);

            case Move(Candidate now, Step.NameSponsors it) -> Acceptance.sponsors(now, it, facts);
            case Move(Candidate now, Step.Review it) -> Acceptance.review(now, it, facts);
            case Move(Candidate now, Step.Train it) -> Acceptance.train(now, it, facts);
            case Move(Candidate now, Step.Examine it) -> Acceptance.examine(now, it, facts);
            case Move(Candidate now, Step.PreExamine it) -> Acceptance.preExamine(now, it, facts);
            case Move(PreExamined now, Step.FillForm it) -> Acceptance.fill(now, it, facts);
            case Move(PreExamined now, Step.Vote it) -> Acceptance.vote(now, it, facts);
            case Move(Accepted now, Step.Submit it) -> Acceptance.submit(now, it, facts);
            case Move(Accepted now, Step.SuperiorTalk it) -> Acceptance.talk(now, it, facts);
            case Move(Accepted now, Step.Approve it) -> Acceptance.approve(now, it, facts);

            case Move(Probationer now, Step.FileApproval it) -> Probation.file(now, it, facts);
            case Move(Probationer now, Step.Assign it) -> Probation.assign(now, it, facts);
            case Move(Probationer now, Step.Swear it) -> Probation.swear(now, it, facts);
            case Move(Probationer now, Step.AssessProbation it) -> Probation.assess(now, it, facts);
            case Move(Probationer now, Step.ApplyConversion it) -> Probation.apply(now, it, facts);
            case Move(Probationer now, Step.VoteConversion it) -> Probation.vote(now, it, facts);
            case Move(Decided now, Step.ApproveConversion it) -> Probation.approve(now, it, facts);
            case Move(Member now, Step.Archive it) -> Probation.archive(now, it, facts);

            case Move(_, _) -> refused(step, "还没有到这一步，或者已经办过");
        };
    }

    /**
     * Death ends it until membership, on whatever day it was; the rest only before membership on
     * probation.
     */
    private static Verdict end(Stage now, Step.End step, Facts facts) {
        var died = step.reason() == Reason.DIED;
        var before =
                !(now instanceof Probationer || now instanceof Decided || now instanceof Member);
        return new Guards(facts)
                .turn(!(now instanceof Member), Rules.CONVERSION, "已经是正式党员，请在党员名册里办理")
                .turn(before || died, Rules.EXTENSION, "已经是预备党员，须由支部大会讨论取消资格")
                .after(step.on(), died ? null : last(now), ruleOf(step))
                .then(() -> new Ended(step.on(), step.reason()));
    }

    /** Cultivation counts on; who was pre-examined begins that again at the new branch. */
    private static Verdict move(Stage now, Step.Move step, Facts facts) {
        var probation = now instanceof Probationer || now instanceof Decided;
        var rule = probation ? Rules.MOVED_ON_PROBATION : Rules.MOVED;
        var guards =
                new Guards(facts)
                        .demand(step.examined(), rule, "接收的党组织还没有审查材料，请先转交并审查")
                        .after(step.on(), last(now), rule);
        return switch (now) {
            case Applicant _, Activist _, Candidate _, Probationer _ -> guards.then(() -> now);
            case PreExamined it -> guards.then(() -> Acceptance.back(it.was(), step.on()));
            case ActivistToFile _, ObjectToFile _, Accepted _, Decided _ ->
                    guards.demand(false, Rules.STAYS, "上级党委还没有批复，批复以后再转").then(() -> now);
            case Member _ -> guards.turn(false, rule, "已经是正式党员，请转接组织关系").then(() -> now);
            case Archived _, Cancelled _, Ended _ -> throw new IllegalStateException(now.code());
        };
    }

    /** The day of the last decision: nothing that is decided anew can be dated before it. */
    static LocalDate last(Stage stage) {
        return switch (stage) {
            case Applicant it -> later(it.applied(), it.back());
            case ActivistToFile it -> it.decided();
            case Activist it -> later(it.on(), it.back());
            case ObjectToFile it -> it.decided();
            case Candidate it -> later(it.on(), it.back());
            case PreExamined it -> it.on();
            case Accepted it -> it.on();
            case Probationer it -> later(later(it.on(), it.extended()), it.back());
            case Decided it -> it.on();
            case Member it -> it.on();
            case Archived it -> it.on();
            case Cancelled it -> it.on();
            case Ended it -> it.on();
        };
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private static Verdict refused(Step step, String says) {
        return new Refused(ruleOf(step), says, false);
    }

    /** The rule a step is taken by. */
    static RuleId ruleOf(Step step) {
        return Rules.of(StepCode.of(step));
    }
}
