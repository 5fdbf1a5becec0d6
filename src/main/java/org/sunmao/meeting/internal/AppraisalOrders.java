package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What is sent of an appraisal and of what a life meeting promised. */
final class AppraisalOrders {

    private AppraisalOrders() {}

    /** Ballots and grades, of all or of some. */
    record GradesOrder(@Nullable List<@Nullable GradeOrder> grades) {}

    /**
     * Of one member.
     *
     * @param grade excellent, qualified, basic or unqualified; null while none is settled
     * @param gap what to improve
     */
    record GradeOrder(
            @Nullable UUID member,
            @Nullable Integer excellent,
            @Nullable Integer qualified,
            @Nullable Integer basic,
            @Nullable Integer unqualified,
            @Nullable String grade,
            @Nullable String gap) {}

    record MeasuresOrder(@Nullable List<@Nullable MeasureOrder> measures) {}

    /**
     * What is to be mended.
     *
     * @param member who does; null: the organization
     */
    record MeasureOrder(@Nullable String says, @Nullable UUID member, @Nullable String due) {}

    record MeasureDone(@Nullable String on, @Nullable String says) {}
}
