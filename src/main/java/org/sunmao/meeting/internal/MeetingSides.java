package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.internal.MeetingChecks.Judged;
import org.sunmao.organization.Relations;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Conflict;
import org.sunmao.web.Stale.Standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells both sides where two have changed the same minutes, field by field. */
@Component
class MeetingSides {

    private final Journal journal;
    private final Accounts accounts;
    private final Relations relations;

    MeetingSides(Journal journal, Accounts accounts, Relations relations) {
        this.journal = journal;
        this.accounts = accounts;
        this.relations = relations;
    }

    Stale stale(Meeting stands, Judged wished, List<Vote> votes, MeetingView view) {
        var conflicts = new ArrayList<Conflict>();
        var yours = wished.meeting();
        var absent = names(yours, stands);
        add(conflicts, "on", "日期", yours.when().on(), stands.when().on());
        add(conflicts, "begins", "开始时间", yours.when().begins(), stands.when().begins());
        add(conflicts, "minutes", "时长（分钟）", yours.when().minutes(), stands.when().minutes());
        add(conflicts, "topic", "主题", yours.topic(), stands.topic());
        add(conflicts, "place", "地点", yours.when().place(), stands.when().place());
        add(conflicts, "chair", "主持人", head(yours.heads().chair()), head(stands.heads().chair()));
        add(
                conflicts,
                "recorder",
                "记录人",
                head(yours.heads().recorder()),
                head(stands.heads().recorder()));
        add(conflicts, "absent", "没有到会", away(yours, absent), away(stands, absent));
        add(conflicts, "agenda", "议程", agenda(yours), agenda(stands));
        add(conflicts, "record", "会议记录", yours.text().record(), stands.text().record());
        add(conflicts, "resolution", "决议", yours.text().resolution(), stands.text().resolution());
        add(conflicts, "votes", "表决", votes(wished.votes()), votes(votes));
        add(conflicts, "reason", "原因", yours.reason(), stands.reason());
        var last = journal.of(stands.id(), null, 1).stream().findFirst();
        return new Stale(
                new Standing(
                        stands.version(),
                        view,
                        conflicts,
                        last.map(this::who).orElse(null),
                        last.map(Recorded::at).orElse(null)));
    }

    private @Nullable String who(Recorded last) {
        var account = last.account();
        return account == null ? null : accounts.names(List.of(account)).get(account);
    }

    private static void add(
            List<Conflict> conflicts,
            String field,
            String label,
            @Nullable Object yours,
            @Nullable Object theirs) {
        if (!Objects.equals(yours, theirs)) {
            conflicts.add(new Conflict(field, label, text(yours), text(theirs)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String head(@Nullable Person person) {
        return person == null ? null : person.name();
    }

    private Map<UUID, String> names(Meeting... meetings) {
        Set<UUID> all = new HashSet<>();
        for (var meeting : meetings) {
            all.addAll(absent(meeting));
        }
        return all.isEmpty() ? Map.of() : relations.names(all);
    }

    private static Collection<UUID> absent(Meeting meeting) {
        var absent = new HashSet<>(meeting.roll().due());
        absent.removeAll(meeting.roll().present());
        return absent;
    }

    private static String away(Meeting meeting, Map<UUID, String> names) {
        return absent(meeting).stream()
                .map(
                        member -> {
                            var reason = meeting.roll().excused().get(member);
                            var name = names.getOrDefault(member, MeetingViews.SOMEBODY);
                            return reason == null ? name : name + "（" + reason.label() + "）";
                        })
                .sorted()
                .collect(Collectors.joining("、"));
    }

    private static String agenda(Meeting meeting) {
        return meeting.text().agenda().stream()
                .map(MeetingSides::item)
                .collect(Collectors.joining("；"));
    }

    private static String item(Item item) {
        var done = item.done() ? "✓" : "";
        return item.text() == null ? item.title() + done : item.title() + done + "：" + item.text();
    }

    private static String votes(List<Vote> votes) {
        return votes.stream()
                .map(
                        vote ->
                                "%s：赞成 %d，反对 %d，弃权 %d"
                                        .formatted(
                                                vote.matter(),
                                                vote.counts().inFavour(),
                                                vote.counts().against(),
                                                vote.counts().abstained()))
                .collect(Collectors.joining("；"));
    }
}
