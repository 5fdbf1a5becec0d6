package org.sunmao.simulation.internal;

import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The plans of a branch: in January or later, anew or as in the year before, or never. */
final class Planning {

    private static final int PLANS = 106;
    private static final String NEVER = "never";
    private static final String LATER = "later";

    private final LifePlan plan;
    private final Unit unit;
    private final Habits habits;
    private final Span span;

    Planning(LifePlan plan, Unit unit, Habits habits, Span span) {
        this.plan = plan;
        this.unit = unit;
        this.habits = habits;
        this.span = span;
    }

    /**
     * Of a year that was under way when the records begin, only those who copy it afterwards type
     * in what they have on paper.
     */
    List<Planned> all() {
        var copies = Dice.of(plan.seed(), unit.number(), PLANS).chance(plan.planning().copied());
        var planned = new ArrayList<Planned>();
        for (var year : span.years()) {
            var dice = Dice.of(plan.seed(), unit.number(), PLANS, year);
            var when = habits.keeping().plans().draw(dice);
            var day = day(year, when, dice);
            var before = day.isBefore(span.first());
            var entered = before ? span.first() : day;
            if ((before ? copies : !when.equals(NEVER))
                    && span.holds(entered)
                    && !unit.members(day).isEmpty()) {
                var last = copies && !planned.isEmpty() ? planned.getLast().year() : year;
                planned.add(
                        new Planned(
                                unit,
                                year,
                                habits.themeDay(),
                                last == year - 1 ? last : null,
                                day,
                                entered,
                                unit.leaders(entered).stream()
                                        .findFirst()
                                        .map(Held::member)
                                        .orElse(null)));
            }
        }
        return planned;
    }

    private LocalDate day(int year, String when, Dice dice) {
        var january = YearMonth.of(year, 1);
        var usual = plan.planning().day().draw(dice);
        var later = plan.planning().laterBy().draw(dice);
        return when.equals(LATER) ? january.atEndOfMonth().plusDays(later) : january.atDay(usual);
    }
}
