package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.meeting.Meetings.VoteResult;
import org.sunmao.meeting.Minutes;
import org.sunmao.meeting.Minutes.Ballot;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingStore.Cast;
import org.sunmao.organization.Relations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The votes of meetings that are recorded: one more, and what they came to. */
@Component
class MeetingVotes {

    private static final int RECORD = 20_000;
    private static final int RESOLUTION = 4000;

    private final MeetingStore store;
    private final ShownStore shown;
    private final GroundStore grounds;
    private final VoteChecks checks;
    private final MeetingSteps steps;
    private final MeetingJournal journal;
    private final Relations relations;

    MeetingVotes(
            MeetingStore store,
            ShownStore shown,
            GroundStore grounds,
            VoteChecks checks,
            MeetingSteps steps,
            MeetingJournal journal,
            Relations relations) {
        this.store = store;
        this.shown = shown;
        this.grounds = grounds;
        this.checks = checks;
        this.steps = steps;
        this.journal = journal;
        this.relations = relations;
    }

    List<VoteResult> of(Scope scope, UUID id) {
        var meeting = shown.get(scope, id).orElseThrow(NotFound::new);
        var on = meeting.meeting().when().on();
        return meeting.votes().stream().map(vote -> vote.result(on)).toList();
    }

    Optional<Minutes> minutes(Scope scope, UUID id) {
        return shown.get(scope, id)
                .filter(found -> !found.meeting().confidential())
                .map(this::minutes);
    }

    private Minutes minutes(Shown found) {
        var meeting = found.meeting();
        var named = new HashSet<UUID>();
        found.votes().forEach(vote -> vote.excluded().forEach(one -> named.add(one.member())));
        Map<UUID, String> names = named.isEmpty() ? Map.of() : relations.names(named);
        var on = meeting.when().on();
        return new Minutes(
                meeting.when().place(),
                name(meeting.heads().chair()),
                name(meeting.heads().recorder()),
                meeting.text().agenda(),
                meeting.text().record(),
                found.votes().stream()
                        .map(vote -> new Ballot(vote.result(on), without(vote, names)))
                        .toList());
    }

    private static @Nullable String name(@Nullable Person head) {
        return head == null ? null : head.name();
    }

    private static List<String> without(Vote vote, Map<UUID, String> names) {
        return vote.excluded().stream()
                .map(
                        one ->
                                "%s：%s（%s）"
                                        .formatted(
                                                names.getOrDefault(one.member(), "已转出的党员"),
                                                one.reason().label(),
                                                one.consent()))
                .toList();
    }

    /** What stands is written as it was; the vote and its words come behind. */
    VoteResult add(Scope scope, UUID id, NewVote sent, Text said) {
        var meeting =
                store.lock(scope, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        var next = steps.next(meeting, new Step.Edit(), scope.day());
        var kept = shown.get(scope, id).orElseThrow(NotFound::new);
        var voters = voters(meeting, kept.kind(), sent).on(meeting.roll());
        var vote = checks.another(sent, kept.votes().size(), meeting, voters, scope.day());
        var told = told(meeting.text(), said, List.of(vote));
        var after = meeting.told(told).in(next, steps.lockedOnceEdited(meeting, scope.day()));
        store.change(after);
        if (!next.equals(meeting.state())) {
            store.move(List.of(after));
        }
        store.add(List.of(new Cast(id, vote)));
        journal.voted(scope, after, vote);
        return vote.result(meeting.when().on());
    }

    private Voters voters(Meeting meeting, String kind, NewVote sent) {
        var on = meeting.when().on();
        var asked = List.of(new Asked(meeting.organization(), on, on));
        var attending = Attendance.of(meeting.type(), meeting.form(), kind);
        var due = grounds.due(asked, List.of(attending)).getFirst();
        var named = new HashSet<UUID>();
        sent.excluded().forEach(one -> named.add(one.member()));
        Map<UUID, String> names = named.isEmpty() ? Map.of() : relations.names(named);
        return Voters.of(due, names);
    }

    /** With a resolution on what procedures rest on, where nobody wrote another. */
    static Text told(Text stands, Text said, List<Vote> votes) {
        var agenda = new ArrayList<Item>(stands.agenda());
        said.agenda().forEach(item -> agenda.add(apart(item, agenda)));
        var written =
                said.resolution() == null
                        ? votes.stream()
                                .filter(Vote::bound)
                                .map(Vote::resolution)
                                .collect(Collectors.joining("\n"))
                        : said.resolution();
        return new Text(
                List.copyOf(agenda),
                joined(stands.record(), said.record(), RECORD, "record"),
                joined(stands.resolution(), written, RESOLUTION, "resolution"));
    }

    /** Under a key of its own: the items of one person are not those of another. */
    private static Item apart(Item item, List<Item> agenda) {
        var key = item.key();
        for (var number = 2; taken(agenda, key); number++) {
            key = item.key() + "-" + number;
        }
        return new Item(key, item.title(), item.done(), item.text());
    }

    private static boolean taken(List<Item> agenda, String key) {
        return agenda.stream().anyMatch(one -> one.key().equals(key));
    }

    private static @Nullable String joined(
            @Nullable String stands, @Nullable String more, int longest, String pointer) {
        var text =
                Stream.of(stands == null ? "" : stands, more == null ? "" : more)
                        .filter(one -> !one.isBlank())
                        .collect(Collectors.joining("\n"));
        if (text.length() > longest) {
            throw new InputRefused(
                    pointer, "与会议记录里已有的合起来最多 %d 字，现在有 %d 字，请缩短".formatted(longest, text.length()));
        }
        return text.isEmpty() ? null : text;
    }
}
