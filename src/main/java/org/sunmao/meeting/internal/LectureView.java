package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A lecture of an organization above or beside that may be followed.
 *
 * @param until the last day on which its recording may be followed; null: live alone
 * @param followed what one's own organization recorded of it
 */
record LectureView(
        UUID id,
        String topic,
        MeetingNamed organization,
        LocalDate on,
        @Nullable String begins,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable String teacher,
        @Nullable LocalDate until,
        @Nullable UUID followed) {

    /** Who followed a lecture, for who offered it: sums and no names. */
    record LectureFollowers(UUID lecture, LectureSum sum, List<LectureFollower> followers) {}

    record LectureSum(int organizations, int due, int present, int hosted) {}

    /**
     * One organization.
     *
     * @param distant of those present, who followed it each from elsewhere
     * @param hosted floating members of others who came
     */
    record LectureFollower(
            MeetingNamed organization,
            LocalDate on,
            int due,
            int present,
            int distant,
            int hosted) {}
}
