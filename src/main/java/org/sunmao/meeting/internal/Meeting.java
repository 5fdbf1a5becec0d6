package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A meeting or an activity as it is kept.
 *
 * @param heads with the names as they were
 * @param late whether it was entered afterwards (补录)
 * @param lockedOn from when only annotations change the minutes
 */
record Meeting(
        UUID id,
        int version,
        UUID organization,
        MeetingType type,
        @Nullable MeetingType form,
        MeetingState state,
        When when,
        String topic,
        Heads heads,
        Text text,
        Roll roll,
        @Nullable UUID lecture,
        @Nullable String reason,
        boolean late,
        Recorded recorded,
        @Nullable LocalDate lockedOn) {

    /**
     * Who had to come, and who came. Whoever was due and stands nowhere else was absent without a
     * reason.
     */
    record Roll(
            Set<UUID> due,
            Set<UUID> exempt,
            Set<UUID> present,
            Set<UUID> distant,
            Map<UUID, Reason> excused,
            Set<UUID> guests,
            Set<UUID> hosted) {

        static final Roll NOBODY =
                new Roll(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Set.of(), Set.of());

        Mark mark(UUID member) {
            if (distant.contains(member)) {
                return Mark.DISTANT;
            }
            if (present.contains(member)) {
                return Mark.PRESENT;
            }
            if (excused.containsKey(member)) {
                return Mark.EXCUSED;
            }
            return exempt.contains(member) ? Mark.EXEMPT : Mark.ABSENT;
        }

        int count(Mark mark) {
            return (int) due.stream().filter(member -> mark(member) == mark).count();
        }
    }

    /** What somebody who was due did. */
    enum Mark {
        PRESENT("present", "到会"),
        DISTANT("distant", "线上参加"),
        EXCUSED("excused", "请假"),
        ABSENT("absent", "缺席"),
        EXEMPT("exempt", "不作硬性要求");

        private final String code;
        private final String label;

        Mark(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }
    }

    /**
     * By whom it was recorded.
     *
     * @param account null for the system
     */
    record Recorded(
            @Nullable UUID account, @Nullable UUID behalf, String name, LocalDate on, Instant at) {}

    /** A talk between two is read by them and by their secretary alone. */
    boolean confidential() {
        return type == MeetingType.TALK;
    }

    boolean locked(LocalDate day) {
        return lockedOn != null && !day.isBefore(lockedOn);
    }

    /** Whether who chaired and who kept the minutes are named, and are two where there are two. */
    boolean named() {
        var chair = heads.chair();
        var recorder = heads.recorder();
        if (confidential()) {
            return chair != null || recorder != null;
        }
        return chair != null
                && recorder != null
                && (roll.present().size() < 2 || !same(chair, recorder));
    }

    static boolean same(Person one, Person other) {
        return (one.member() == null && other.member() == null)
                ? Objects.equals(one.name(), other.name())
                : Objects.equals(one.member(), other.member());
    }

    /** The same, in another state. */
    Meeting in(MeetingState next, @Nullable LocalDate locked) {
        return new Meeting(
                id,
                version,
                organization,
                type,
                form,
                next,
                when,
                topic,
                heads,
                text,
                roll,
                lecture,
                reason,
                late,
                recorded,
                locked);
    }

    /** The same, with who came. */
    Meeting called(Roll came) {
        return new Meeting(
                id,
                version,
                organization,
                type,
                form,
                state,
                when,
                topic,
                heads,
                text,
                came,
                lecture,
                reason,
                late,
                recorded,
                lockedOn);
    }

    /** The same in its next version, with more told of it. */
    Meeting told(Text words) {
        return told(words, version + 1);
    }

    /** The same, with more told of it. */
    Meeting with(Text words) {
        return told(words, version);
    }

    private Meeting told(Text words, int next) {
        return new Meeting(
                id,
                next,
                organization,
                type,
                form,
                state,
                when,
                topic,
                heads,
                words,
                roll,
                lecture,
                reason,
                late,
                recorded,
                lockedOn);
    }

    /** The same, recorded now. */
    Meeting recorded(Recorded now, boolean afterwards) {
        return new Meeting(
                id,
                version,
                organization,
                type,
                form,
                state,
                when,
                topic,
                heads,
                text,
                roll,
                lecture,
                reason,
                afterwards,
                now,
                lockedOn);
    }

    /** Everybody it names. */
    List<UUID> people() {
        var people = new ArrayList<UUID>(roll.due());
        people.addAll(roll.guests());
        people.addAll(roll.hosted());
        for (var head : new Person[] {heads.chair(), heads.recorder()}) {
            if (head != null && head.member() != null) {
                people.add(head.member());
            }
        }
        return people;
    }
}
