package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A meeting as it is sent. Everybody due who is not among the absent was there.
 *
 * @param type a code of {@link org.sunmao.meeting.MeetingType}; not sent with a change
 * @param state {@code held} or {@code noticed}; held, where nothing is said
 * @param reason of a late entry, or of a day that was moved
 */
record MeetingWish(
        @Nullable String type,
        @Nullable String form,
        @Nullable String on,
        @Nullable String state,
        @Nullable String topic,
        @Nullable String begins,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable WishedPerson chair,
        @Nullable WishedPerson recorder,
        @Nullable List<@Nullable WishedAbsence> absent,
        @Nullable List<@Nullable UUID> distant,
        @Nullable List<@Nullable UUID> guests,
        @Nullable List<@Nullable UUID> hosted,
        @Nullable List<@Nullable WishedItem> agenda,
        @Nullable String record,
        @Nullable String resolution,
        @Nullable List<@Nullable WishedVote> votes,
        @Nullable UUID lecture,
        @Nullable String reason) {

    /** A member, or somebody from elsewhere by name. */
    record WishedPerson(@Nullable UUID member, @Nullable String name) {}

    /**
     * Somebody who did not come.
     *
     * @param reason leave, ill, duty, away or other; null for without one
     */
    record WishedAbsence(@Nullable UUID member, @Nullable String reason) {}

    record WishedItem(
            @Nullable String key,
            @Nullable String title,
            @Nullable Boolean done,
            @Nullable String text) {}

    /**
     * The counts of a vote.
     *
     * @param rule R-LF-02, R-LF-04 or R-DEV-31; that of the meeting, where nothing is said
     * @param abstained all the others who were there, where nothing is said
     * @param excluded who does not count among those due; where nothing is said, as it was
     */
    record WishedVote(
            @Nullable String matter,
            @Nullable String rule,
            @Nullable Boolean secret,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable Integer written,
            @Nullable List<@Nullable WishedExclusion> excluded) {}

    /**
     * Somebody who is entitled and does not count among those due (R-DEV-29).
     *
     * @param reason a code of {@link org.sunmao.meeting.Exclusion}
     * @param consent who agreed, and when
     */
    record WishedExclusion(
            @Nullable UUID member, @Nullable String reason, @Nullable String consent) {}

    /** Who came, as a roll is called. */
    record WishedRoll(
            @Nullable List<@Nullable WishedAbsence> absent,
            @Nullable List<@Nullable UUID> distant,
            @Nullable List<@Nullable UUID> guests,
            @Nullable List<@Nullable UUID> hosted) {}
}
