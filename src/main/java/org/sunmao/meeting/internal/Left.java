package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingState.Accepted;
import org.sunmao.meeting.internal.MeetingState.Archived;
import org.sunmao.meeting.internal.MeetingState.Cancelled;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Draft;
import org.sunmao.meeting.internal.MeetingState.InSession;
import org.sunmao.meeting.internal.MeetingState.Noticed;
import org.sunmao.meeting.internal.MeetingState.Returned;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingState.Signatures;
import org.sunmao.meeting.internal.MeetingState.Signed;
import org.sunmao.meeting.internal.MeetingState.TooFew;

/** What the steps that were taken have left with a meeting. */
record Left(
        @Nullable Signature recorder,
        @Nullable Signature chair,
        @Nullable Check check,
        @Nullable String cancelled) {

    private static final Left NOTHING = new Left(null, null, null, null);

    static Left of(MeetingState state) {
        return switch (state) {
            case Noticed _, InSession _, TooFew _ -> NOTHING;
            case Draft(var recorder) -> new Left(recorder, null, null, null);
            case Signed(var by) -> of(by, null);
            case Returned(var by, var check) -> of(by, check);
            case Accepted(var by, var check) -> of(by, check);
            case Archived(var by, var check) -> of(by, check);
            case Cancelled(var reason) -> new Left(null, null, null, reason);
        };
    }

    private static Left of(Signatures by, @Nullable Check check) {
        return new Left(by.recorder(), by.chair(), check, null);
    }
}
