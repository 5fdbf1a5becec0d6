package org.sunmao.simulation.internal;

import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lectures a township gives, which its branches may follow from where they are. */
final class OfferedLectures {

    private static final int OFFERED = 103;
    private static final int LAST_DAY = 28;

    private final LifePlan plan;
    private final Unit committee;
    private final Span span;

    OfferedLectures(LifePlan plan, Unit committee, Span span) {
        this.plan = plan;
        this.committee = committee;
        this.span = span;
    }

    Map<YearMonth, Happening> byMonth() {
        return span.months().stream()
                .flatMap(month -> in(month).stream())
                .collect(Collectors.toMap(this::month, one -> one));
    }

    private YearMonth month(Happening lecture) {
        return YearMonth.from(lecture.meeting().when().on());
    }

    private Optional<Happening> in(YearMonth month) {
        var numbers =
                new int[] {committee.number(), OFFERED, month.getYear(), month.getMonthValue()};
        var dice = Dice.of(plan.seed(), numbers);
        var on = month.atDay(dice.between(1, LAST_DAY));
        var topic = dice.one(Plan.of(plan.topics(), MeetingType.LECTURE.code()));
        var lecturer = dice.one(plan.lecturers());
        var minutes = Plan.of(plan.minutes(), MeetingType.LECTURE.code()).draw(dice);
        var begins = LocalTime.parse(plan.begins().draw(dice));
        if (!dice.chance(plan.offered()) || !span.holds(on) || !hasOfficers(on)) {
            return Optional.empty();
        }
        var when = new When(on, begins, minutes, plan.offeredAt());
        return Optional.of(happening(when, topic, lecturer, on));
    }

    /** A lecture of a committee is for the committee itself first. */
    private boolean hasOfficers(LocalDate on) {
        return committee.posts().stream().anyMatch(post -> post.isHeld(on));
    }

    private Happening happening(When when, String topic, String lecturer, LocalDate on) {
        var chair = new Person(null, lecturer);
        var recorder = new Person(null, plan.office());
        var meeting =
                new NewMeeting(
                        committee.id(),
                        MeetingType.LECTURE,
                        null,
                        true,
                        when,
                        topic,
                        new Heads(chair, recorder),
                        Roll.ALL,
                        Text.NONE,
                        List.of(),
                        null,
                        null,
                        null);
        return new Happening(committee, meeting, null, Books.atOnce(span, on), null);
    }
}
