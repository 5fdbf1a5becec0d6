package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.simulation.internal.LifePlan.Keeping;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When something was written down, signed and looked at.
 *
 * @param late why it was written down days after; null if it was not
 */
record Books(
        LocalDate recordedOn,
        @Nullable String late,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate checkedOn,
        @Nullable String returned) {

    private static final int MONTHS_OF_QUARTER = 3;

    static Books draw(LifePlan plan, Keeping keeping, Span span, LocalDate held, Dice dice) {
        var late = dice.chance(keeping.late()) ? dice.one(plan.lateReasons()) : null;
        var after = late == null ? plan.recordedAfter() : plan.lateBy();
        var recorded = held.plusDays(after.draw(dice));
        var signs = !dice.chance(keeping.unsigned());
        var signed = recorded.plusDays(plan.signedAfter().draw(dice));
        var reviewed = signed.plusDays(plan.chairAfter().draw(dice));
        var check = check(plan, reviewed, dice);
        var checks = dice.chance(plan.checked()) && signs;
        var returned = dice.chance(plan.returned()) ? dice.one(plan.returnReasons()) : null;
        return new Books(
                recorded,
                late,
                until(span, signed, signs),
                until(span, reviewed, signs),
                until(span, check, checks),
                returned);
    }

    /** Where nobody signs, nobody looks. */
    Books unsigned() {
        return new Books(recordedOn, late, null, null, null, null);
    }

    /** Written down and signed on the very day. */
    static Books atOnce(Span span, LocalDate held) {
        var day = until(span, held, true);
        return new Books(held, null, day, day, null, null);
    }

    /**
     * In the month after the quarter; what was signed after that day, in the one after the next.
     */
    private static LocalDate check(LifePlan plan, LocalDate signed, Dice dice) {
        var month = YearMonth.from(signed);
        var last = (month.getMonthValue() - 1) % MONTHS_OF_QUARTER;
        return month.plusMonths(MONTHS_OF_QUARTER - last).atDay(plan.checkDay().draw(dice));
    }

    private static @Nullable LocalDate until(Span span, LocalDate day, boolean does) {
        return does && span.holds(day) ? day : null;
    }
}
