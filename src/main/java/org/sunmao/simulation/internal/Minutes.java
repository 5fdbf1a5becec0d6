package org.sunmao.simulation.internal;

import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.simulation.internal.LifeOfUnit.Wish;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what a branch or a group held: who chaired, who came, what was said. */
final class Minutes {

    private static final Set<MeetingType> DECIDES =
            Set.of(MeetingType.MEMBERS, MeetingType.COMMITTEE, MeetingType.THEME_DAY);
    private static final String SENTENCES = "。";

    private final LifePlan plan;
    private final Unit unit;
    private final Habits habits;
    private final Span span;

    Minutes(LifePlan plan, Unit unit, Habits habits, Span span) {
        this.plan = plan;
        this.unit = unit;
        this.habits = habits;
        this.span = span;
    }

    /** Nothing where nobody could chair, nobody came, or it is not written down yet. */
    Optional<Happening> of(Wish wish, List<Held> due, Dice dice) {
        var isDue = !due.isEmpty();
        var leaders = isDue ? leaders(wish.on(), due) : others(wish, dice);
        var books = Books.draw(plan, habits.keeping(), span, wish.on(), dice);
        var distant = wish.follows() == null ? 0 : plan.followedFromAway();
        var came =
                leaders.isEmpty()
                        ? Attendance.NOBODY
                        : Attendance.draw(
                                plan.absence(), due, leaders.getFirst(), wish.on(), distant, dice);
        if (leaders.isEmpty()
                || (!isDue && wish.guests().isEmpty())
                || books.recordedOn().isAfter(span.last())) {
            return Optional.empty();
        }
        var chair = leaders.getFirst();
        var recorder = recorder(leaders, due, came);
        var meeting = meeting(wish, new Heads(person(chair), person(recorder)), came, books, dice);
        return Optional.of(new Happening(unit, meeting, wish.follows(), books, null));
    }

    /** What was announced some days before, and called off. */
    Happening calledOff(Wish wish, Dice dice) {
        var on = wish.on().minusDays(plan.calledOffBefore());
        var announced = on.minusDays(plan.announcedBefore());
        var meeting =
                new NewMeeting(
                        unit.id(),
                        wish.type(),
                        null,
                        false,
                        new When(on, habits.begins(), null, habits.place()),
                        topic(wish, dice),
                        Heads.NONE,
                        Roll.ALL,
                        Text.NONE,
                        List.of(),
                        null,
                        null,
                        null);
        var books = new Books(announced, null, null, null, null, null);
        return new Happening(unit, meeting, null, books, dice.one(plan.cancelReasons()));
    }

    /** Those who lead on the day, or else the first full member who takes part. */
    private List<Held> leaders(LocalDate day, List<Held> due) {
        var leaders = unit.leaders(day);
        return leaders.isEmpty() ? due.stream().filter(Held::full).limit(1).toList() : leaders;
    }

    /** Who leads beside those who join; of a talk the one alone who talks. */
    private List<Held> others(Wish wish, Dice dice) {
        var leaders =
                unit.leaders(wish.on()).stream()
                        .filter(one -> !wish.guests().contains(one))
                        .toList();
        return wish.type() == MeetingType.TALK && !leaders.isEmpty()
                ? List.of(dice.one(leaders))
                : leaders;
    }

    /** The second who leads, or another who came; whoever leads alone writes alone. */
    private static Held recorder(List<Held> leaders, List<Held> due, Attendance came) {
        var chair = leaders.getFirst();
        return leaders.stream()
                .skip(1)
                .filter(one -> !came.misses(one))
                .findFirst()
                .or(
                        () ->
                                due.stream()
                                        .filter(one -> !one.equals(chair) && !came.misses(one))
                                        .findFirst())
                .orElse(chair);
    }

    private NewMeeting meeting(Wish wish, Heads heads, Attendance came, Books books, Dice dice) {
        var on = wish.on();
        var how = plan.minutes().get(wish.type().code());
        var late = books.late();
        return new NewMeeting(
                unit.id(),
                wish.type(),
                wish.form(),
                true,
                new When(on, habits.begins(), how == null ? null : how.draw(dice), place(wish)),
                topic(wish, dice),
                heads,
                wish.roll(came),
                text(wish, dice),
                votes(wish, came, dice),
                null,
                late == null ? wish.moved() : late,
                null);
    }

    private String place(Wish wish) {
        return wish.type() == MeetingType.TALK ? "党群服务中心" : habits.place();
    }

    private String topic(Wish wish, Dice dice) {
        var follows = wish.follows();
        if (follows != null) {
            return follows.meeting().topic();
        }
        return wish.type() == MeetingType.THEME_DAY
                ? dice.one(Plan.of(plan.themes(), String.valueOf(wish.on().getMonthValue())))
                : dice.one(Plan.of(plan.topics(), wish.type().code()));
    }

    /** Of a talk nothing is written but that it was. */
    private Text text(Wish wish, Dice dice) {
        var first = dice.one(plan.said());
        var second = dice.one(plan.said());
        var decided = dice.one(plan.deliberated()) + SENTENCES;
        if (wish.type() == MeetingType.TALK) {
            return Text.NONE;
        }
        var said = first.equals(second) ? first : first + "；" + second;
        return new Text(
                agenda(wish, dice),
                said + SENTENCES,
                DECIDES.contains(wish.type()) ? decided : null);
    }

    /** What belongs to each meeting of the kind, and of a theme day one thing more. */
    private List<Item> agenda(Wish wish, Dice dice) {
        var items = new ArrayList<Item>();
        plan.agenda()
                .getOrDefault(wish.type().code(), Map.of())
                .forEach((key, title) -> items.add(new Item(key, title, true, null)));
        if (wish.type() == MeetingType.THEME_DAY) {
            var chosen = dice.one(List.copyOf(plan.chosen().keySet()));
            items.add(new Item(chosen, Plan.of(plan.chosen(), chosen), true, null));
        }
        return items;
    }

    private List<NewVote> votes(Wish wish, Attendance came, Dice dice) {
        var matter = dice.one(plan.matters());
        var voted = dice.chance(plan.vote().share()) && wish.type() == MeetingType.MEMBERS;
        var against = 0;
        var abstained = 0;
        for (var i = 0; i < came.voters(); i++) {
            against += dice.chance(plan.vote().against()) ? 1 : 0;
            abstained += dice.chance(plan.vote().abstained()) ? 1 : 0;
        }
        var agreed = came.voters() - against - abstained;
        return voted && agreed * 2 > came.entitled()
                ? List.of(new NewVote(matter, null, false, agreed, against, abstained, 0))
                : List.of();
    }

    private static Person person(Held held) {
        return Person.of(held.member());
    }
}
