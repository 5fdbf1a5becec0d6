package org.sunmao.meeting.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.Meeting.Recorded;
import org.sunmao.meeting.internal.MeetingChecks.Frame;
import org.sunmao.meeting.internal.MeetingChecks.Judged;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingStore.Cast;
import org.sunmao.meeting.internal.MeetingWish.WishedRoll;
import org.sunmao.organization.Relations;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changing what is written of a meeting, calling its roll, and closing it. */
@Service
class MeetingEditing {

    private final Scopes scopes;
    private final MeetingRecords records;
    private final RollChecks rolls;
    private final GroundStore grounds;
    private final MeetingStore store;
    private final ShownStore shown;
    private final MeetingSteps steps;
    private final MeetingRules rules;
    private final MeetingSides sides;
    private final MeetingViews views;
    private final MeetingJournal journal;
    private final Relations relations;
    private final Clock clock;
    private final HostedStore hosts;

    MeetingEditing(
            Scopes scopes,
            MeetingRecords records,
            RollChecks rolls,
            GroundStore grounds,
            MeetingStore store,
            ShownStore shown,
            MeetingSteps steps,
            MeetingRules rules,
            MeetingSides sides,
            MeetingViews views,
            MeetingJournal journal,
            Relations relations,
            Clock clock,
            HostedStore hosts) {
        this.hosts = hosts;
        this.scopes = scopes;
        this.records = records;
        this.rolls = rolls;
        this.grounds = grounds;
        this.store = store;
        this.shown = shown;
        this.steps = steps;
        this.rules = rules;
        this.sides = sides;
        this.views = views;
        this.journal = journal;
        this.relations = relations;
        this.clock = clock;
    }

    /**
     * Writes it anew.
     *
     * @param based the version the asker has seen
     */
    MeetingView change(SignedIn who, UUID id, int based, MeetingWish sent) {
        return scopes.write(
                who,
                scope -> {
                    change(who, scope, lock(scope, id), based, sent);
                    return views.get(who, scope, id);
                });
    }

    private Meeting lock(Scope scope, UUID id) {
        return store.lock(scope, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private void change(SignedIn who, Scope scope, Meeting before, int based, MeetingWish sent) {
        var next = steps.next(before, new Step.Edit(), scope.day());
        var kept = shown.get(scope, before.id()).orElseThrow(NotFound::new);
        if (!MeetingSight.open(who, before, kept.kind(), kept.parent())) {
            throw rules.refused(
                    MeetingProcess.MINUTES,
                    scope.day(),
                    before.organization(),
                    "谈心谈话的内容只有谈话双方和书记看得到，请由书记修改");
        }
        var by = new Recording(before.recorded().name(), before.recorded().at());
        var read = MeetingReader.read(before.organization(), before.type(), sent, by);
        var frame = new Frame(before.id(), before.version() + 1, next, before.recorded());
        var meant = held(read, before, BoundVotes.kept(sent, read.votes(), kept.votes()));
        var judged = records.judge(scope, List.of(meant), List.of(frame)).getFirst();
        if (before.version() != based) {
            throw sides.stale(before, judged, kept.votes(), views.get(who, scope, before.id()));
        }
        var votes = bound(scope, before, kept.votes(), judged);
        var after = judged.meeting().in(next, steps.lockedOnceEdited(before, scope.day()));
        store.change(after);
        if (!next.equals(before.state())) {
            store.move(List.of(after));
        }
        store.forgetVotes(before.id());
        store.add(votes.stream().map(vote -> new Cast(before.id(), vote)).toList());
        journal.edited(scope, new Judged(after, votes), before, kept.votes());
    }

    /** What other procedures rest on stays as it was counted. */
    private List<Vote> bound(Scope scope, Meeting before, List<Vote> kept, Judged judged) {
        var day = judged.meeting().when().on();
        var lost = BoundVotes.lost(kept, judged.votes());
        if (lost != null || (!day.equals(before.when().on()) && BoundVotes.any(kept))) {
            throw rules.refused(
                    MeetingProcess.MINUTES,
                    scope.day(),
                    before.organization(),
                    lost == null
                            ? "发展党员的表决已经记在这次会议里，开会的日期不能改；记错的请加注更正"
                            : "“%s”的表决已经记入发展党员的步骤，到会的人和票数不能改；记错的请加注更正".formatted(lost.matter()),
                    lost == null ? "on" : "votes");
        }
        return BoundVotes.as(kept, judged.votes());
    }

    /** Whether it was held is said by its state, and not by who changes it. */
    private static NewMeeting held(NewMeeting read, Meeting before, List<NewVote> votes) {
        return new NewMeeting(
                read.organization(),
                read.type(),
                read.form(),
                before.state().held() || before.state() instanceof MeetingState.InSession,
                read.when(),
                read.topic(),
                read.heads(),
                read.roll(),
                read.text(),
                votes,
                read.lecture(),
                read.reason(),
                read.recording());
    }

    /** Who came, of those due on the day itself; with too few it is not opened. */
    MeetingView roll(SignedIn who, UUID id, WishedRoll sent) {
        var read = MeetingReader.read(sent);
        return scopes.write(
                who,
                scope -> {
                    var meeting = lock(scope, id);
                    steps.next(meeting, new Step.Roll(), scope.day());
                    call(scope, meeting, read);
                    return views.get(who, scope, id);
                });
    }

    private void call(Scope scope, Meeting meeting, NewMeeting.Roll read) {
        var on = meeting.when().on();
        var asked = List.of(new Asked(meeting.organization(), on, scope.day()));
        var ground = grounds.grounds(scope, asked).getFirst().orElseThrow(NotFound::new);
        var attending = Attendance.of(meeting.type(), meeting.form(), ground.kind());
        var due = grounds.due(asked, List.of(attending)).getFirst();
        var hosted = hosts.hosted(asked).getFirst();
        var named = new HashSet<>(read.guests());
        named.addAll(read.hosted());
        Map<UUID, String> names = named.isEmpty() ? Map.of() : relations.names(named);
        var faults = new Faults();
        var roll = rolls.read(read, ground.with(due, hosted), names, true, faults);
        faults.refuse();
        var voting = due.stream().filter(Ground.DuePerson::full).toList();
        var came = voting.stream().filter(one -> roll.present().contains(one.id())).count();
        var quorum =
                rules.quorum(
                        meeting.type(),
                        meeting.form(),
                        on,
                        meeting.organization(),
                        voting.size(),
                        (int) came);
        var next = steps.next(meeting, new Step.Roll(), scope.day(), quorum);
        var called = meeting.called(roll).in(next, null);
        store.change(called);
        store.move(List.of(called));
        journal.called(scope, called);
    }

    /** It is over, and recorded from now on. */
    MeetingView close(SignedIn who, UUID id) {
        return scopes.write(
                who,
                scope -> {
                    var meeting = lock(scope, id);
                    var next = steps.next(meeting, new Step.Close(), scope.day());
                    var on = meeting.when().on();
                    var organization = meeting.organization();
                    var before = meeting.recorded();
                    var now =
                            new Recorded(
                                    before.account(),
                                    before.behalf(),
                                    who.name(),
                                    scope.day(),
                                    clock.instant());
                    var late = rules.late(on, scope.day(), organization);
                    var locked = rules.lockedOn(scope.day(), organization);
                    var closed = meeting.recorded(now, late).in(next, locked);
                    store.change(closed);
                    store.move(List.of(closed));
                    journal.recorded(scope, List.of(new Judged(closed, List.of())));
                    return views.get(who, scope, id);
                });
    }
}
