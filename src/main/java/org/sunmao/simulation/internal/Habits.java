package org.sunmao.simulation.internal;

import org.sunmao.simulation.internal.LifePlan.Keeping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a branch or group lives, all year alike.
 *
 * @param themeDay the fixed day of its months
 * @param quarterMonth in which month of a quarter, from 0, its members' meeting is
 * @param lectureMonth in which its lecture is
 * @param lapses the months of which nothing was written down
 */
record Habits(
        Keeping keeping,
        int themeDay,
        LocalTime begins,
        String place,
        int quarterMonth,
        int lectureMonth,
        Set<YearMonth> lapses) {

    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * @param shared the fixed day of most branches of the township
     */
    static Habits draw(LifePlan plan, int shared, List<YearMonth> months, Dice dice) {
        var keeping = plan.keeping(dice);
        var day = dice.chance(plan.themeDay().shared());
        var own = plan.themeDay().days().draw(dice);
        var lapses = new HashSet<YearMonth>();
        for (var left = keeping.lapses().draw(dice); left > 0; left--) {
            lapses.add(dice.one(months));
        }
        return new Habits(
                keeping,
                day ? shared : own,
                LocalTime.parse(plan.begins().draw(dice)),
                dice.one(plan.places()),
                dice.below(MONTHS_OF_QUARTER),
                dice.below(MONTHS_OF_QUARTER),
                Set.copyOf(lapses));
    }

    /** Whether it is the month for what is held once a quarter. */
    static boolean isTurn(YearMonth month, int ofQuarter) {
        return (month.getMonthValue() - 1) % MONTHS_OF_QUARTER == ofQuarter;
    }

    LocalDate themeDay(YearMonth month) {
        return month.atDay(themeDay);
    }

    /** Whether what should be held was held, and written down. */
    boolean keeps(YearMonth month, Dice dice) {
        return !dice.chance(keeping.missing()) && !lapses.contains(month);
    }
}
