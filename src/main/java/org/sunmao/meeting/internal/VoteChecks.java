package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.Voting;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads votes: who is entitled follows from the roll, and what passes from the rule. */
@Component
class VoteChecks {

    private final MeetingRules rules;
    private final ExclusionChecks exclusions;

    VoteChecks(MeetingRules rules, ExclusionChecks exclusions) {
        this.rules = rules;
        this.exclusions = exclusions;
    }

    /** Full members alone vote, so probationary ones are in no count. */
    List<Vote> read(NewMeeting sent, Meeting meeting, Voters voters, LocalDate day) {
        return sent.votes().isEmpty()
                ? List.of()
                : read(sent.votes(), 1, sent.held(), meeting, voters, day);
    }

    /** One more of a meeting that is recorded, after so many. */
    Vote another(NewVote sent, int taken, Meeting meeting, Voters voters, LocalDate day) {
        return read(List.of(sent), taken + 1, meeting.state().held(), meeting, voters, day)
                .getFirst();
    }

    private List<Vote> read(
            List<NewVote> sent,
            int first,
            boolean held,
            Meeting meeting,
            Voters voters,
            LocalDate day) {
        var faults = new Faults();
        var deciding = MeetingRules.deciding(meeting.type(), meeting.form());
        if (deciding == null || !held) {
            faults.add("votes", held ? "这一类活动不表决，请改记为支部党员大会或者支委会" : "会议还没有开，不能先记表决结果");
            faults.refuse();
            return List.of();
        }
        discussed(meeting, day);
        var votes = new ArrayList<Vote>();
        for (var one : sent) {
            var at = "votes/" + votes.size();
            var rule = MeetingRules.named(one.rule(), deciding);
            if (rule == null) {
                faults.add(at + "/rule", "这样的会议不按这一条表决，请重新选择");
                continue;
            }
            var number = first + votes.size();
            votes.add(vote(number, one, rule, meeting, voters, at, faults));
        }
        faults.refuse();
        return votes;
    }

    private Vote vote(
            int number,
            NewVote sent,
            RuleId rule,
            Meeting meeting,
            Voters voters,
            String at,
            Faults faults) {
        exclusions.check(sent.excluded(), rule, meeting, voters, at, faults);
        var counted = voters.without(sent.excluded());
        var due = counted.entitled().size();
        var present = counted.present(meeting.roll());
        var voting = rules.voting(rule, meeting.when().on(), meeting.organization());
        open(voting, rule, meeting, due, present);
        var counts = counts(sent, voting, due, present, at, faults);
        return new Vote(
                UUID.randomUUID(),
                number,
                sent.matter(),
                rule,
                sent.secret() || rule.equals(MeetingRules.ADMISSION),
                counts,
                voting.passed(counts),
                sent.bound(),
                sent.excluded());
    }

    private void discussed(Meeting meeting, LocalDate day) {
        var skipped =
                meeting.type() == MeetingType.MEMBERS
                        && meeting.text().agenda().stream()
                                .anyMatch(
                                        item -> item.key().equals(Agendas.DISCUSS) && !item.done());
        if (skipped) {
            throw rules.refused(
                    MeetingProcess.MEETING,
                    day,
                    meeting.organization(),
                    "没有讨论的事项不能表决；讨论过的，请在议程里勾选“讨论”",
                    "votes");
        }
    }

    private void open(Voting voting, RuleId rule, Meeting meeting, int due, int present) {
        if (!voting.open(due, present)) {
            throw rules.refused(
                    MeetingRules.opening(rule),
                    meeting.when().on(),
                    meeting.organization(),
                    "应到会有表决权的 %d 名，到会 %d 名，至少到会 %d 名才能表决"
                            .formatted(due, present, Math.max(1, voting.opens().least(due))),
                    "votes");
        }
    }

    private static Counts counts(
            NewVote sent, Voting voting, int due, int present, String at, Faults faults) {
        if (sent.written() > 0 && !voting.written()) {
            faults.add(at + "/written", "只有接收、转正等表决计入书面意见，请去掉");
        } else if (sent.written() > due - present) {
            faults.add(
                    at + "/written",
                    "没有到会的有表决权的只有 %d 名，书面意见不能有 %d 份".formatted(due - present, sent.written()));
        }
        var voters = present + sent.written();
        var given = sent.abstained();
        var decided = sent.inFavour() + sent.against();
        var abstained = given == null ? Math.max(0, voters - decided) : given;
        var all = decided + abstained;
        if (all > voters) {
            faults.add(at, "合计 %d 票，多于到会有表决权的 %d 人；预备党员没有表决权，不计入".formatted(all, voters));
        } else if (all < voters) {
            faults.add(at, "合计 %d 票，少于到会有表决权的 %d 人，没有投赞成和反对的请记为弃权".formatted(all, voters));
        }
        return new Counts(due, present, sent.written(), sent.inFavour(), sent.against(), abstained);
    }
}
