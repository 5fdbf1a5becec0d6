package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** In what state a meeting is (process LF). */
sealed interface MeetingState {

    /** Somebody who signed, by name. */
    record Signature(String name, Instant at) {}

    record Signatures(Signature recorder, Signature chair) {}

    /**
     * What the organization above found.
     *
     * @param reason why it was returned
     */
    record Check(String name, Instant at, @Nullable String reason) {}

    record Noticed() implements MeetingState {}

    record InSession() implements MeetingState {}

    /** Too few came. */
    record TooFew() implements MeetingState {}

    /** Held, and written down. */
    record Draft(@Nullable Signature recorder) implements MeetingState {}

    record Signed(Signatures by) implements MeetingState {}

    record Returned(Signatures by, Check check) implements MeetingState {}

    record Accepted(Signatures by, Check check) implements MeetingState {}

    record Archived(Signatures by, Check check) implements MeetingState {}

    record Cancelled(String reason) implements MeetingState {}

    /** The name outside the program; never renamed. */
    default String code() {
        return switch (this) {
            case Noticed _ -> "noticed";
            case InSession _ -> "in-session";
            case TooFew _ -> "short";
            case Draft _ -> "draft";
            case Signed _ -> "signed";
            case Returned _ -> "returned";
            case Accepted _ -> "accepted";
            case Archived _ -> "archived";
            case Cancelled _ -> "cancelled";
        };
    }

    /** Whether it counts as held. */
    default boolean held() {
        return switch (this) {
            case Draft _, Signed _, Returned _, Accepted _, Archived _ -> true;
            case Noticed _, InSession _, TooFew _, Cancelled _ -> false;
        };
    }
}
