package org.sunmao.meeting;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Recording organization life, for other modules. Each call is made within a scope. */
public interface Meetings {

    /** In which part somebody signs the minutes. */
    enum Part {
        RECORDER("recorder"),
        CHAIR("chair");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        /** The name outside the program; never renamed. */
        public String code() {
            return code;
        }
    }

    /**
     * A vote as it was counted.
     *
     * @param id of the vote
     * @param on the day of the meeting
     * @param says what the resolution says of it (R-DEV-33)
     */
    record VoteResult(
            UUID id, String matter, Counts counts, boolean passed, LocalDate on, String says) {}

    /**
     * What the organization above found.
     *
     * @param reason needed to return it
     */
    record Finding(boolean accepted, @Nullable String reason) {}

    /** Records one. */
    default UUID record(Scope scope, NewMeeting meeting) {
        return record(scope, List.of(meeting)).getFirst();
    }

    /**
     * Records many in a few statements: all of them or, where one is refused, none.
     *
     * @return their ids, in the same order
     * @throws org.sunmao.rules.RuleRefused if one breaks a rule
     * @throws org.sunmao.web.InputRefused if one cannot be
     */
    List<UUID> record(Scope scope, List<NewMeeting> meetings);

    /**
     * Adds one more vote to a meeting whose minutes are not signed yet: one person at a time
     * (R-DEV-32). Who came stands; what belongs to the vote is added to what is told.
     *
     * @param text items for the agenda, and words to follow those of the minutes
     * @throws org.sunmao.rules.RuleRefused if it breaks a rule, or the minutes are locked
     * @throws org.sunmao.web.InputRefused if the counts cannot be
     */
    VoteResult vote(Scope scope, UUID meeting, NewVote vote, Text text);

    default VoteResult vote(Scope scope, UUID meeting, NewVote vote) {
        return vote(scope, meeting, vote, Text.NONE);
    }

    /** The votes of a meeting, in the order in which they were taken. */
    List<VoteResult> votes(Scope scope, UUID meeting);

    /** What the minutes say; nothing of a talk between two, or of what lies outside the scope. */
    Optional<Minutes> minutes(Scope scope, UUID meeting);

    /** Signs the minutes of many: the recorder first, then who chaired. */
    void sign(Scope scope, List<UUID> meetings, Part part, Recording by);

    /** Signs the minutes of many, each by somebody else and on a day of its own. */
    void sign(Scope scope, Part part, Map<UUID, Recording> by);

    /** Calls off what was announced, or takes back what was recorded in error. */
    void cancel(Scope scope, List<UUID> meetings, String reason, Recording by);

    /** Offers lectures, each on its day, to the organizations below and beside (C3). */
    void offer(Scope scope, List<UUID> lectures);

    /** Checks the signed minutes of many. */
    void check(Scope scope, List<UUID> meetings, Finding finding, Recording by);
}
