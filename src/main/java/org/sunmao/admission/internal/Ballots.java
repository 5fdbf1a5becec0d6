package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.StepWish.VoteWish;
import org.sunmao.admission.internal.StepWish.WishedAbsence;
import org.sunmao.admission.internal.StepWish.WishedExclusion;
import org.sunmao.meeting.AdmissionOrder;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.Meetings.VoteResult;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Absent;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Votes on one person, in a members' meeting that is recorded with them, or was before. */
@Component
class Ballots {

    private final Meetings meetings;

    Ballots(Meetings meetings) {
        this.meetings = meetings;
    }

    /** The meeting and what it decided. */
    record Held(UUID meeting, VoteResult result) {}

    /**
     * What is voted on.
     *
     * @param topic of the meeting, and the matter of the vote
     * @param name of the person
     */
    record Matter(UUID branch, String topic, String name, AdmissionOrder order, LocalDate on) {}

    Held hold(Scope scope, Matter matter, VoteWish wish, @Nullable String reason, Recording by) {
        var vote =
                new NewVote(
                        matter.topic(),
                        Rules.MAJORITY.value(),
                        true,
                        inFavour(wish),
                        number(wish.against()),
                        wish.abstained(),
                        number(wish.written()),
                        excluded(wish),
                        true);
        var text = new Text(matter.order().items(matter.name()), wish.record(), wish.resolution());
        if (wish.meeting() != null) {
            var result = meetings.vote(scope, wish.meeting(), vote, text);
            if (!result.on().equals(matter.on())) {
                throw new InputRefused("on", "这次支部大会是 %s 开的，请按开会的日期填写".formatted(result.on()));
            }
            return new Held(wish.meeting(), result);
        }
        var meeting = meetings.record(scope, meeting(matter, wish, vote, text, reason, by));
        return new Held(meeting, meetings.votes(scope, meeting).getLast());
    }

    private static int inFavour(VoteWish wish) {
        if (wish.inFavour() == null) {
            throw new InputRefused("vote/inFavour", "请填写赞成票数");
        }
        return wish.inFavour();
    }

    private static int number(@Nullable Integer sent) {
        return sent == null ? 0 : sent;
    }

    private static NewMeeting meeting(
            Matter matter,
            VoteWish wish,
            NewVote vote,
            Text text,
            @Nullable String reason,
            Recording by) {
        return new NewMeeting(
                matter.branch(),
                MeetingType.MEMBERS,
                null,
                true,
                new When(matter.on(), null, null, wish.place()),
                matter.topic(),
                new Heads(person(wish.chair()), person(wish.recorder())),
                Roll.without(absent(wish)),
                text,
                List.of(vote),
                null,
                reason,
                by);
    }

    private static @Nullable Person person(@Nullable UUID member) {
        return member == null ? null : Person.of(member);
    }

    /** Who does not count was not there, whether or not it was said a second time. */
    private static List<Absent> absent(VoteWish wish) {
        var absent =
                new ArrayList<>(
                        Objects.requireNonNullElse(wish.absent(), List.<WishedAbsence>of()).stream()
                                .map(one -> new Absent(one.member(), reason(one)))
                                .toList());
        var named = new HashSet<UUID>();
        absent.forEach(one -> named.add(one.member()));
        excluded(wish).stream()
                .map(Excluded::member)
                .filter(named::add)
                .forEach(member -> absent.add(new Absent(member, Reason.OTHER)));
        return absent;
    }

    private static @Nullable Reason reason(WishedAbsence one) {
        if (one.reason() == null || one.reason().isBlank()) {
            return null;
        }
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(one.reason()))
                .findFirst()
                .orElseThrow(() -> new InputRefused("vote/absent", "没有这种缺席原因，请重新选择"));
    }

    private static List<Excluded> excluded(VoteWish wish) {
        return Objects.requireNonNullElse(wish.excluded(), List.<WishedExclusion>of()).stream()
                .map(
                        one ->
                                new Excluded(
                                        one.member(),
                                        Exclusion.find(Objects.requireNonNullElse(one.reason(), ""))
                                                .orElseThrow(
                                                        () ->
                                                                new InputRefused(
                                                                        "vote/excluded",
                                                                        "请选择不计入应到的类别")),
                                        Objects.requireNonNullElse(one.consent(), "")))
                .toList();
    }
}
