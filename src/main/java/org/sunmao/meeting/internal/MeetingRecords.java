package org.sunmao.meeting.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.Minutes;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.LectureStore.Lecture;
import org.sunmao.meeting.internal.LectureStore.Offer;
import org.sunmao.meeting.internal.Meeting.Recorded;
import org.sunmao.meeting.internal.MeetingChecks.Frame;
import org.sunmao.meeting.internal.MeetingChecks.Judged;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingStore.Cast;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Relations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records meetings, one or many, in the same few statements. */
@Service
class MeetingRecords implements Meetings {

    private static final String SYSTEM = "系统";

    private final GroundStore grounds;
    private final MeetingChecks checks;
    private final MeetingStore store;
    private final MeetingSteps steps;
    private final MeetingJournal journal;
    private final Relations relations;
    private final Clock clock;
    private final LectureStore lectures;
    private final Organizations organizations;
    private final HostedStore hosts;
    private final MeetingVotes votes;

    MeetingRecords(
            GroundStore grounds,
            MeetingChecks checks,
            MeetingStore store,
            MeetingSteps steps,
            MeetingJournal journal,
            Relations relations,
            Clock clock,
            LectureStore lectures,
            Organizations organizations,
            HostedStore hosts,
            MeetingVotes votes) {
        this.votes = votes;
        this.hosts = hosts;
        this.grounds = grounds;
        this.checks = checks;
        this.store = store;
        this.steps = steps;
        this.journal = journal;
        this.relations = relations;
        this.clock = clock;
        this.lectures = lectures;
        this.organizations = organizations;
    }

    @Override
    public List<UUID> record(Scope scope, List<NewMeeting> meetings) {
        if (meetings.isEmpty()) {
            return List.of();
        }
        var frames = meetings.stream().map(sent -> frame(scope, sent)).toList();
        var judged = judge(scope, meetings, frames);
        store.add(judged.stream().map(Judged::meeting).toList());
        var cast = new ArrayList<Cast>();
        for (var one : judged) {
            one.votes().forEach(vote -> cast.add(new Cast(one.meeting().id(), vote)));
        }
        store.add(cast);
        journal.recorded(scope, judged);
        return frames.stream().map(Frame::id).toList();
    }

    private Frame frame(Scope scope, NewMeeting sent) {
        var by =
                sent.recording() == null
                        ? new Recording(SYSTEM, clock.instant())
                        : sent.recording();
        var on = LocalDate.ofInstant(by.at(), clock.getZone());
        var actor = scope.actor();
        return new Frame(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                MeetingProcess.entered(sent.held()),
                new Recorded(actor.account(), actor.behalf(), by.name(), on, by.at()));
    }

    /** Judges many by what the registers say of all of them. */
    List<Judged> judge(Scope scope, List<NewMeeting> meetings, List<Frame> frames) {
        var asked = new ArrayList<Asked>();
        for (var i = 0; i < meetings.size(); i++) {
            var sent = meetings.get(i);
            var recorded = frames.get(i).recorded().on();
            var held = sent.when().on();
            var known = held.isAfter(recorded) ? recorded : held;
            asked.add(new Asked(sent.organization(), known, recorded));
        }
        var found =
                grounds.grounds(scope, asked).stream()
                        .map(ground -> ground.orElseThrow(NotFound::new))
                        .toList();
        var attending = new ArrayList<Attendance>();
        for (var i = 0; i < meetings.size(); i++) {
            var sent = meetings.get(i);
            attending.add(Attendance.of(sent.type(), sent.form(), found.get(i).kind()));
        }
        followed(scope, meetings);
        var due = grounds.due(asked, attending);
        var hosted = hosted(meetings, asked);
        var names = names(meetings);
        var judged = new ArrayList<Judged>();
        for (var i = 0; i < meetings.size(); i++) {
            var ground = found.get(i).with(due.get(i), hosted.get(i));
            judged.add(checks.judge(meetings.get(i), frames.get(i), ground, names));
        }
        return judged;
    }

    /** Whom they host, where any is said to have been hosted. */
    private List<Map<UUID, String>> hosted(List<NewMeeting> meetings, List<Asked> asked) {
        return meetings.stream().allMatch(sent -> sent.roll().hosted().isEmpty())
                ? Collections.nCopies(meetings.size(), Map.of())
                : hosts.hosted(asked);
    }

    /** What is followed is offered, on its day or while its recording is. */
    private void followed(Scope scope, List<NewMeeting> meetings) {
        var ids =
                meetings.stream()
                        .filter(sent -> sent.type() == MeetingType.LECTURE)
                        .map(NewMeeting::lecture)
                        .filter(Objects::nonNull)
                        .toList();
        if (ids.isEmpty()) {
            return;
        }
        var known = lectures.known(ids).stream().collect(Collectors.toMap(Lecture::id, one -> one));
        for (var sent : meetings) {
            var lecture = sent.lecture() == null ? null : known.get(sent.lecture());
            var unknown =
                    lecture == null ? ids.contains(sent.lecture()) : !near(scope, sent, lecture);
            if (unknown) {
                throw new InputRefused("lecture", "没有这次党课，请重新选择");
            }
            if (lecture != null && !lecture.open(sent.when().on())) {
                throw new InputRefused("lecture", closed(lecture));
            }
        }
    }

    /** Of an organization above, or of one beside. */
    private boolean near(Scope scope, NewMeeting sent, Lecture lecture) {
        if (scope.everything()) {
            return true;
        }
        var own = organizations.ancestors(sent.organization(), scope.day());
        var theirs = organizations.ancestors(lecture.organization(), scope.day());
        return own.stream().anyMatch(one -> one.id().equals(lecture.organization()))
                || (!own.isEmpty()
                        && !theirs.isEmpty()
                        && own.getLast().id().equals(theirs.getLast().id()));
    }

    private static String closed(Lecture lecture) {
        return lecture.until() == null
                ? "这次党课只能在 %s 当天收看，请核对日期".formatted(lecture.on())
                : "这次党课可以在 %s 到 %s 收看，请核对日期".formatted(lecture.on(), lecture.until());
    }

    /** Of whom the register of members must know: all but those due. */
    private Map<UUID, String> names(List<NewMeeting> meetings) {
        Set<UUID> named = new HashSet<>();
        for (var sent : meetings) {
            named.addAll(sent.roll().guests());
            named.addAll(sent.roll().hosted());
            sent.votes().forEach(vote -> vote.excluded().forEach(one -> named.add(one.member())));
            for (var head : new Person[] {sent.heads().chair(), sent.heads().recorder()}) {
                if (head != null && head.member() != null) {
                    named.add(head.member());
                }
            }
        }
        return named.isEmpty() ? Map.of() : relations.names(named);
    }

    @Override
    public VoteResult vote(Scope scope, UUID meeting, NewVote vote, Text text) {
        return votes.add(scope, meeting, vote, text);
    }

    @Override
    public List<VoteResult> votes(Scope scope, UUID meeting) {
        return votes.of(scope, meeting);
    }

    @Override
    public Optional<Minutes> minutes(Scope scope, UUID meeting) {
        return votes.minutes(scope, meeting);
    }

    @Override
    public void sign(Scope scope, List<UUID> meetings, Part part, Recording by) {
        var signature = new Signature(by.name(), by.at());
        var day = LocalDate.ofInstant(by.at(), clock.getZone());
        steps.take(scope, meetings, "sign", day, null, _ -> new Step.Sign(part, signature));
    }

    @Override
    public void sign(Scope scope, Part part, Map<UUID, Recording> by) {
        steps.take(
                scope,
                by.keySet(),
                "sign",
                meeting -> LocalDate.ofInstant(of(by, meeting).at(), clock.getZone()),
                null,
                meeting -> {
                    var signs = of(by, meeting);
                    return new Step.Sign(part, new Signature(signs.name(), signs.at()));
                });
    }

    private static Recording of(Map<UUID, Recording> by, Meeting meeting) {
        return Objects.requireNonNull(by.get(meeting.id()));
    }

    @Override
    public void cancel(Scope scope, List<UUID> meetings, String reason, Recording by) {
        var day = LocalDate.ofInstant(by.at(), clock.getZone());
        steps.take(scope, meetings, "cancel", day, reason, _ -> new Step.Cancel(reason));
    }

    @Override
    public void offer(Scope scope, List<UUID> offered) {
        var meetings = store.lock(scope, offered);
        meetings.forEach(one -> lectures.offer(one.id(), new Offer(true, null)));
        meetings.forEach(
                one ->
                        journal.noted(
                                scope, one, "offer", Lectures.LECTURE, Map.of("offered", true)));
    }

    @Override
    public void check(Scope scope, List<UUID> meetings, Finding finding, Recording by) {
        var check = new Check(by.name(), by.at(), finding.reason());
        var day = LocalDate.ofInstant(by.at(), clock.getZone());
        var step = finding.accepted() ? new Step.Accept(check) : new Step.Return(check);
        steps.take(scope, meetings, "check", day, finding.reason(), _ -> step);
    }
}
