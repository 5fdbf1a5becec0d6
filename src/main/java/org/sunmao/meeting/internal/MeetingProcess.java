package org.sunmao.meeting.internal;

import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.internal.MeetingState.Accepted;
import org.sunmao.meeting.internal.MeetingState.Archived;
import org.sunmao.meeting.internal.MeetingState.Cancelled;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Draft;
import org.sunmao.meeting.internal.MeetingState.InSession;
import org.sunmao.meeting.internal.MeetingState.Noticed;
import org.sunmao.meeting.internal.MeetingState.Returned;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingState.Signatures;
import org.sunmao.meeting.internal.MeetingState.Signed;
import org.sunmao.meeting.internal.MeetingState.TooFew;
import org.sunmao.rules.RuleId;

/** The steps of a meeting, in the order in which they are judged (process LF). Knows no clock. */
final class MeetingProcess {

    static final RuleId MEETING = new RuleId("R-LF-01");
    static final RuleId MINUTES = new RuleId("R-LF-15");
    static final RuleId MEASURES = new RuleId("R-LF-10");

    /** What somebody does with it. */
    sealed interface Step {
        record Publish() implements Step {}

        record Roll() implements Step {}

        record Close() implements Step {}

        record Edit() implements Step {}

        record Sign(Part part, Signature by) implements Step {}

        record Annotate() implements Step {}

        record Cancel(String reason) implements Step {}

        record Accept(Check by) implements Step {}

        record Return(Check by) implements Step {}

        /** By the calendar alone. */
        record Archive() implements Step {}
    }

    /**
     * What must be known of it, and of the day.
     *
     * @param ahead whether its day is still to come
     * @param over whether its day has gone by
     * @param quorum whether enough came for what it is
     * @param named whether who chaired and who kept the minutes are named
     * @param locked whether the days in which minutes may be changed have gone by
     * @param open whether something that was promised in it is not done
     * @param bound whether another procedure rests on one of its votes
     */
    record Facts(
            boolean ahead,
            boolean over,
            boolean quorum,
            boolean named,
            boolean locked,
            boolean open,
            boolean bound) {}

    sealed interface Verdict {
        record Allowed(MeetingState state) implements Verdict {}

        record Refused(RuleId rule, String says) implements Verdict {}
    }

    private record Move(MeetingState from, Step step) {}

    private MeetingProcess() {}

    /** Where it begins: what was held is written down at once. */
    static MeetingState entered(boolean held) {
        return held ? new Draft(null) : new Noticed();
    }

    static Verdict take(MeetingState state, Step step, Facts facts) {
        return switch (new Move(state, step)) {
            case Move(Cancelled _, _) -> refused(MEETING, "已经撤销，不能再办理；需要的请重新记录");
            case Move(var from, Step.Publish _) -> publish(from, facts);
            case Move(var from, Step.Roll _) -> roll(from, facts);
            case Move(var from, Step.Close _) -> close(from);
            case Move(var from, Step.Edit _) -> edit(from, facts);
            case Move(var from, Step.Sign sign) -> sign(from, sign, facts);
            case Move(var from, Step.Annotate _) -> annotate(from, facts);
            case Move(var from, Step.Cancel(var reason)) -> cancel(from, reason, facts);
            case Move(Signed(var by), Step.Accept(var check)) -> allowed(new Accepted(by, check));
            case Move(Signed(var by), Step.Return(var check)) -> allowed(new Returned(by, check));
            case Move(var from, Step.Accept _) -> notToCheck(from);
            case Move(var from, Step.Return _) -> notToCheck(from);
            case Move(Accepted _, Step.Archive _) when facts.open() ->
                    refused(MEASURES, "整改措施还没有办结，不能归档");
            case Move(Accepted(var by, var check), Step.Archive _) ->
                    allowed(new Archived(by, check));
            case Move(_, Step.Archive _) -> refused(MINUTES, "检查通过以后才能归档");
        };
    }

    private static Verdict publish(MeetingState from, Facts facts) {
        return switch (from) {
            case TooFew _ when facts.over() -> refused(MEETING, "会议日期已过，请先改为新的日期再通知");
            case TooFew _ -> allowed(new Noticed());
            case Noticed _, InSession _ -> refused(MEETING, "已经通知过了，不用再通知");
            default -> refused(MEETING, "会议已经开过，不用再通知");
        };
    }

    private static Verdict roll(MeetingState from, Facts facts) {
        return switch (from) {
            case Noticed _, InSession _, TooFew _ when facts.ahead() ->
                    refused(MEETING, "还没到开会的日子，请到当天再签到");
            case Noticed _, InSession _, TooFew _ ->
                    allowed(facts.quorum() ? new InSession() : new TooFew());
            default -> refused(MEETING, "会议已经开过，签到请在会议记录里修改");
        };
    }

    private static Verdict close(MeetingState from) {
        return switch (from) {
            case InSession _ -> allowed(new Draft(null));
            case TooFew _ -> refused(MEETING, "到会人数不够，会议没有开成，请另行召开");
            case Noticed _ -> refused(MEETING, "还没有签到，请先签到再结束会议");
            default -> refused(MEETING, "会议已经结束");
        };
    }

    private static Verdict edit(MeetingState from, Facts facts) {
        return switch (from) {
            case Noticed _, InSession _, TooFew _ -> allowed(from);
            case Draft _ when facts.locked() && facts.named() ->
                    refused(MINUTES, "会议记录已经锁定，不能修改，请加注更正");
            case Draft _, Returned _ -> allowed(new Draft(null));
            default -> refused(MINUTES, "会议记录已经签字锁定，不能修改，请加注更正");
        };
    }

    private static Verdict sign(MeetingState from, Step.Sign sign, Facts facts) {
        return switch (from) {
            case Draft _ when !facts.named() -> refused(MINUTES, "请先填写主持人和记录人（两个人），再签字");
            case Draft(var recorder) when sign.part() == Part.CHAIR ->
                    recorder == null
                            ? refused(MINUTES, "请先由记录人签字，再由主持人审阅签字")
                            : allowed(new Signed(new Signatures(recorder, sign.by())));
            case Draft(var recorder) ->
                    recorder == null ? allowed(new Draft(sign.by())) : refused(MINUTES, "记录人已经签字");
            case Returned _ -> refused(MINUTES, "乡镇已经退回，请先改好再签字");
            case Noticed _, InSession _, TooFew _ -> refused(MINUTES, "会议还没有开，不能签字");
            default -> refused(MINUTES, "记录人和主持人都已经签字");
        };
    }

    private static Verdict annotate(MeetingState from, Facts facts) {
        return switch (from) {
            case Draft _ when !facts.locked() -> refused(MINUTES, "会议记录还没有锁定，可以直接修改");
            case Returned _ -> refused(MINUTES, "乡镇已经退回，可以直接修改");
            case Draft _, Signed _, Accepted _, Archived _ -> allowed(from);
            default -> refused(MINUTES, "会议还没有开，可以直接修改");
        };
    }

    private static Verdict cancel(MeetingState from, String reason, Facts facts) {
        return switch (from) {
            case Signed _, Accepted _, Archived _ ->
                    refused(MINUTES, "会议记录已经签字锁定，不能撤销；记错的请加注更正，或者请乡镇退回");
            case Draft _, Returned _ when facts.bound() ->
                    refused(MINUTES, "发展党员的表决已经记在这次会议里，不能撤销；记错的请加注更正");
            default -> allowed(new Cancelled(reason));
        };
    }

    private static Verdict notToCheck(MeetingState from) {
        return switch (from) {
            case Returned _ -> refused(MINUTES, "已经退回，等党支部改好签字以后再检查");
            case Accepted _, Archived _ -> refused(MINUTES, "已经检查通过");
            default -> refused(MINUTES, "记录人和主持人都签字以后才能检查");
        };
    }

    /** Whether a step would be taken: asks the same switch. */
    static boolean may(MeetingState state, Step step, Facts facts) {
        return take(state, step, facts) instanceof Verdict.Allowed;
    }

    private static Verdict allowed(MeetingState state) {
        return new Verdict.Allowed(state);
    }

    private static Verdict refused(RuleId rule, String says) {
        return new Verdict.Refused(rule, says);
    }
}
