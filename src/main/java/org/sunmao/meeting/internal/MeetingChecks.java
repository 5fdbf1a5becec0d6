package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.internal.Meeting.Recorded;
import org.sunmao.meeting.internal.Meeting.Roll;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Judges what was sent by what the registers say and by the rules, and makes a meeting of it. */
@Component
class MeetingChecks {

    private static final Set<MeetingType> OF_BRANCHES =
            Set.of(
                    MeetingType.MEMBERS,
                    MeetingType.COMMITTEE,
                    MeetingType.APPRAISAL,
                    MeetingType.TRAINING);
    private static final Set<MeetingType> FORMS =
            Set.of(MeetingType.MEMBERS, MeetingType.COMMITTEE, MeetingType.GROUP);
    private static final Set<String> WITHOUT_MEMBERS =
            Set.of("committee", "work-committee", "temporary");
    private static final int TALKING = 2;
    private static final int YEARS_AHEAD = 1;

    /** What it is made into: anew, or over one that is there. */
    record Frame(UUID id, int version, MeetingState state, Recorded recorded) {}

    record Judged(Meeting meeting, List<Vote> votes) {}

    private final MeetingRules rules;
    private final VoteChecks votes;
    private final RollChecks rolls;

    MeetingChecks(MeetingRules rules, VoteChecks votes, RollChecks rolls) {
        this.rules = rules;
        this.votes = votes;
        this.rolls = rolls;
    }

    /**
     * Judges one.
     *
     * @param names of all members within the scope whom it names
     */
    Judged judge(NewMeeting sent, Frame frame, Ground ground, Map<UUID, String> names) {
        var faults = new Faults();
        var day = frame.recorded().on();
        place(ground, day);
        days(sent, ground, day, faults);
        var form = form(sent, ground, faults);
        due(sent, ground, faults);
        var held = sent.held();
        var roll = rolls.read(sent.roll(), ground, names, held, faults);
        var heads = heads(sent, names, faults);
        talk(sent, heads, faults);
        if (sent.type() == MeetingType.TRAINING && held && sent.roll().guests().isEmpty()) {
            faults.add("guests", "请选择参加集中培训的党员");
        }
        if (sent.lecture() != null && sent.type() != MeetingType.LECTURE) {
            faults.add("lecture", "只有党课可以记为收听别处的党课");
        }
        var afterwards = held && rules.late(sent.when().on(), day, sent.organization());
        if (afterwards && sent.reason() == null) {
            faults.add("reason", "开会以后过了这么久才记，是补录，请写明原因");
        }
        faults.refuse();
        var late = afterwards || (held && sent.when().on().isBefore(ground.begunOn()));
        var meeting = meeting(sent, frame, form, heads, roll, late);
        apart(meeting, day);
        var voters = Voters.of(ground.due(), names);
        return judged(meeting, votes.read(sent, meeting, voters, day));
    }

    /** With the resolution on what procedures rest on, where none was written. */
    private static Judged judged(Meeting meeting, List<Vote> read) {
        var text = meeting.text();
        return text.resolution() != null || read.stream().noneMatch(Vote::bound)
                ? new Judged(meeting, read)
                : new Judged(meeting.with(MeetingVotes.told(text, Text.NONE, read)), read);
    }

    /** Of organizations outside the scope nothing is known, but that one of it has ended. */
    private static void place(Ground ground, LocalDate day) {
        if (ground.within()) {
            return;
        }
        if (ground.before() && !ground.endedOn().isAfter(day)) {
            throw new InputRefused(
                    "organization",
                    "“%s”已于 %s 撤销，不能再记录组织生活".formatted(ground.name(), ground.endedOn()));
        }
        throw new NotFound();
    }

    private static void days(NewMeeting sent, Ground ground, LocalDate day, Faults faults) {
        var on = sent.when().on();
        if (on.isBefore(ground.establishedOn())) {
            faults.add(
                    "on", "“%s”%s 才成立，日期不能早于成立日期".formatted(ground.name(), ground.establishedOn()));
        } else if (!on.isBefore(ground.endedOn())) {
            faults.add("on", "“%s”%s 起撤销，请改填以前的日期".formatted(ground.name(), ground.endedOn()));
        } else if (sent.held() && on.isAfter(day)) {
            faults.add("on", "日期在将来，还没有开的会请先发通知，开过以后再记录");
        } else if (!sent.held() && on.isBefore(day)) {
            faults.add("on", "日期已经过了，开过的会请直接记录");
        } else if (on.isAfter(day.plusYears(YEARS_AHEAD))) {
            faults.add("on", "最多提前一年通知，请改填日期");
        }
    }

    private static @Nullable MeetingType form(NewMeeting sent, Ground ground, Faults faults) {
        var group = ground.kind().equals("group");
        if (group && OF_BRANCHES.contains(sent.type())) {
            faults.add("type", sent.type().label() + "由党支部召开，请在党支部记录");
        } else if (!group && sent.type() == MeetingType.GROUP) {
            faults.add("type", "党小组会请选择党小组以后再记录");
        }
        if (sent.type() != MeetingType.LIFE_MEETING) {
            if (sent.form() != null) {
                faults.add("form", "只有组织生活会可以选择形式");
            }
            return null;
        }
        var form = sent.form();
        if (form == null) {
            return group ? MeetingType.GROUP : MeetingType.MEMBERS;
        }
        if (!FORMS.contains(form)) {
            faults.add("form", "组织生活会的形式是支部党员大会、支部委员会会议或者党小组会");
        } else if (group != (form == MeetingType.GROUP)) {
            faults.add("form", group ? "党小组的组织生活会以党小组会的形式召开" : "以党小组会的形式召开的，请在各党小组记录");
        }
        return form;
    }

    private static void due(NewMeeting sent, Ground ground, Faults faults) {
        var attending = Attendance.of(sent.type(), sent.form(), ground.kind());
        if (attending == Attendance.NOBODY || !ground.due().isEmpty()) {
            return;
        }
        switch (attending) {
            case COMMITTEE -> faults.add("type", "这一天没有登记委员，请先在任职里登记");
            case GROUP -> faults.add("type", "这一天党小组里没有党员，请先在党员登记里编组");
            default -> {
                if (!WITHOUT_MEMBERS.contains(ground.kind())
                        || sent.type() == MeetingType.MEMBERS) {
                    faults.add("type", "这一天“" + ground.name() + "”没有党员，没有应到的人");
                }
            }
        }
    }

    /** With the names as the register has them today: they stay as they are. */
    private static Heads heads(NewMeeting sent, Map<UUID, String> names, Faults faults) {
        return new Heads(
                head(sent.heads().chair(), "chair", names, faults),
                head(sent.heads().recorder(), "recorder", names, faults));
    }

    private static @Nullable Person head(
            @Nullable Person sent, String pointer, Map<UUID, String> names, Faults faults) {
        if (sent == null || sent.member() == null) {
            return sent;
        }
        var name = names.get(sent.member());
        if (name == null) {
            faults.add(pointer, "这个人不在您的管理范围内，请直接填写姓名");
            return null;
        }
        return new Person(sent.member(), name);
    }

    private static void talk(NewMeeting sent, Heads heads, Faults faults) {
        if (sent.type() != MeetingType.TALK) {
            return;
        }
        var people = new HashSet<Object>(sent.roll().guests());
        var chair = heads.chair();
        if (chair != null) {
            people.add(chair.member() == null ? String.valueOf(chair.name()) : chair.member());
        }
        if (people.size() != TALKING) {
            faults.add("guests", "谈心谈话是两个人的，请选择谈话人和谈话对象");
        }
    }

    /** One keeps the minutes and another chairs, where there is another. */
    private void apart(Meeting meeting, LocalDate day) {
        var chair = meeting.heads().chair();
        var recorder = meeting.heads().recorder();
        if (chair != null && recorder != null && !meeting.named()) {
            throw rules.refused(
                    MeetingProcess.MINUTES,
                    day,
                    meeting.organization(),
                    "主持人和记录人不能是同一个人，请另请一位到会的同志记录",
                    "recorder");
        }
    }

    private Meeting meeting(
            NewMeeting sent,
            Frame frame,
            @Nullable MeetingType form,
            Heads heads,
            Roll roll,
            boolean late) {
        var on = frame.recorded().on();
        return new Meeting(
                frame.id(),
                frame.version(),
                sent.organization(),
                sent.type(),
                form,
                frame.state(),
                sent.when(),
                sent.topic(),
                heads,
                sent.text(),
                roll,
                sent.lecture(),
                sent.reason(),
                late,
                frame.recorded(),
                sent.held() ? rules.lockedOn(on, sent.organization()) : null);
    }
}
