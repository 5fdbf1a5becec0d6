package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;

import java.time.LocalDate;

/**
 * The days of a duty, from which its standing on any day follows. Knows no clock.
 *
 * @param due the last day on which it is met in time
 * @param endedOn the day of the fact that met it (AF-13)
 * @param contestUntil the first day on which a contest is no more; {@link #NEVER} while undecided
 * @param waivedUntil the first day on which a waiver is no more
 * @param voidOn from which day it is cancelled; the day it opens, if it never was
 */
record DutyDays(
        LocalDate opens,
        LocalDate due,
        LocalDate yellowFrom,
        LocalDate redFrom,
        LocalDate endedOn,
        @Nullable LocalDate contestedOn,
        @Nullable LocalDate contestUntil,
        @Nullable LocalDate waivedOn,
        @Nullable LocalDate waivedUntil,
        LocalDate voidOn) {

    /** The end of time, as {@code infinity} in the database. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** What nobody has said anything about. */
    static DutyDays plain(
            LocalDate opens,
            LocalDate due,
            LocalDate yellowFrom,
            LocalDate redFrom,
            LocalDate endedOn) {
        return new DutyDays(
                opens, due, yellowFrom, redFrom, endedOn, null, null, null, null, NEVER);
    }

    /** From that day on nobody is left whose duty it could be. */
    DutyDays gone(LocalDate day) {
        return new DutyDays(
                opens,
                due,
                yellowFrom,
                redFrom,
                NEVER,
                contestedOn,
                contestUntil,
                waivedOn,
                waivedUntil,
                day);
    }

    Standing on(LocalDate day) {
        var state = state(day);
        var lit = state == State.OPEN || state == State.LATE;
        return new Standing(state, lit ? light(day) : Light.NONE);
    }

    private State state(LocalDate day) {
        if (!day.isBefore(voidOn)) {
            return State.VOID;
        }
        if (day.isBefore(opens)) {
            return State.COMING;
        }
        if (!day.isBefore(endedOn)) {
            return State.MET;
        }
        if (within(day, contestedOn, contestUntil)) {
            return State.CONTESTED;
        }
        if (within(day, waivedOn, waivedUntil)) {
            return State.WAIVED;
        }
        return day.isAfter(due) ? State.LATE : State.OPEN;
    }

    private static boolean within(
            LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return from != null && until != null && !day.isBefore(from) && day.isBefore(until);
    }

    private Light light(LocalDate day) {
        if (!day.isBefore(redFrom)) {
            return Light.RED;
        }
        return day.isBefore(yellowFrom) ? Light.GREEN : Light.YELLOW;
    }

    /** The next day after one on which the standing changes by the calendar alone, or never. */
    LocalDate next(LocalDate day) {
        var now = on(day);
        var next = NEVER;
        for (var turn : turns()) {
            if (turn != null && turn.isAfter(day) && turn.isBefore(next) && !on(turn).equals(now)) {
                next = turn;
            }
        }
        return next;
    }

    private @Nullable LocalDate[] turns() {
        return new @Nullable LocalDate[] {
            opens,
            due.equals(NEVER) ? NEVER : due.plusDays(1),
            yellowFrom,
            redFrom,
            endedOn,
            contestedOn,
            contestUntil,
            waivedOn,
            waivedUntil,
            voidOn
        };
    }
}
