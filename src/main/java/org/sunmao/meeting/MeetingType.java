package org.sunmao.meeting;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of organization life are recorded: the meetings of the rules, and activities. */
public enum MeetingType {
    MEMBERS("members", "支部党员大会"),
    COMMITTEE("committee", "支部委员会会议"),
    GROUP("group", "党小组会"),
    LECTURE("lecture", "党课"),
    THEME_DAY("theme-day", "主题党日"),
    LIFE_MEETING("life-meeting", "组织生活会"),
    APPRAISAL("appraisal", "民主评议党员"),
    TALK("talk", "谈心谈话"),
    TRAINING("training", "集中培训"),
    VOLUNTEERING("volunteering", "志愿服务"),
    COMMANDO("commando", "党员突击队"),
    VISIT("visit", "走访慰问"),
    PLEDGE("pledge", "承诺践诺"),
    POST("post", "设岗定责"),
    COMMENDATION("commendation", "表彰"),
    JOINT("joint", "联合活动");

    private final String code;
    private final String label;

    MeetingType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Meetings that members have to come to; to the others come those who are chosen. */
    public boolean isMeeting() {
        return compareTo(TALK) < 0;
    }

    public static Optional<MeetingType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
