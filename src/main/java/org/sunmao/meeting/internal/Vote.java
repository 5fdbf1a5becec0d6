package org.sunmao.meeting.internal;

import org.sunmao.meeting.Meetings.VoteResult;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The counts of a vote, as they are kept: nobody's choice, and no time of its own (PRV-17).
 *
 * @param id random, for one in the order of time would tell when
 * @param rule by which it passes
 * @param bound whether a procedure rests on it: the minutes are changed around it alone
 * @param excluded who was entitled and did not count among those due
 */
record Vote(
        UUID id,
        int number,
        String matter,
        RuleId rule,
        boolean secret,
        Counts counts,
        boolean passed,
        boolean bound,
        List<Excluded> excluded) {

    /** What the resolution says of it (R-DEV-33): who was due, who was there, how it went. */
    String resolution() {
        var without = excluded.isEmpty() ? "" : "（另有 %d 名按规定不计在内）".formatted(excluded.size());
        var absent = counts.written() == 0 ? "" : "，会前提出书面意见 %d 份".formatted(counts.written());
        return "%s：应到会有表决权的正式党员 %d 名%s，实到 %d 名%s；采取%s投票方式表决，赞成 %d 票，反对 %d 票，弃权 %d 票，%s。"
                .formatted(
                        matter,
                        counts.due(),
                        without,
                        counts.present(),
                        absent,
                        secret ? "无记名" : "记名",
                        counts.inFavour(),
                        counts.against(),
                        counts.abstained(),
                        passed ? "赞成人数超过应到会有表决权的正式党员的半数，支部大会通过" : "没有通过");
    }

    VoteResult result(LocalDate on) {
        return new VoteResult(id, matter, counts, passed, on, resolution());
    }

    /** Whether it is the other one, as it was counted. */
    boolean same(Vote other) {
        return matter.equals(other.matter)
                && rule.equals(other.rule)
                && counts.equals(other.counts)
                && Set.copyOf(excluded).equals(Set.copyOf(other.excluded));
    }

    /** This one, kept under the other's identity. */
    Vote as(Vote other) {
        return new Vote(
                other.id, number, matter, rule, secret, counts, passed, other.bound, excluded);
    }
}
