package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Entry;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** From the development object to the probationary member (steps 9 to 17). */
final class Acceptance {

    private Acceptance() {}

    static Verdict sponsors(Candidate now, Step.NameSponsors step, Facts facts) {
        var needed = facts.bounds().sponsors();
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.SPONSORS)
                .demand(
                        step.sponsors() == needed,
                        Rules.SPONSORS,
                        "入党介绍人须是 %d 名正式党员".formatted(needed))
                .demand(step.barred() == 0, Rules.SPONSORS, "受留党察看处分、尚未恢复党员权利的党员不能作介绍人")
                .then(() -> with(now, step.on(), now.reviewed(), now.trained()));
    }

    static Verdict review(Candidate now, Step.Review step, Facts facts) {
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.REVIEW)
                .then(
                        () ->
                                with(
                                        now,
                                        now.sponsors(),
                                        step.passed() ? step.on() : null,
                                        now.trained()));
    }

    static Verdict train(Candidate now, Step.Train step, Facts facts) {
        var bounds = facts.bounds();
        var enough =
                step.waived()
                        || step.days() >= bounds.trainingDays()
                        || step.hours() >= bounds.trainingHours();
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.TRAINING)
                .demand(
                        enough,
                        Rules.TRAINING,
                        "集中培训须有 %d 天或者 %d 学时；个别特殊情况由党委书面同意免训"
                                .formatted(bounds.trainingDays(), bounds.trainingHours()))
                .then(() -> with(now, now.sponsors(), now.reviewed(), step.on()));
    }

    /** What is found anew has to be examined anew. */
    private static Candidate with(
            Candidate now,
            @Nullable LocalDate sponsors,
            @Nullable LocalDate reviewed,
            @Nullable LocalDate trained) {
        return new Candidate(
                now.on(), sponsors, reviewed, trained, null, now.barredUntil(), now.back());
    }

    /** As it was; but what is decided anew is not dated before this day. */
    static Candidate back(Candidate was, LocalDate on) {
        return back(was, was.barredUntil(), on);
    }

    private static Candidate back(Candidate was, @Nullable LocalDate until, LocalDate on) {
        return new Candidate(
                was.on(), was.sponsors(), was.reviewed(), was.trained(), was.examined(), until, on);
    }

    static Verdict examine(Candidate now, Step.Examine step, Facts facts) {
        var days = facts.bounds().notices().acceptance();
        return new Guards(facts)
                .demand(now.sponsors() != null, Rules.SPONSORS, "还没有确定入党介绍人，请先确定")
                .demand(now.reviewed() != null, Rules.REVIEW, "没有经过政治审查或者审查不合格，不能发展入党")
                .demand(now.trained() != null, Rules.TRAINING, "没有经过集中培训，不能发展入党")
                .after(step.on(), latest(now), Rules.EXAMINED)
                .demand(step.heard(), Rules.EXAMINED, "还没有征求党员和群众的意见，请先征求")
                .expect(step.noticeDays() >= days, Rules.NOTICE, Cultivation.notice(days))
                .then(
                        () ->
                                new Candidate(
                                        now.on(),
                                        now.sponsors(),
                                        now.reviewed(),
                                        now.trained(),
                                        step.on(),
                                        now.barredUntil(),
                                        now.back()));
    }

    private static LocalDate latest(Candidate now) {
        return Stream.of(now.on(), now.sponsors(), now.reviewed(), now.trained())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    static Verdict preExamine(Candidate now, Step.PreExamine step, Facts facts) {
        var months = facts.bounds().stayMonths();
        var stays = step.leaves() == null || step.leaves().isAfter(step.on().plusMonths(months));
        return entitled(new Guards(facts), facts.power())
                .demand(now.examined() != null, Rules.EXAMINED, "支部委员会还没有审查，请先审查")
                .after(step.on(), now.on(), Rules.PRE_EXAMINED)
                .after(step.on(), now.examined(), Rules.PRE_EXAMINED)
                .after(step.on(), now.back(), Rules.PRE_EXAMINED)
                .expect(
                        stays || !step.passed(),
                        Rules.STAYS,
                        "%d 个月内将离开工作、学习单位的，一般不办理接收".formatted(months))
                .then(
                        () ->
                                step.passed()
                                        ? new PreExamined(now, step.on(), null)
                                        : back(now, step.on()));
    }

    static Verdict fill(PreExamined now, Step.FillForm step, Facts facts) {
        return new Guards(facts)
                .after(step.on(), now.on(), Rules.FORM)
                .then(() -> new PreExamined(now.was(), now.on(), step.on()));
    }

    static Verdict vote(PreExamined now, Step.Vote step, Facts facts) {
        var bounds = facts.bounds();
        var until = now.was().barredUntil();
        var barred = until != null && !step.on().isAfter(until);
        return opened(new Guards(facts), step.counts(), bounds)
                .demand(!facts.temporary(), Rules.TEMPORARY, "临时党支部不能接收预备党员，请由正式党支部讨论")
                .demand(now.filled() != null, Rules.FORM, "入党志愿书还没有填写，请先填写")
                .after(step.on(), now.on(), Rules.MAJORITY)
                .after(step.on(), now.filled(), Rules.MAJORITY)
                .expect(!barred, Rules.VOTED_AGAIN, "上次没有通过，" + until + " 以后才能再次讨论")
                .then(
                        () ->
                                passed(step.counts(), bounds)
                                        ? new Accepted(now.was(), step.on(), null, null)
                                        : rejected(now.was(), step.on(), bounds));
    }

    private static Candidate rejected(Candidate was, LocalDate on, Bounds bounds) {
        return back(was, bounds.lockMonths() == 0 ? null : on.plusMonths(bounds.lockMonths()), on);
    }

    /** The meeting is one: enough were there, and the votes are those of who could vote. */
    static Guards opened(Guards guards, Counts counts, Bounds bounds) {
        return guards.demand(
                        counts.present() + counts.written() <= counts.due()
                                && counts.votes() <= counts.voters()
                                && least(counts) >= 0,
                        Rules.ATTENDANCE,
                        "票数与应到、实到人数不符，请核对")
                .demand(
                        bounds.voting().opens().reached(counts.present(), counts.due()),
                        Rules.ATTENDANCE,
                        "到会有表决权的党员没有超过应到的半数，会议无效，请另行召开");
    }

    private static int least(Counts counts) {
        return Stream.of(
                        counts.due() - 1,
                        counts.present(),
                        counts.written(),
                        counts.inFavour(),
                        counts.against(),
                        counts.abstained())
                .min(Integer::compareTo)
                .orElseThrow();
    }

    /** What a meeting that was none has voted is nothing. */
    static boolean passed(Counts counts, Bounds bounds) {
        return bounds.voting().passed(counts);
    }

    static Verdict submit(Accepted now, Step.Submit step, Facts facts) {
        return new Guards(facts)
                .demand(now.submitted() == null, Rules.SUBMITTED, "决议已经报送，不用再报")
                .after(step.on(), now.on(), Rules.SUBMITTED)
                .then(() -> new Accepted(now.was(), now.on(), step.on(), now.talked()));
    }

    static Verdict talk(Accepted now, Step.SuperiorTalk step, Facts facts) {
        return new Guards(facts)
                .demand(now.talked() == null, Rules.SUPERIOR_TALK, "已经谈过话，不用再记")
                .after(step.on(), now.on(), Rules.SUPERIOR_TALK)
                .then(() -> new Accepted(now.was(), now.on(), now.submitted(), step.on()));
    }

    static Verdict approve(Accepted now, Step.Approve step, Facts facts) {
        var bounds = facts.bounds();
        var months = step.special() ? bounds.specialMonths() : bounds.approvalMonths();
        var in = now.submitted() == null ? null : now.submitted().plusMonths(months);
        return entitled(new Guards(facts), facts.power())
                .demand(now.submitted() != null, Rules.SUBMITTED, "支部的决议还没有报送，请先报送")
                .after(step.on(), now.on(), Rules.APPROVED)
                .after(step.on(), now.submitted(), Rules.APPROVED)
                .demand(
                        now.talked() != null || !step.granted(),
                        Rules.SUPERIOR_TALK,
                        "审批以前须派人同本人谈话，请先谈话")
                .after(step.on(), now.talked(), Rules.APPROVED)
                .expect(
                        in == null || !step.on().isAfter(in),
                        Rules.APPROVED_IN_TIME,
                        "超过 %d 个月的审批期限（%s）".formatted(months, in))
                .then(
                        () ->
                                step.granted()
                                        ? probation(now, step.on(), bounds)
                                        : back(now.was(), step.on()));
    }

    private static Probationer probation(Accepted now, LocalDate on, Bounds bounds) {
        var until = now.on().plusYears(bounds.probationYears());
        return new Probationer(now.on(), until, on, null, null, Entry.NONE, null);
    }

    /** Whether the organization above may approve. */
    static Guards entitled(Guards guards, Power power) {
        return switch (power) {
            case APPROVES -> guards;
            case GENERAL_BRANCH ->
                    guards.demand(false, Rules.COMMITTEES_APPROVE, "党总支只审议，不审批，请报有审批权限的党委");
            case BELOW_TOWNSHIP ->
                    guards.demand(false, Rules.BELOW_TOWNSHIP, "乡镇（街道）党委所属的党委只审议，请报乡镇（街道）党委审批");
            case TEMPORARY -> guards.demand(false, Rules.TEMPORARY, "临时党组织不能审批预备党员");
            case LEADING_GROUP -> guards.demand(false, Rules.LEADING_GROUP, "党组不能审批预备党员");
        };
    }
}
