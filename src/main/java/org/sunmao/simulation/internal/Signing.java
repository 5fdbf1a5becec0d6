package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Recording;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** By whom, and at what hour of which day, something was written down, signed or looked at. */
record Signing(LifePlan plan, Map<UUID, String> names, ZoneId zone) {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime LATER = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    Recording recorder(NewMeeting meeting, LocalDate day) {
        return at(day, EVENING, name(meeting.heads().recorder()));
    }

    Recording chair(NewMeeting meeting, LocalDate day) {
        return at(day, LATER, name(meeting.heads().chair()));
    }

    Recording township(LocalDate day) {
        return at(day, MORNING, plan.township());
    }

    Recording by(@Nullable UUID member, LocalDate day) {
        return at(day, MORNING, name(new Person(member, null)));
    }

    private String name(@Nullable Person head) {
        var named = head == null ? null : head.name();
        var member = head == null ? null : head.member();
        var known = member == null ? named : names.get(member);
        return known == null ? plan.clerk() : known;
    }

    private Recording at(LocalDate day, LocalTime time, String name) {
        return new Recording(name, day.atTime(time).atZone(zone).toInstant());
    }
}
