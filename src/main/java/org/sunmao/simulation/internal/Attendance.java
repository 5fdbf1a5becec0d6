package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting.Absent;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.simulation.internal.LifePlan.Absence;
import org.sunmao.simulation.internal.LifePlan.Missing;
import org.sunmao.simulation.internal.Roster.Held;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Who came to a meeting and who did not.
 *
 * @param distant of those who came, who followed from elsewhere
 * @param voters how many full members came, who vote
 * @param entitled how many there are of them
 */
record Attendance(List<Absent> absent, List<UUID> distant, int voters, int entitled) {

    static final Attendance NOBODY = new Attendance(List.of(), List.of(), 0, 0);

    /**
     * @param chair is always there
     * @param distant the share of those away who follow from where they are
     */
    static Attendance draw(
            Absence plan,
            List<Held> due,
            @Nullable Held chair,
            LocalDate day,
            double distant,
            Dice dice) {
        var absent = new ArrayList<Absent>();
        var from = new ArrayList<UUID>();
        var most = (int) (due.size() * plan.most());
        for (var one : due) {
            var kind = kind(plan, one, day);
            var away = dice.chance(kind.share());
            var reason = reason(kind, dice);
            if (away && one.floating() && dice.chance(distant)) {
                from.add(one.member());
            } else if (away && absent.size() < most && !one.equals(chair)) {
                absent.add(new Absent(one.member(), reason));
            }
        }
        return new Attendance(absent, from, voters(due, absent), voters(due, List.of()));
    }

    boolean misses(Held one) {
        return absent.stream().anyMatch(away -> away.member().equals(one.member()));
    }

    private static int voters(List<Held> due, List<Absent> absent) {
        var missing = new HashSet<UUID>();
        absent.forEach(one -> missing.add(one.member()));
        return Math.toIntExact(
                due.stream().filter(one -> one.full() && !missing.contains(one.member())).count());
    }

    private static Missing kind(Absence plan, Held one, LocalDate day) {
        if (one.floating()) {
            return plan.away();
        }
        var from = plan.old().from();
        return from != null && one.age(day) >= from ? plan.old() : plan.other();
    }

    private static @Nullable Reason reason(Missing kind, Dice dice) {
        var code = kind.reasons().code(dice);
        for (var reason : Reason.values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        return null;
    }
}
