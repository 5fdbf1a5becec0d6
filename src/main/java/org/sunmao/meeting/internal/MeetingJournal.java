package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.rules.RuleId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is done with meetings, as the journal has it. An entry that tells of votes names nobody, and
 * one that names people tells of no vote (PRV-17); what two talked about stands in none.
 */
@Component
class MeetingJournal {

    static final String KIND = "meeting";

    private final Journal journal;

    MeetingJournal(Journal journal) {
        this.journal = journal;
    }

    /** What was recorded, of all of them by one append. */
    void recorded(Scope scope, List<MeetingChecks.Judged> judged) {
        journal.append(
                scope.actor(),
                judged.stream()
                        .map(
                                one ->
                                        act(
                                                one.meeting(),
                                                "record",
                                                summary(one.meeting(), one.votes())))
                        .toList());
        judged.forEach(one -> excluded(scope, one.meeting(), one.votes()));
    }

    /** One more vote: its counts. */
    void voted(Scope scope, Meeting meeting, Vote vote) {
        noted(scope, meeting, "vote", MeetingRules.ONE_BY_ONE, counts(vote));
        excluded(scope, meeting, List.of(vote));
    }

    /** Who did not count among those due, by name, and in which vote is not told. */
    private void excluded(Scope scope, Meeting meeting, List<Vote> votes) {
        var people = people(votes);
        if (!people.isEmpty()) {
            noted(scope, meeting, "exclude", MeetingRules.ENTITLED, Map.of("members", people));
        }
    }

    void did(
            Scope scope,
            List<Meeting> meetings,
            String verb,
            RuleId rule,
            @Nullable String reason) {
        Map<String, ?> values = reason == null ? Map.of() : Map.of("reason", reason);
        journal.append(
                scope.actor(), meetings.stream().map(one -> act(one, verb, values, rule)).toList());
    }

    /** What else was done with one. */
    void noted(Scope scope, Meeting meeting, String verb, RuleId rule, Map<String, ?> values) {
        journal.append(scope.actor(), act(meeting, verb, values, rule));
    }

    /** What was done with one, more than once. */
    void noted(
            Scope scope,
            Meeting meeting,
            String verb,
            RuleId rule,
            List<? extends Map<String, ?>> all) {
        journal.append(
                scope.actor(), all.stream().map(one -> act(meeting, verb, one, rule)).toList());
    }

    /** Before and after, by field, of the words; and of the roll apart from them. */
    void edited(Scope scope, MeetingChecks.Judged after, Meeting before, List<Vote> votesBefore) {
        var meeting = after.meeting();
        journal.append(
                scope.actor(),
                act(
                        meeting,
                        "edit",
                        Map.of(
                                "before", summary(before, votesBefore),
                                "after", summary(meeting, after.votes()))));
        if (!before.roll().equals(meeting.roll())) {
            called(scope, meeting);
        }
        if (!people(after.votes()).equals(people(votesBefore))) {
            excluded(scope, meeting, after.votes());
        }
    }

    private static List<UUID> people(List<Vote> votes) {
        return votes.stream()
                .flatMap(vote -> vote.excluded().stream())
                .map(Excluded::member)
                .distinct()
                .sorted()
                .toList();
    }

    /** Who came, by name. */
    void called(Scope scope, Meeting meeting) {
        var marks = new TreeMap<String, List<UUID>>();
        for (var mark : Meeting.Mark.values()) {
            var marked =
                    meeting.roll().due().stream()
                            .filter(member -> meeting.roll().mark(member) == mark)
                            .toList();
            if (!marked.isEmpty()) {
                marks.put(mark.code(), marked);
            }
        }
        journal.append(scope.actor(), act(meeting, "roll", marks));
    }

    private static Map<String, Object> summary(Meeting meeting, List<Vote> votes) {
        var values = new LinkedHashMap<String, Object>();
        values.put("type", meeting.type().code());
        values.put("on", meeting.when().on().toString());
        values.put("state", meeting.state().code());
        values.put("due", meeting.roll().due().size());
        values.put("present", meeting.roll().present().size());
        if (meeting.late()) {
            values.put("late", true);
        }
        if (meeting.confidential()) {
            return values;
        }
        values.put("topic", meeting.topic());
        if (meeting.reason() != null) {
            values.put("reason", meeting.reason());
        }
        if (meeting.text().record() != null) {
            values.put("record", meeting.text().record());
        }
        if (meeting.text().resolution() != null) {
            values.put("resolution", meeting.text().resolution());
        }
        if (!votes.isEmpty()) {
            values.put("votes", votes.stream().map(MeetingJournal::counts).toList());
        }
        return values;
    }

    private static Map<String, Object> counts(Vote vote) {
        return Map.of(
                "matter", vote.matter(),
                "due", vote.counts().due(),
                "present", vote.counts().present(),
                "written", vote.counts().written(),
                "inFavour", vote.counts().inFavour(),
                "against", vote.counts().against(),
                "abstained", vote.counts().abstained(),
                "passed", vote.passed());
    }

    private static Act act(Meeting meeting, String verb, Map<String, ?> values) {
        return act(meeting, verb, values, MeetingProcess.MINUTES);
    }

    private static Act act(Meeting meeting, String verb, Map<String, ?> values, RuleId rule) {
        return new Act(
                meeting.organization(),
                "meeting." + verb,
                KIND,
                meeting.id(),
                meeting.when().on(),
                List.of(rule.value()),
                values);
    }
}
