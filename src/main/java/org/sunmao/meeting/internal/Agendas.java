package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What each meeting goes through, as the templates have it (R-LF-15, R-LF-16). */
final class Agendas {

    static final String DISCUSS = "discuss";
    static final String BIRTHDAY = "birthday";

    /** What a theme day always has, and of what it has at least something. */
    static final List<String> FIXED = List.of("dues", "oath", BIRTHDAY);

    static final List<String> CHOSEN = List.of("theory", "volunteering", "deliberation", "local");

    /**
     * A step of a template.
     *
     * @param required whether it belongs to each meeting of the kind; others are chosen
     */
    record Step(String key, String title, boolean required) {}

    private Agendas() {}

    static List<Step> of(MeetingType type) {
        return switch (type) {
            case MEMBERS ->
                    steps(
                            "roll:点名",
                            "topic:议题",
                            "report:报告",
                            "discuss:讨论",
                            "vote?:逐项表决",
                            "resolution?:决议",
                            "tasks?:分工");
            case COMMITTEE ->
                    steps(
                            "last-tasks:上次任务的落实",
                            "topics:事先报的议题",
                            "speak:发言（主持人最后）",
                            "vote?:表决",
                            "tasks?:分工");
            case GROUP -> steps("study:学习", "tasks?:支部任务", "talk?:谈心和批评", "report?:向支部报告");
            case LECTURE -> steps("teacher:授课人", "lecture:讲课", "discuss?:讨论");
            case THEME_DAY ->
                    steps(
                            "dues:交纳党费",
                            "oath:重温入党誓词",
                            "birthday:过政治生日",
                            "theory?:理论学习",
                            "volunteering?:志愿服务",
                            "deliberation?:民主议事",
                            "local?:本地事项",
                            "result?:议定事项",
                            "next?:下月安排");
            case LIFE_MEETING ->
                    steps(
                            "study:学习",
                            "talks:谈心谈话",
                            "opinions:征求意见",
                            "check:对照检查",
                            "criticism:批评和自我批评",
                            "promises:整改承诺");
            case APPRAISAL ->
                    steps(
                            "report:支部报告",
                            "self:个人自评",
                            "mutual:党员互评",
                            "ballot:民主测评",
                            "grade:确定等次",
                            "feedback:反馈");
            case TALK -> steps("talk:谈话");
            case TRAINING -> steps("course:培训内容", "discuss?:讨论");
            case VOLUNTEERING, COMMANDO, VISIT, PLEDGE, POST, COMMENDATION, JOINT -> List.of();
        };
    }

    /** Written as {@code key:title}; a question mark after the key for what is chosen. */
    private static List<Step> steps(String... written) {
        return Arrays.stream(written)
                .map(
                        one -> {
                            var colon = one.indexOf(':');
                            var chosen = one.charAt(colon - 1) == '?';
                            var key = one.substring(0, chosen ? colon - 1 : colon);
                            return new Step(key, one.substring(colon + 1), !chosen);
                        })
                .toList();
    }

    /** What a step is called, whatever the meeting. */
    static String title(@Nullable String key) {
        return Stream.of(MeetingType.values())
                .flatMap(type -> of(type).stream())
                .filter(step -> step.key().equals(key))
                .map(Step::title)
                .findFirst()
                .orElse("其他");
    }
}
