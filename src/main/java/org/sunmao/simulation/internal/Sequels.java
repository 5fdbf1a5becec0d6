package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.YearWork.Ballots;
import org.sunmao.meeting.YearWork.MeasureDone;
import org.sunmao.meeting.YearWork.NewGrade;
import org.sunmao.meeting.YearWork.NewMeasure;
import org.sunmao.simulation.internal.LifePlan.Keeping;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What a branch makes of its appraisal and of its life meeting in the weeks and months after. */
final class Sequels {

    private static final int GRADES = 107;
    private static final int MEASURES = 108;
    private static final String EXCELLENT = "excellent";
    private static final String QUALIFIED = "qualified";
    private static final String BASIC = "basic";
    private static final String UNQUALIFIED = "unqualified";

    private final LifePlan plan;
    private final Unit unit;
    private final Keeping keeping;
    private final Span span;

    Sequels(LifePlan plan, Unit unit, Habits habits, Span span) {
        this.plan = plan;
        this.unit = unit;
        this.keeping = habits.keeping();
        this.span = span;
    }

    /**
     * Of what was held, with what came of it.
     *
     * @param due who had to come
     */
    Happening of(Happening one, List<Held> due) {
        var type = one.meeting().type();
        var year = one.meeting().when().on().getYear();
        if (type == MeetingType.APPRAISAL) {
            var dice = Dice.of(plan.seed(), unit.number(), year, GRADES);
            return one.with(appraised(one, due, dice));
        }
        if (type == MeetingType.LIFE_MEETING) {
            var dice = Dice.of(plan.seed(), unit.number(), year, MEASURES);
            return one.with(promised(one, dice));
        }
        return one;
    }

    /** Graded some days after, and told within the month; some forget the one or the other. */
    private Sequel appraised(Happening one, List<Held> due, Dice dice) {
        var how = plan.appraising();
        var day = one.books().recordedOn().plusDays(how.gradedAfter().draw(dice));
        var told = day.plusDays(how.toldAfter().draw(dice));
        var leaves = dice.chance(keeping.ungraded());
        var forgets = dice.chance(keeping.untold());
        var counted = dice.chance(how.counted());
        var full = due.stream().filter(Held::full).map(Held::member).toList();
        if (leaves || !span.holds(day)) {
            return Sequel.NONE;
        }
        var voters = due.size() - one.meeting().roll().absent().size();
        var grades = new ArrayList<NewGrade>();
        var excellent = excellent(full, dice);
        for (var member : full) {
            var grade = excellent.contains(member) ? EXCELLENT : how.others().draw(dice);
            var gap = dice.one(how.gaps());
            var ballots = ballots(grade, voters, dice);
            var improves = grade.equals(BASIC) || grade.equals(UNQUALIFIED);
            grades.add(
                    new NewGrade(member, counted ? ballots : null, grade, improves ? gap : null));
        }
        var all = full.stream().filter(_ -> !forgets || dice.chance(how.toldAnyway())).toList();
        var isTold = span.holds(told) && !all.isEmpty();
        return new Sequel(grades, isTold ? all : List.of(), isTold ? told : null, List.of());
    }

    /** Never more than the rules have it (R-LF-11). */
    private List<UUID> excellent(List<UUID> full, Dice dice) {
        var left = new ArrayList<>(full);
        var excellent = new ArrayList<UUID>();
        for (var place = full.size() / plan.appraising().excellentOf(); place > 0; place--) {
            if (dice.chance(plan.appraising().excellent())) {
                excellent.add(left.remove(dice.below(left.size())));
            }
        }
        return excellent;
    }

    /** Each ballot is as the grade, or next to it. */
    private Ballots ballots(String grade, int voters, Dice dice) {
        var counts = new HashMap<String, Integer>();
        for (var i = 0; i < voters; i++) {
            var cast = dice.chance(plan.appraising().astray()) ? beside(grade) : grade;
            counts.merge(cast, 1, Integer::sum);
        }
        return new Ballots(
                counts.getOrDefault(EXCELLENT, 0),
                counts.getOrDefault(QUALIFIED, 0),
                counts.getOrDefault(BASIC, 0),
                counts.getOrDefault(UNQUALIFIED, 0));
    }

    private static String beside(String grade) {
        return switch (grade) {
            case EXCELLENT, BASIC -> QUALIFIED;
            case QUALIFIED -> EXCELLENT;
            default -> BASIC;
        };
    }

    /** Most of what was promised is done by its day, some later, some not at all. */
    private Sequel promised(Happening one, Dice dice) {
        var how = plan.promising();
        var on = one.meeting().when().on();
        var leaders = unit.leaders(on);
        var left = new ArrayList<>(how.says());
        var measures = new ArrayList<NewMeasure>();
        var count = Math.min(how.count().draw(dice), left.size());
        for (var i = 0; i < count; i++) {
            var says = left.remove(dice.below(left.size()));
            var byOne = dice.chance(how.ofMember()) && !leaders.isEmpty();
            var due = on.plusDays(how.dueAfter().draw(dice));
            var done = done(on, dice);
            var member = byOne ? dice.one(leaders).member() : null;
            measures.add(new NewMeasure(says, member, due, done));
        }
        return new Sequel(List.of(), List.of(), null, measures);
    }

    private @Nullable MeasureDone done(LocalDate on, Dice dice) {
        var how = plan.promising();
        var day = on.plusDays(how.doneAfter().draw(dice));
        var says = dice.one(how.done());
        var leaves = dice.chance(keeping.undone());
        return leaves || !span.holds(day) ? null : new MeasureDone(day, says);
    }
}
