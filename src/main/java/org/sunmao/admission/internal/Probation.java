package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Cancelled;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Entry;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;

/** From the probationary to the full member (steps 18 to 25). */
final class Probation {

    private Probation() {}

    static Verdict file(Probationer now, Step.FileApproval step, Facts facts) {
        return once(now, step.on(), now.entry().filed(), Rules.APPROVED_IN_TIME, facts)
                .then(() -> with(now, now.entry().filed(step.on())));
    }

    static Verdict assign(Probationer now, Step.Assign step, Facts facts) {
        return once(now, step.on(), now.entry().assigned(), Rules.ASSIGNED, facts)
                .then(() -> with(now, now.entry().assigned(step.on())));
    }

    static Verdict swear(Probationer now, Step.Swear step, Facts facts) {
        return once(now, step.on(), now.entry().sworn(), Rules.OATH, facts)
                .then(() -> with(now, now.entry().sworn(step.on())));
    }

    private static Guards once(
            Probationer now, LocalDate on, @Nullable LocalDate done, RuleId rule, Facts facts) {
        return new Guards(facts)
                .demand(done == null, rule, "这一步已经办过，不用再办")
                .after(on, now.on(), rule);
    }

    static Verdict assess(Probationer now, Step.AssessProbation step, Facts facts) {
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.EDUCATED)
                .then(() -> with(now, now.entry().assessed(step.on())));
    }

    static Verdict apply(Probationer now, Step.ApplyConversion step, Facts facts) {
        return new Guards(facts)
                .demand(now.applied() == null, Rules.CONVERSION, "转正申请已经收到，不用再交")
                .after(step.on(), now.on(), Rules.CONVERSION)
                .after(step.on(), now.extended(), Rules.CONVERSION)
                .then(
                        () ->
                                new Probationer(
                                        now.since(),
                                        now.until(),
                                        now.on(),
                                        now.extended(),
                                        step.on(),
                                        now.entry(),
                                        now.back()));
    }

    private static Probationer with(Probationer now, Entry entry) {
        return new Probationer(
                now.since(),
                now.until(),
                now.on(),
                now.extended(),
                now.applied(),
                entry,
                now.back());
    }

    private static Probationer back(Probationer now, LocalDate on) {
        return new Probationer(
                now.since(), now.until(), now.on(), now.extended(), now.applied(), now.entry(), on);
    }

    static Verdict vote(Probationer now, Step.VoteConversion step, Facts facts) {
        var bounds = facts.bounds();
        var guards =
                Acceptance.opened(new Guards(facts), step.counts(), bounds)
                        .after(step.on(), AdmissionProcess.last(now), Rules.CONVERSION)
                        .demand(step.heard(), Rules.CONVERSION, "还没有听取党小组、党员和群众的意见，请先听取");
        return (switch (step.outcome()) {
                    case CONVERT -> convert(guards, now, step, bounds);
                    case EXTEND -> extend(guards, now, step, bounds);
                    case CANCEL -> guards;
                })
                .then(
                        () ->
                                Acceptance.passed(step.counts(), bounds)
                                        ? decided(now, step)
                                        : back(now, step.on()));
    }

    private static Decided decided(Probationer now, Step.VoteConversion step) {
        var months = step.outcome() == Outcome.EXTEND ? step.months() : 0;
        return new Decided(now, step.outcome(), months, step.on());
    }

    private static Guards convert(
            Guards guards, Probationer now, Step.VoteConversion step, Bounds bounds) {
        var days = bounds.notices().conversion();
        return guards.demand(now.applied() != null, Rules.CONVERSION, "本人还没有提出书面转正申请")
                .after(step.on(), now.applied(), Rules.CONVERSION)
                .demand(
                        !step.on().isBefore(now.until()),
                        Rules.NOT_EARLY,
                        "预备期没有满，不能提前转正，%s 起可以讨论".formatted(now.until()))
                .expect(step.noticeDays() >= days, Rules.NOTICE, Cultivation.notice(days));
    }

    private static Guards extend(
            Guards guards, Probationer now, Step.VoteConversion step, Bounds bounds) {
        var fits = step.months() >= bounds.extendLeast() && step.months() <= bounds.extendMost();
        return guards.demand(now.extended() == null, Rules.EXTENSION, "预备期已经延长过一次，只能转正或者取消资格")
                .demand(
                        fits,
                        Rules.EXTENSION,
                        "延长须在 %d 至 %d 个月之间".formatted(bounds.extendLeast(), bounds.extendMost()));
    }

    static Verdict approve(Decided now, Step.ApproveConversion step, Facts facts) {
        var in = now.on().plusMonths(facts.bounds().conversionMonths());
        return Acceptance.entitled(new Guards(facts), facts.power())
                .after(step.on(), now.on(), Rules.CONVERTED_IN_TIME)
                .expect(!step.on().isAfter(in), Rules.CONVERTED_IN_TIME, "超过审批期限（%s）".formatted(in))
                .then(() -> step.granted() ? granted(now, step.on()) : back(now.was(), step.on()));
    }

    private static Stage granted(Decided now, LocalDate on) {
        var was = now.was();
        return switch (now.outcome()) {
            case CONVERT -> new Member(was.until(), on);
            case EXTEND ->
                    new Probationer(
                            was.since(),
                            was.until().plusMonths(now.months()),
                            was.on(),
                            on,
                            null,
                            was.entry(),
                            null);
            case CANCEL -> new Cancelled(on);
        };
    }

    static Verdict archive(Member now, Step.Archive step, Facts facts) {
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.PAPERS)
                .demand(
                        step.items() == facts.bounds().papers(),
                        Rules.PAPERS,
                        "入党材料不齐，须有 %d 项".formatted(facts.bounds().papers()))
                .then(() -> new Archived(now.since(), step.on()));
    }
}
