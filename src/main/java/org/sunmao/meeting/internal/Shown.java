package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingView.MeetingAnnotation;
import org.sunmao.meeting.internal.MeetingView.MeetingLecture;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A meeting with all that is kept beside it. */
record Shown(
        Meeting meeting,
        String organization,
        String kind,
        @Nullable UUID parent,
        List<Vote> votes,
        List<MeetingAnnotation> annotations,
        List<Grade> grades,
        List<Measure> measures,
        @Nullable MeetingLecture lecture) {

    record Grade(
            UUID member,
            @Nullable Integer excellent,
            @Nullable Integer qualified,
            @Nullable Integer basic,
            @Nullable Integer unqualified,
            @Nullable String grade,
            @Nullable String gap,
            @Nullable LocalDate toldOn) {}

    record Measure(
            UUID id,
            int number,
            String says,
            @Nullable UUID member,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            @Nullable String doneSays) {}
}
