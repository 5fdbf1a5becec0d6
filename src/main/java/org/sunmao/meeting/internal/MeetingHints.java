package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.Clashes.Clash;
import org.sunmao.meeting.internal.Clashes.Sought;
import org.sunmao.meeting.internal.MeetingView.MeetingHint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is noticed of a meeting: it helps who keeps the minutes, and hinders nobody. */
@Component
class MeetingHints {

    private final Clashes clashes;
    private final MeetingRules rules;

    MeetingHints(Clashes clashes, MeetingRules rules) {
        this.clashes = clashes;
        this.rules = rules;
    }

    List<MeetingHint> of(Scope scope, Meeting meeting, List<Vote> votes) {
        var hints = new ArrayList<MeetingHint>();
        if (meeting.state() instanceof MeetingState.Cancelled || !meeting.type().isMeeting()) {
            return hints;
        }
        for (var clash : clashes.find(scope, sought(meeting))) {
            hints.add(new MeetingHint(MeetingProcess.MINUTES.value(), says(meeting, clash)));
        }
        if (meeting.state() instanceof MeetingState.Draft) {
            quorum(meeting, votes, hints);
            themeDay(meeting, hints);
            if (!meeting.named()) {
                hints.add(new MeetingHint(MeetingProcess.MINUTES.value(), "还没有写明主持人和记录人，签字以前请补上"));
            }
        }
        return hints;
    }

    private static Sought sought(Meeting meeting) {
        var roll = meeting.roll();
        return new Sought(
                meeting.id(),
                meeting.organization(),
                meeting.type(),
                meeting.when().on(),
                meeting.when().begins(),
                meeting.when().minutes(),
                meeting.state().held() ? roll.present() : roll.due());
    }

    private static String says(Meeting meeting, Clash clash) {
        return clash.type() == meeting.type() && clash.organization().equals(meeting.organization())
                ? "同一天还记有“%s”（%s），请核对是不是记了两次".formatted(clash.topic(), clash.type().label())
                : "同一时间“%s”还有%s“%s”，有 %d 人两边都到会，请核对"
                        .formatted(
                                clash.name(), clash.type().label(), clash.topic(), clash.shared());
    }

    private void quorum(Meeting meeting, List<Vote> votes, List<MeetingHint> hints) {
        var id = MeetingRules.deciding(meeting.type(), meeting.form());
        var due = meeting.roll().due().size();
        var present = meeting.roll().present().size();
        if (id == null || !votes.isEmpty() || meeting.type() == MeetingType.THEME_DAY) {
            return;
        }
        var on = meeting.when().on();
        if (!rules.voting(id, on, meeting.organization()).open(due, present)) {
            hints.add(
                    new MeetingHint(
                            id.value(), "应到 %d 人，实到 %d 人，不到一半，不能表决".formatted(due, present)));
        }
    }

    private static void themeDay(Meeting meeting, List<MeetingHint> hints) {
        if (meeting.type() != MeetingType.THEME_DAY || meeting.text().agenda().isEmpty()) {
            return;
        }
        Set<String> done =
                meeting.text().agenda().stream()
                        .filter(item -> item.done())
                        .map(item -> item.key())
                        .collect(Collectors.toSet());
        var missing =
                Agendas.FIXED.stream()
                        .filter(key -> !done.contains(key))
                        .map(Agendas::title)
                        .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            hints.add(new MeetingHint(MeetingRules.THEME_DAY.value(), "固定的项目还没有勾选：" + missing));
        }
        if (Agendas.CHOSEN.stream().noneMatch(done::contains)) {
            hints.add(
                    new MeetingHint(
                            MeetingRules.THEME_DAY.value(), "除了固定的项目，至少再选一项：理论学习、志愿服务、民主议事或者本地事项"));
        }
    }
}
