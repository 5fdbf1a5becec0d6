package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.internal.MeetingProcess.Facts;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingProcess.Verdict;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingView.MeetingMay;
import org.sunmao.meeting.internal.MeetingView.MeetingStep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the asker may do with a meeting now: asks the process itself. */
@Component
class MeetingMays {

    private static final Signature SOMEBODY = new Signature("", Instant.EPOCH);
    private static final Check CHECK = new Check("", Instant.EPOCH, null);
    private static final MeetingStep OPEN = new MeetingStep(true, null, null);

    private final MeetingSteps steps;

    MeetingMays(MeetingSteps steps) {
        this.steps = steps;
    }

    MeetingMay of(SignedIn who, Meeting meeting, boolean sees, LocalDate day) {
        var facts = steps.facts(meeting, day, true, true);
        var writes = who.role().may(Right.MEETINGS_WRITE);
        return new MeetingMay(
                sees ? written(writes, meeting, new Step.Edit(), facts) : hidden(),
                written(writes, meeting, new Step.Publish(), facts),
                written(writes, meeting, new Step.Roll(), facts),
                written(writes, meeting, new Step.Close(), facts),
                written(writes, meeting, new Step.Sign(Part.RECORDER, SOMEBODY), facts),
                written(writes, meeting, new Step.Sign(Part.CHAIR, SOMEBODY), facts),
                written(writes, meeting, new Step.Annotate(), facts),
                written(writes, meeting, new Step.Cancel(""), facts),
                checked(who, meeting, facts));
    }

    private static MeetingStep hidden() {
        return no("谈心谈话的内容只有谈话双方和书记看得到，请由书记修改");
    }

    private static MeetingStep written(boolean writes, Meeting meeting, Step step, Facts facts) {
        return writes ? step(meeting, step, facts) : no("您只能查看，请由党支部书记或者上级党务工作者办理");
    }

    private static MeetingStep checked(SignedIn who, Meeting meeting, Facts facts) {
        if (!who.role().may(Right.MEETINGS_CHECK)) {
            return no("由上级党组织检查");
        }
        return above(who, meeting.organization())
                ? step(meeting, new Step.Accept(CHECK), facts)
                : no("本级的会议记录由上级党组织检查");
    }

    /** Whether it is an organization above that looks: nobody checks their own. */
    static boolean above(SignedIn who, UUID organization) {
        return !organization.equals(who.organization());
    }

    private static MeetingStep step(Meeting meeting, Step step, Facts facts) {
        return switch (MeetingProcess.take(meeting.state(), step, facts)) {
            case Verdict.Allowed _ -> OPEN;
            case Verdict.Refused(var rule, var says) -> new MeetingStep(false, says, rule.value());
        };
    }

    private static MeetingStep no(String says) {
        return new MeetingStep(false, says, MeetingProcess.MINUTES.value());
    }
}
