package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * Which events a meeting that was held is. An organization-life meeting is held as a meeting of the
 * members, the committee or a group (R-LF-10), and an appraisal at a members' meeting (R-EVA-01):
 * each is one of these as well. What another organization held, also the general branch above
 * (R-LF-08), is none of this one's.
 */
final class LifeEvents {

    static final Set<String> NAMES =
            Set.of(
                    "members-meeting",
                    "committee-meeting",
                    "group-meeting",
                    "lecture",
                    "secretary-lecture",
                    "theme-day",
                    "life-meeting",
                    "appraisal",
                    "talk");

    static final String TALK = "talk";

    /** Who talked with whom, as R-LF-13 tells them apart: no duty of its own, but what is shown. */
    static final List<String> TALKS = List.of("talk-members", "talk-officer", "talk-officers");

    private LifeEvents() {}

    /**
     * Between whom a talk was.
     *
     * @param officers how many of the two were in the committee
     */
    static String talk(int officers) {
        return TALKS.get(Math.min(officers, 2));
    }

    /**
     * Its names; none of an activity, which nobody is held to.
     *
     * @param form of a life meeting, or of an appraisal
     * @param bySecretary whether a secretary of that day was in the chair, or gave the lecture
     */
    static List<String> of(String type, @Nullable String form, boolean bySecretary) {
        return switch (type) {
            case "members", "committee", "group" -> List.of(type + "-meeting");
            case "lecture" ->
                    bySecretary ? List.of("lecture", "secretary-lecture") : List.of("lecture");
            case "life-meeting" -> form == null ? List.of(type) : List.of(type, form + "-meeting");
            case "appraisal" -> List.of(type, (form == null ? "members" : form) + "-meeting");
            case "theme-day", "talk" -> List.of(type);
            default -> List.of();
        };
    }
}
