package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;

/** Who has to come: the members of the branch, those of the group, or the committee. */
enum Attendance {
    MEMBERS("members"),
    GROUP("group"),
    COMMITTEE("committee"),
    NOBODY("nobody");

    private static final String PARTY_GROUP = "group";

    private final String code;

    Attendance(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /**
     * As the templates have it (R-LF-15).
     *
     * @param form of an organization-life meeting
     * @param kind of the organization that holds it
     */
    static Attendance of(MeetingType type, @Nullable MeetingType form, String kind) {
        return switch (type) {
            case COMMITTEE -> COMMITTEE;
            case GROUP -> GROUP;
            case LIFE_MEETING ->
                    form == null || form == MeetingType.LIFE_MEETING
                            ? all(kind)
                            : of(form, null, kind);
            case MEMBERS, LECTURE, THEME_DAY, APPRAISAL -> all(kind);
            case TALK, TRAINING, VOLUNTEERING, COMMANDO, VISIT, PLEDGE, POST, COMMENDATION, JOINT ->
                    NOBODY;
        };
    }

    private static Attendance all(String kind) {
        return kind.equals(PARTY_GROUP) ? GROUP : MEMBERS;
    }
}
