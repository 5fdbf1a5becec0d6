package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.MeetingProposalStore.Planned;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which type an organization will most likely record: what its plan has for these days, else what
 * is still missing of what the rules ask for in the month, the quarter and the year.
 */
final class ProposedType {

    private static final int YEAR = 12;
    private static final int QUARTER = 3;
    private static final int SOON = 3;

    /** From which month on what is held once a year is looked for. */
    private static final int LAST_QUARTER = 10;

    /** What was held, announced or planned. */
    record Entry(MeetingType type, LocalDate on) {}

    /** What is looked for, and in how long a period. */
    private record Wanted(MeetingType type, int months) {

        private boolean missing(List<Entry> held, LocalDate day) {
            return held.stream()
                    .noneMatch(one -> one.type() == type && same(one.on(), day, months));
        }
    }

    private ProposedType() {}

    /**
     * The type.
     *
     * @param planned lines of the plan that are not met yet
     */
    static MeetingType of(
            String kind, boolean committee, LocalDate day, List<Entry> planned, List<Entry> held) {
        return planned(day, planned, held)
                .or(
                        () ->
                                wanted(kind, committee, day)
                                        .filter(one -> one.missing(held, day))
                                        .map(Wanted::type)
                                        .findFirst())
                .orElse(kind.equals("group") ? MeetingType.GROUP : usual(kind));
    }

    private static MeetingType usual(String kind) {
        return branch(kind) ? MeetingType.THEME_DAY : MeetingType.LECTURE;
    }

    private static Optional<MeetingType> planned(
            LocalDate day, List<Entry> planned, List<Entry> held) {
        return planned.stream()
                .filter(line -> same(line.on(), day, 1))
                .filter(line -> !line.on().isAfter(day.plusDays(SOON)))
                .filter(line -> new Wanted(line.type(), 1).missing(held, line.on()))
                .max((one, other) -> one.on().compareTo(other.on()))
                .map(Entry::type);
    }

    /** The line of the month that nothing has met, the nearest to the day. */
    static @Nullable Planned open(
            MeetingType type, LocalDate day, List<Planned> planned, List<Entry> held) {
        var met =
                held.stream()
                        .filter(one -> one.type() == type)
                        .anyMatch(one -> one.on().getMonth() == day.getMonth());
        return met
                ? null
                : planned.stream()
                        .filter(line -> line.type() == type)
                        .filter(line -> line.on().getMonth() == day.getMonth())
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<Wanted> wanted(String kind, boolean committee, LocalDate day) {
        if (kind.equals("group")) {
            return Stream.of(new Wanted(MeetingType.GROUP, 1));
        }
        if (!branch(kind)) {
            return Stream.of(new Wanted(MeetingType.LECTURE, YEAR));
        }
        var once = day.getMonthValue() >= LAST_QUARTER ? YEAR : 0;
        return Stream.of(
                        new Wanted(MeetingType.THEME_DAY, 1),
                        new Wanted(MeetingType.COMMITTEE, committee ? 1 : 0),
                        new Wanted(MeetingType.MEMBERS, QUARTER),
                        new Wanted(MeetingType.LECTURE, QUARTER),
                        new Wanted(MeetingType.LIFE_MEETING, once),
                        new Wanted(MeetingType.APPRAISAL, once))
                .filter(one -> one.months() > 0);
    }

    static boolean branch(String kind) {
        return switch (kind) {
            case "branch", "joint", "floating", "temporary" -> true;
            default -> false;
        };
    }

    /** Whether two days lie in the same period, counted from New Year. */
    private static boolean same(LocalDate one, LocalDate other, int months) {
        return one.getYear() == other.getYear()
                && (one.getMonthValue() - 1) / months == (other.getMonthValue() - 1) / months;
    }

    /** The types an organization of a kind holds. */
    static List<MeetingType> types(String kind) {
        return Stream.of(MeetingType.values()).filter(type -> fits(type, kind)).toList();
    }

    private static boolean fits(MeetingType type, String kind) {
        return switch (type) {
            case MEMBERS, APPRAISAL -> branch(kind) || kind.equals("general-branch");
            case COMMITTEE, TRAINING -> !kind.equals("group");
            case GROUP -> kind.equals("group");
            case THEME_DAY, LIFE_MEETING -> branch(kind) || kind.equals("group");
            default -> true;
        };
    }

    /** What it is called where nobody says otherwise. */
    static String topic(MeetingType type, LocalDate on) {
        var quarter = "一二三四".charAt((on.getMonthValue() - 1) / QUARTER);
        return switch (type) {
            case MEMBERS, LECTURE -> "第%s季度%s".formatted(quarter, type.label());
            case COMMITTEE, GROUP, THEME_DAY -> "%d月%s".formatted(on.getMonthValue(), type.label());
            case LIFE_MEETING, APPRAISAL -> "%d年度%s".formatted(on.getYear(), type.label());
            default -> type.label();
        };
    }
}
