package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.ActivistToFile;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.ObjectToFile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** From the application to the development object (steps 2 to 8). */
final class Cultivation {

    private Cultivation() {}

    static Verdict talk(Applicant now, Step.Talk step, Facts facts) {
        return new Guards(facts)
                .demand(now.talked() == null, Rules.TALK, "已经谈过话，不用再记")
                .after(step.on(), now.applied(), Rules.TALK)
                .then(() -> new Applicant(now.applied(), step.on(), now.back()));
    }

    static Verdict fix(Applicant now, Step.FixActivist step, Facts facts) {
        var bounds = facts.bounds();
        var from = now.applied().plusMonths(bounds.activistMonths());
        return new Guards(facts)
                .demand(now.talked() != null, Rules.RECOMMENDED, "还没有派人谈话，请先谈话")
                .after(step.on(), now.applied(), Rules.RECOMMENDED)
                .after(step.on(), now.talked(), Rules.RECOMMENDED)
                .after(step.on(), now.back(), Rules.RECOMMENDED)
                .demand(step.recommended(), Rules.RECOMMENDED, "没有党员推荐或者群团组织推优，请先推荐")
                .expect(
                        !step.on().isBefore(from),
                        Rules.APPLIED_FOR,
                        "递交申请的时间不够，" + from + " 起可以确定")
                .expect(
                        step.noticeDays() >= bounds.notices().activist(),
                        Rules.NOTICE,
                        notice(bounds.notices().activist()))
                .then(() -> new ActivistToFile(now, step.on()));
    }

    static Verdict file(ActivistToFile now, Step.FileActivist step, Facts facts) {
        var since = facts.bounds().fromDecision() ? now.decided() : step.on();
        return new Guards(facts)
                .after(step.on(), now.decided(), Rules.FILED)
                .then(
                        () ->
                                step.agreed()
                                        ? new Activist(since, step.on(), null, List.of(), null)
                                        : new Applicant(
                                                now.was().applied(),
                                                now.was().talked(),
                                                step.on()));
    }

    static Verdict contacts(Activist now, Step.NameContacts step, Facts facts) {
        var bounds = facts.bounds();
        var enough =
                step.contacts() >= bounds.contactsLeast()
                        && step.contacts() <= bounds.contactsMost();
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.CONTACTS)
                .demand(
                        enough,
                        Rules.CONTACTS,
                        "培养联系人须是 %d 至 %d 名正式党员"
                                .formatted(bounds.contactsLeast(), bounds.contactsMost()))
                .then(() -> with(now, earlier(now.contacts(), step.on()), now.assessed()));
    }

    /** Who came first was there from then on, whoever follows. */
    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Activist with(
            Activist now, @Nullable LocalDate contacts, List<LocalDate> assessed) {
        return new Activist(now.since(), now.on(), contacts, assessed, now.back());
    }

    /** Entered late, an earlier one may follow a later one. */
    static Verdict assess(Activist now, Step.Assess step, Facts facts) {
        return new Guards(facts)
                .demand(now.contacts() != null, Rules.CONTACTS, "还没有指定培养联系人，请先指定")
                .after(step.on(), now.on(), Rules.ASSESSED)
                .after(step.on(), now.contacts(), Rules.ASSESSED)
                .then(
                        () -> {
                            var all = new ArrayList<>(now.assessed());
                            all.add(step.on());
                            return with(now, now.contacts(), all);
                        });
    }

    static Verdict list(Activist now, Step.ListObject step, Facts facts) {
        var bounds = facts.bounds();
        var from = now.since().plusYears(bounds.cultivationYears());
        return new Guards(facts)
                .demand(now.contacts() != null, Rules.CONTACTS, "还没有指定培养联系人，请先指定")
                .demand(
                        now.assessed().size() >= bounds.assessments(),
                        Rules.ASSESSED,
                        "半年一次的考察还不够 %d 次，请先考察".formatted(bounds.assessments()))
                .after(step.on(), now.on(), Rules.CULTIVATION)
                .after(step.on(), now.contacts(), Rules.CULTIVATION)
                .after(step.on(), latest(now), Rules.CULTIVATION)
                .after(step.on(), now.back(), Rules.CULTIVATION)
                .demand(step.heard(), Rules.CULTIVATION, "还没有听取党小组、培养联系人、党员和群众的意见，请先听取")
                .expect(
                        !step.on().isBefore(from),
                        Rules.CULTIVATION,
                        "培养教育考察不满一年，" + from + " 起可以列为")
                .expect(
                        step.noticeDays() >= bounds.notices().object(),
                        Rules.NOTICE,
                        notice(bounds.notices().object()))
                .then(() -> new ObjectToFile(now, step.on()));
    }

    private static LocalDate latest(Activist now) {
        return now.assessed().isEmpty() ? now.on() : now.assessed().getLast();
    }

    static Verdict file(ObjectToFile now, Step.FileObject step, Facts facts) {
        return new Guards(facts)
                .after(step.on(), now.decided(), Rules.CULTIVATION)
                .then(
                        () ->
                                step.agreed()
                                        ? candidate(step.on())
                                        : new Activist(
                                                now.was().since(),
                                                now.was().on(),
                                                now.was().contacts(),
                                                now.was().assessed(),
                                                step.on()));
    }

    private static Candidate candidate(LocalDate on) {
        return new Candidate(on, null, null, null, null, null, null);
    }

    static String notice(int days) {
        return "公示不满 %d 个工作日（本地配置），请公示期满再办".formatted(days);
    }
}
