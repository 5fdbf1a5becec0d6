package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting.Roll;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a branch or a group holds within the span, day by day. */
final class LifeOfUnit {

    /** Fewer lead alone: there is no committee to meet (R-BR-08). */
    private static final int COMMITTEE = 3;

    private static final int LIFE_MEETINGS = 101;
    private static final int TALKS = 102;

    private final LifePlan plan;
    private final Unit unit;
    private final Habits habits;
    private final Span span;
    private final Minutes minutes;
    private final Sequels sequels;
    private final Map<YearMonth, Happening> lectures;
    private final List<Happening> happened = new ArrayList<>();

    /**
     * @param lectures those of the township, by month
     */
    LifeOfUnit(
            LifePlan plan,
            Unit unit,
            Habits habits,
            Span span,
            Map<YearMonth, Happening> lectures) {
        this.plan = plan;
        this.unit = unit;
        this.habits = habits;
        this.span = span;
        this.minutes = new Minutes(plan, unit, habits, span);
        this.sequels = new Sequels(plan, unit, habits, span);
        this.lectures = lectures;
    }

    List<Happening> all() {
        span.months().forEach(this::month);
        if (!unit.isGroup()) {
            span.years().forEach(this::life);
            talks();
        }
        return happened;
    }

    private void month(YearMonth month) {
        var dice = dice(number(month));
        if (unit.isGroup()) {
            meet(MeetingType.GROUP, month, after(month, dice), dice);
            return;
        }
        themeDay(month, dice);
        if (unit.leaders(month.atEndOfMonth()).size() >= COMMITTEE) {
            var before = habits.themeDay(month).minusDays(plan.committeeBefore().draw(dice));
            var day = latest(before, month.atDay(1));
            if (unit.leaders(day).size() >= COMMITTEE) {
                meet(MeetingType.COMMITTEE, month, day, dice);
            }
        }
        if (Habits.isTurn(month, habits.quarterMonth())) {
            meet(MeetingType.MEMBERS, month, after(month, dice), dice);
        }
        if (Habits.isTurn(month, habits.lectureMonth())) {
            lecture(month, dice);
        }
        activities(month, dice);
    }

    private void themeDay(YearMonth month, Dice dice) {
        var moved = dice.chance(habits.keeping().moved());
        var by = plan.movedBy().draw(dice);
        var why = dice.one(plan.movedReasons());
        var day = habits.themeDay(month);
        if (habits.keeps(month, dice)) {
            var on = moved ? earliest(day.plusDays(by), month.atEndOfMonth()) : day;
            hold(Wish.of(MeetingType.THEME_DAY, on).because(moved ? why : null), dice);
        }
    }

    private void lecture(YearMonth month, Dice dice) {
        var day = after(month, dice);
        var above = lectures.get(month);
        if (dice.chance(plan.followed()) && above != null) {
            if (habits.keeps(month, dice)) {
                hold(Wish.following(above), dice);
            }
        } else {
            meet(MeetingType.LECTURE, month, day, dice);
        }
    }

    private void meet(MeetingType type, YearMonth month, LocalDate day, Dice dice) {
        var off = dice.chance(habits.keeping().cancelled());
        if (habits.keeps(month, dice)) {
            var wish = Wish.of(type, day);
            if (off && isAround(day) && couldCome(wish, day)) {
                happened.add(minutes.calledOff(wish, dice));
            }
            hold(wish, dice);
        }
    }

    /** Whether it could have been announced some days before. */
    private boolean isAround(LocalDate day) {
        return span.holds(day.minusWeeks(1)) && span.holds(day);
    }

    /** Whether there was anybody to come when it was announced, and on the day it was for. */
    private boolean couldCome(Wish wish, LocalDate day) {
        return !due(wish, day.minusWeeks(1)).isEmpty()
                && !due(wish, day.minusDays(plan.calledOffBefore())).isEmpty();
    }

    /** The organization-life meeting and the appraisal, in the fourth quarter of each year. */
    private void life(int year) {
        var dice = dice(year, LIFE_MEETINGS);
        var quarter = LocalDate.of(year, 10, 1);
        var day = quarter.plusDays(plan.lifeMeetingDay().draw(dice));
        var form = MeetingType.find(plan.lifeForm().draw(dice)).orElseThrow();
        var committee = unit.leaders(day).size() >= COMMITTEE;
        var end = LocalDate.of(year, 12, 31);
        var after = earliest(day.plusDays(plan.appraisalAfter().draw(dice)), end);
        if (!dice.chance(habits.keeping().missing())) {
            hold(Wish.life(committee ? form : MeetingType.MEMBERS, day), dice);
        }
        if (dice.chance(plan.appraisalHeld())) {
            hold(Wish.of(MeetingType.APPRAISAL, after), dice);
        }
    }

    private void activities(YearMonth month, Dice dice) {
        plan.activities()
                .forEach(
                        (code, activity) -> {
                            var day = month.atDay(dice.between(1, month.lengthOfMonth()));
                            if (activity.months().contains(month.getMonthValue())
                                    && dice.chance(activity.share())
                                    && !habits.lapses().contains(month)) {
                                var type = MeetingType.find(code).orElseThrow();
                                hold(Wish.joined(type, day, joining(day, activity, dice)), dice);
                            }
                        });
    }

    private List<Held> joining(LocalDate day, LifePlan.Activity activity, Dice dice) {
        return unit.members(day).stream().filter(_ -> dice.chance(activity.joins())).toList();
    }

    /** Each year somebody who leads talks with most of the members (R-LF-13). */
    private void talks() {
        for (var i = 0; i < unit.held().size(); i++) {
            var member = unit.held().get(i);
            for (var year : span.years()) {
                var dice = dice(year, TALKS, i);
                var month = Integer.parseInt(plan.talkMonth().draw(dice));
                var day = LocalDate.of(year, month, dice.between(1, 28));
                if (dice.chance(plan.talks()) && member.isThere(day)) {
                    hold(Wish.joined(MeetingType.TALK, day, List.of(member)), dice);
                }
            }
        }
    }

    private void hold(Wish wish, Dice dice) {
        if (span.holds(wish.on())) {
            var due = due(wish, wish.on());
            minutes.of(wish, due, dice).map(one -> sequels.of(one, due)).ifPresent(happened::add);
        }
    }

    /** Who has to come; of an activity or a talk nobody, there are only guests. */
    private List<Held> due(Wish wish, LocalDate day) {
        var type = wish.form() == null ? wish.type() : wish.form();
        return switch (type) {
            case COMMITTEE -> unit.leaders(day);
            case MEMBERS, GROUP, LECTURE, THEME_DAY, LIFE_MEETING, APPRAISAL -> unit.members(day);
            case TALK, TRAINING, VOLUNTEERING, COMMANDO, VISIT, PLEDGE, POST, COMMENDATION, JOINT ->
                    List.of();
        };
    }

    private LocalDate after(YearMonth month, Dice dice) {
        var day = habits.themeDay(month).plusDays(plan.groupAfter().draw(dice));
        return earliest(day, month.atEndOfMonth());
    }

    private Dice dice(int... numbers) {
        var all = new int[numbers.length + 1];
        all[0] = unit.number();
        System.arraycopy(numbers, 0, all, 1, numbers.length);
        return Dice.of(plan.seed(), all);
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * What is to be held.
     *
     * @param guests who join without being due
     * @param moved why it is not on the fixed day
     * @param follows the lecture of another that is followed
     */
    record Wish(
            MeetingType type,
            @Nullable MeetingType form,
            LocalDate on,
            List<Held> guests,
            @Nullable String moved,
            @Nullable Happening follows) {

        static Wish of(MeetingType type, LocalDate on) {
            return new Wish(type, null, on, List.of(), null, null);
        }

        static Wish life(MeetingType form, LocalDate on) {
            return new Wish(MeetingType.LIFE_MEETING, form, on, List.of(), null, null);
        }

        static Wish joined(MeetingType type, LocalDate on, List<Held> guests) {
            return new Wish(type, null, on, guests, null, null);
        }

        static Wish following(Happening lecture) {
            var on = lecture.meeting().when().on();
            return new Wish(MeetingType.LECTURE, null, on, List.of(), null, lecture);
        }

        Wish because(@Nullable String reason) {
            return new Wish(type, form, on, guests, reason, follows);
        }

        Roll roll(Attendance attendance) {
            return new Roll(
                    attendance.absent(),
                    attendance.distant(),
                    guests.stream().map(Held::member).toList(),
                    List.of());
        }
    }
}
