package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.MeetingProcess.Facts;
import org.sunmao.meeting.internal.MeetingProcess.Step;
import org.sunmao.meeting.internal.MeetingProcess.Verdict;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Function;

/** Takes steps of the process, of as many meetings as there are at once. */
@Component
class MeetingSteps {

    private final MeetingStore store;
    private final MeetingRules rules;
    private final MeetingJournal journal;
    private final AppraisalStore appraisals;

    MeetingSteps(
            MeetingStore store,
            MeetingRules rules,
            MeetingJournal journal,
            AppraisalStore appraisals) {
        this.store = store;
        this.rules = rules;
        this.journal = journal;
        this.appraisals = appraisals;
    }

    /** Takes one of each; all of them or, where one is refused, none. */
    void take(
            Scope scope,
            Collection<UUID> ids,
            String verb,
            LocalDate day,
            @Nullable String reason,
            Function<Meeting, Step> stepping) {
        take(scope, ids, verb, _ -> day, reason, stepping);
    }

    /** Takes one of each, each on its day. */
    void take(
            Scope scope,
            Collection<UUID> ids,
            String verb,
            Function<Meeting, LocalDate> days,
            @Nullable String reason,
            Function<Meeting, Step> stepping) {
        var meetings = store.lock(scope, ids);
        if (meetings.size() < new HashSet<>(ids).size()) {
            throw new NotFound();
        }
        var moved = new ArrayList<Meeting>();
        for (var meeting : meetings) {
            var day = days.apply(meeting);
            var next = next(meeting, stepping.apply(meeting), day);
            moved.add(meeting.in(next, lockedOn(meeting, next, day)));
        }
        store.move(moved);
        journal.did(scope, moved, verb, MeetingProcess.MINUTES, reason);
    }

    /** Where a step leads. */
    MeetingState next(Meeting meeting, Step step, LocalDate day) {
        return next(meeting, step, facts(meeting, day, true, step instanceof Step.Cancel), day);
    }

    MeetingState next(Meeting meeting, Step step, LocalDate day, boolean quorum) {
        return next(meeting, step, facts(meeting, day, quorum, false), day);
    }

    private MeetingState next(Meeting meeting, Step step, Facts facts, LocalDate day) {
        return switch (MeetingProcess.take(meeting.state(), step, facts)) {
            case Verdict.Allowed(var state) -> state;
            case Verdict.Refused(var rule, var says) ->
                    throw rules.refused(rule, day, meeting.organization(), says);
        };
    }

    /** The same, once it is written anew: what was returned has days to be put right. */
    @Nullable LocalDate lockedOnceEdited(Meeting meeting, LocalDate day) {
        return meeting.state() instanceof MeetingState.Returned
                ? rules.mendBy(day, meeting.organization())
                : meeting.lockedOn();
    }

    /** From when on only annotations change it: signed at once, returned not yet. */
    private @Nullable LocalDate lockedOn(Meeting meeting, MeetingState next, LocalDate day) {
        return switch (next) {
            case MeetingState.Signed _ -> day;
            case MeetingState.Returned _ -> rules.mendBy(day, meeting.organization());
            default -> meeting.lockedOn();
        };
    }

    /**
     * What must be known of it.
     *
     * @param quorum whether enough came: asked for when the roll is called, and then alone
     * @param cancelling whether it may be called off: what rests on it is asked for then alone
     */
    Facts facts(Meeting meeting, LocalDate day, boolean quorum, boolean cancelling) {
        var on = meeting.when().on();
        return new Facts(
                on.isAfter(day),
                on.isBefore(day),
                quorum,
                meeting.named(),
                meeting.locked(day),
                promises(meeting) && appraisals.open(meeting.id()),
                cancelling && store.bound(meeting.id()));
    }

    /** What was promised is done before it is put away: asked for then alone. */
    private static boolean promises(Meeting meeting) {
        return meeting.state() instanceof MeetingState.Accepted
                && (meeting.type() == MeetingType.LIFE_MEETING
                        || meeting.type() == MeetingType.APPRAISAL);
    }
}
