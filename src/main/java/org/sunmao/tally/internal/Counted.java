package org.sunmao.tally.internal;

import java.util.List;

/** Who or what is counted. */
enum Counted {
    MEMBERS(
            "members",
            Axis.STATUS,
            Axis.AGE,
            Axis.JOINED,
            Axis.SEX,
            Axis.NATION,
            Axis.EDUCATION,
            Axis.JOB_POST),
    /** The members who joined in the year of the day. */
    ADMITTED(
            "members",
            Axis.STATUS,
            Axis.AGE,
            Axis.JOINED,
            Axis.SEX,
            Axis.NATION,
            Axis.EDUCATION,
            Axis.JOB_POST),
    ORGANIZATIONS("organizations", Axis.ORGANIZATION),
    BODIES("bodies", Axis.BODY);

    private final String list;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Axis> axes;

    Counted(String list, Axis... axes) {
        this.list = list;
        this.axes = List.of(axes);
    }

    /** The list of the interface in which they stand one by one: /api/members and its like. */
    String list() {
        return list;
    }

    List<Axis> axes() {
        return axes;
    }

    boolean persons() {
        return this == MEMBERS || this == ADMITTED;
    }
}
