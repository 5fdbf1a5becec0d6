package org.sunmao.meeting;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the minutes of a meeting say, for the papers that are written from them.
 *
 * @param chair who chaired, by the name they had
 * @param record words on all that was discussed
 */
public record Minutes(
        @Nullable String place,
        @Nullable String chair,
        @Nullable String recorder,
        List<NewMeeting.Item> agenda,
        @Nullable String record,
        List<Ballot> votes) {

    public Minutes {
        agenda = List.copyOf(agenda);
        votes = List.copyOf(votes);
    }

    /**
     * A vote, with those who did not count among those due (R-DEV-29).
     *
     * @param without each in words: who, why, by whose consent
     */
    public record Ballot(Meetings.VoteResult result, List<String> without) {

        public Ballot {
            without = List.copyOf(without);
        }
    }
}
