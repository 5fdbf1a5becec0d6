package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step as it is sent.
 *
 * @param on its own day
 * @param reason why a date breaks a rule, where one does; the superior signs it
 * @param fields what was filled in, by the keys of the form
 * @param vote of the two steps that a meeting decides
 */
record StepWish(
        @Nullable String on,
        @Nullable String reason,
        @Nullable Map<String, Object> fields,
        @Nullable VoteWish vote) {

    /**
     * What a meeting decided on this one person.
     *
     * @param meeting one that was recorded before, of the same day; else it is recorded now
     * @param written opinions that were handed in before the meeting by who is absent
     * @param abstained null for all the others who were there
     */
    record VoteWish(
            @Nullable UUID meeting,
            @Nullable List<WishedAbsence> absent,
            @Nullable List<WishedExclusion> excluded,
            @Nullable Integer written,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable UUID chair,
            @Nullable UUID recorder,
            @Nullable String record,
            @Nullable String resolution,
            @Nullable String place) {}

    /** Who was due and did not come. */
    record WishedAbsence(UUID member, @Nullable String reason) {}

    /**
     * Who is not counted as due (R-DEV-29).
     *
     * @param reason a code of the five classes
     * @param consent who of the superior consented, and when
     */
    record WishedExclusion(UUID member, @Nullable String reason, @Nullable String consent) {}
}
