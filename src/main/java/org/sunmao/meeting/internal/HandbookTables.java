package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.Grading.Grade;
import org.sunmao.meeting.internal.HandbookPaper.Activity;
import org.sunmao.meeting.internal.HandbookPaper.Appraised;
import org.sunmao.meeting.internal.HandbookPaper.Attended;
import org.sunmao.meeting.internal.HandbookPaper.AttendedLine;
import org.sunmao.meeting.internal.HandbookPaper.Promise;
import org.sunmao.meeting.internal.Meeting.Mark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a handbook: grades, measures, activities, attendance. Nobody is ranked in any. */
final class HandbookTables {

    private final HandbookMinutes words;

    HandbookTables(HandbookMinutes words) {
        this.words = words;
    }

    List<Appraised> appraisals(List<Shown> held) {
        return held.stream()
                .filter(one -> one.meeting().type() == MeetingType.APPRAISAL)
                .map(this::appraised)
                .toList();
    }

    private Appraised appraised(Shown shown) {
        var counts =
                Arrays.stream(Grade.values())
                        .map(grade -> grade.label() + " " + count(shown, grade) + " 人")
                        .collect(Collectors.joining("，"));
        var graded = shown.grades().stream().filter(one -> one.grade() != null).count();
        var summary =
                "应到 %d 人，实到 %d 人，评定等次 %d 人：%s"
                        .formatted(
                                shown.meeting().roll().due().size(),
                                shown.meeting().roll().present().size(),
                                graded,
                                counts);
        var grades =
                shown.grades().stream()
                        .sorted(Comparator.comparing(one -> words.name(one.member())))
                        .toList();
        return new Appraised(
                shown.meeting().when().on().toString(),
                summary,
                IntStream.range(0, grades.size())
                        .mapToObj(at -> grade(at + 1, grades.get(at)))
                        .toList());
    }

    private static long count(Shown shown, Grade grade) {
        return shown.grades().stream().filter(one -> grade.code().equals(one.grade())).count();
    }

    private HandbookPaper.Grade grade(int number, Shown.Grade one) {
        return new HandbookPaper.Grade(
                number,
                words.name(one.member()),
                text(one.excellent()),
                text(one.qualified()),
                text(one.basic()),
                text(one.unqualified()),
                text(MeetingViews.gradeName(one.grade())),
                text(one.gap()),
                text(one.toldOn()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    List<Promise> measures(List<Shown> held) {
        return held.stream()
                .flatMap(shown -> shown.measures().stream().map(one -> promise(shown, one)))
                .toList();
    }

    private Promise promise(Shown shown, Shown.Measure one) {
        var member = one.member();
        return new Promise(
                words.title(shown) + " " + shown.meeting().when().on(),
                one.number(),
                one.says(),
                member == null ? "支部" : words.name(member),
                text(one.due()),
                one.doneOn() == null ? "没有办结" : one.doneOn() + " " + text(one.doneSays()));
    }

    /**
     * Activities, and talks: of these it is printed who talked when, and nothing of what was said.
     */
    List<Activity> activities(List<Shown> held) {
        return held.stream()
                .filter(one -> !one.meeting().type().isMeeting() || one.meeting().confidential())
                .map(this::activity)
                .toList();
    }

    private Activity activity(Shown shown) {
        var meeting = shown.meeting();
        var roll = meeting.roll();
        var there = new LinkedHashSet<UUID>(roll.present());
        there.addAll(roll.guests());
        there.addAll(roll.hosted());
        return new Activity(
                meeting.when().on().toString(),
                words.title(shown),
                meeting.confidential() ? pair(meeting) : meeting.topic(),
                text(meeting.when().place()),
                meeting.confidential() ? "" : there.isEmpty() ? "" : there.size() + " 人");
    }

    private String pair(Meeting meeting) {
        var chair = meeting.heads().chair();
        return Stream.concat(
                        Stream.ofNullable(chair == null ? null : chair.name()),
                        meeting.roll().guests().stream().map(words::name))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /**
     * How often each was there.
     *
     * @param roll in which order they stand; others who were due follow
     */
    Attended attendance(List<Shown> held, List<UUID> roll) {
        var meetings = held.stream().map(Shown::meeting).toList();
        var types =
                Arrays.stream(MeetingType.values())
                        .filter(MeetingType::isMeeting)
                        .filter(type -> meetings.stream().anyMatch(one -> one.type() == type))
                        .toList();
        Set<UUID> people = new LinkedHashSet<>(roll);
        meetings.forEach(meeting -> people.addAll(meeting.roll().due()));
        people.removeIf(one -> meetings.stream().noneMatch(due -> due.roll().due().contains(one)));
        var lines = new ArrayList<AttendedLine>();
        for (var member : people) {
            var cells = types.stream().map(type -> cell(meetings, member, type)).toList();
            var all = cell(meetings, member, null);
            lines.add(new AttendedLine(lines.size() + 1, words.name(member), cells, all));
        }
        return new Attended(types.stream().map(MeetingType::label).toList(), lines);
    }

    private static String cell(List<Meeting> meetings, UUID member, @Nullable MeetingType type) {
        var marks =
                meetings.stream()
                        .filter(one -> type == null || one.type() == type)
                        .map(Meeting::roll)
                        .filter(roll -> roll.due().contains(member))
                        .map(roll -> roll.mark(member))
                        .toList();
        var exempt = marks.stream().filter(mark -> mark == Mark.EXEMPT).count();
        var present =
                marks.stream().filter(mark -> mark == Mark.PRESENT || mark == Mark.DISTANT).count();
        if (marks.isEmpty()) {
            return "";
        }
        return present + "/" + (marks.size() - exempt) + (exempt > 0 ? "，免 " + exempt : "");
    }
}
