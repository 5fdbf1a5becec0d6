package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The organization life of one member in a year (双记实): the rows of the meetings, read from the
 * other side.
 *
 * @param years those of which there is anything
 */
record LifeRecordView(
        int year,
        List<Integer> years,
        LifeCounts counts,
        List<LifeLine> lines,
        List<LifeGrade> grades) {

    /**
     * Of those times that attendance was expected.
     *
     * @param hours of all that was attended; told to the member and to their own branch alone
     */
    record LifeCounts(int due, int present, int excused, int absent, @Nullable BigDecimal hours) {}

    /**
     * One meeting or activity.
     *
     * @param mark as of the roll, or guest or hosted
     * @param minutes how long it took, where hours are told
     */
    record LifeLine(
            UUID meeting,
            LocalDate on,
            String type,
            String typeName,
            String topic,
            MeetingNamed organization,
            String mark,
            String markName,
            @Nullable String reasonName,
            @Nullable Integer minutes) {}

    record LifeGrade(
            int year,
            String grade,
            @Nullable String gradeName,
            @Nullable String gap,
            @Nullable LocalDate toldOn) {}
}
