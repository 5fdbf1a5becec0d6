package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A member's word that a field of theirs is wrong, and what became of it (PRV-04).
 *
 * @param committee whether a committee decides the field (R-REC-04), and so answers
 * @param says what is wrong
 * @param proposed what should stand there: a code where the field has codes
 */
record Correction(
        UUID id,
        UUID member,
        String memberName,
        UUID organization,
        String organizationName,
        String field,
        boolean committee,
        String says,
        @Nullable String proposed,
        Instant askedAt,
        LocalDate dueOn,
        State state) {

    /** What became of it so far. */
    sealed interface State {}

    record Asked() implements State {}

    /** Somebody found it right, and will change the record. */
    record Accepted(Answer answer) implements State {}

    record Done(Answer answer) implements State {}

    record Refused(Answer answer, String reason) implements State {}

    record Withdrawn(Instant at) implements State {}

    record Answer(UUID by, Instant at) {}

    /** What can be done with it. */
    sealed interface Step {}

    record Accept(Answer answer) implements Step {}

    record Refuse(Answer answer, String reason) implements Step {}

    /** The record was changed. */
    record Finish(Answer answer) implements Step {}

    record Withdraw(Instant at) implements Step {}

    boolean open() {
        return state instanceof Asked || state instanceof Accepted;
    }

    boolean overdue(LocalDate today) {
        return open() && today.isAfter(dueOn);
    }

    /**
     * What it is after the step. A step that was taken already changes nothing; null if it cannot
     * be taken any more.
     */
    static @Nullable State after(State state, Step step) {
        return switch (state) {
            case Asked _ -> afterOpen(step);
            case Accepted accepted -> step instanceof Accept ? accepted : afterOpen(step);
            case Done done -> step instanceof Finish ? done : null;
            case Refused refused ->
                    step instanceof Refuse(_, var reason) && reason.equals(refused.reason())
                            ? refused
                            : null;
            case Withdrawn withdrawn -> step instanceof Withdraw ? withdrawn : null;
        };
    }

    private static State afterOpen(Step step) {
        return switch (step) {
            case Accept(var answer) -> new Accepted(answer);
            case Refuse(var answer, var reason) -> new Refused(answer, reason);
            case Finish(var answer) -> new Done(answer);
            case Withdraw(var at) -> new Withdrawn(at);
        };
    }

    /** The name outside the program; never renamed. */
    static String code(State state) {
        return switch (state) {
            case Asked _ -> "asked";
            case Accepted _ -> "accepted";
            case Done _ -> "done";
            case Refused _ -> "refused";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
