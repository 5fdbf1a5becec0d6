package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How far one person has come (rulebook, state machine of development). {@code back} is the day on
 * which the last decision came to nothing: what is decided anew is not dated before it.
 */
sealed interface Stage {

    /** Why the way ended before membership. */
    enum Reason {
        REMOVED,
        WITHDREW,
        DIED
    }

    /** What is decided when probation ends. */
    enum Outcome {
        CONVERT,
        EXTEND,
        CANCEL
    }

    /**
     * 入党申请人.
     *
     * @param talked the day of the talk, once there was one
     */
    record Applicant(LocalDate applied, @Nullable LocalDate talked, @Nullable LocalDate back)
            implements Stage {}

    /** Fixed as activist by the branch; the committee above has not taken it on file yet. */
    record ActivistToFile(Applicant was, LocalDate decided) implements Stage {}

    /**
     * 入党积极分子.
     *
     * @param since the day cultivation counts from; a move does not change it
     * @param on the day it was taken on file
     * @param contacts the first day on which contacts were named
     * @param assessed the days of the half-yearly assessments
     */
    record Activist(
            LocalDate since,
            LocalDate on,
            @Nullable LocalDate contacts,
            List<LocalDate> assessed,
            @Nullable LocalDate back)
            implements Stage {

        public Activist {
            assessed = assessed.stream().sorted().toList();
        }
    }

    /** Listed by the branch; the committee above has not assented yet. */
    record ObjectToFile(Activist was, LocalDate decided) implements Stage {}

    /**
     * 发展对象. What is done in any order is kept by its day.
     *
     * @param on the day the committee assented
     * @param sponsors when the sponsors were named
     * @param reviewed when the political review was passed; a failed one leaves it empty
     * @param trained when the training was finished, or waived
     * @param examined when the branch committee had examined all that
     * @param barredUntil the last day on which a meeting may not vote again
     */
    record Candidate(
            LocalDate on,
            @Nullable LocalDate sponsors,
            @Nullable LocalDate reviewed,
            @Nullable LocalDate trained,
            @Nullable LocalDate examined,
            @Nullable LocalDate barredUntil,
            @Nullable LocalDate back)
            implements Stage {}

    /**
     * Passed by the approving committee, which issued the form.
     *
     * @param filled when the form was filled in
     */
    record PreExamined(Candidate was, LocalDate on, @Nullable LocalDate filled) implements Stage {}

    /**
     * Accepted by the meeting of the branch, not yet approved.
     *
     * @param on the day of the meeting, from which probation will count
     * @param submitted when the resolution came to the committee
     * @param talked when somebody of the committee talked with the person
     */
    record Accepted(
            Candidate was, LocalDate on, @Nullable LocalDate submitted, @Nullable LocalDate talked)
            implements Stage {}

    /**
     * 预备党员.
     *
     * @param since the day of the meeting that accepted
     * @param until the day probation expires
     * @param on the day of the approval
     * @param extended the day an extension was approved, which may be once
     * @param applied when conversion was asked for
     */
    record Probationer(
            LocalDate since,
            LocalDate until,
            LocalDate on,
            @Nullable LocalDate extended,
            @Nullable LocalDate applied,
            Entry entry,
            @Nullable LocalDate back)
            implements Stage {}

    /** What is still to be done of the entry into probation, each by its day. */
    record Entry(
            @Nullable LocalDate filed,
            @Nullable LocalDate assigned,
            @Nullable LocalDate sworn,
            List<LocalDate> assessed) {

        static final Entry NONE = new Entry(null, null, null, List.of());

        public Entry {
            assessed = assessed.stream().sorted().toList();
        }

        Entry filed(LocalDate on) {
            return new Entry(on, assigned, sworn, assessed);
        }

        Entry assigned(LocalDate on) {
            return new Entry(filed, on, sworn, assessed);
        }

        Entry sworn(LocalDate on) {
            return new Entry(filed, assigned, on, assessed);
        }

        Entry assessed(LocalDate on) {
            var all = new ArrayList<>(assessed);
            all.add(on);
            return new Entry(filed, assigned, sworn, all);
        }
    }

    /**
     * The meeting decided on conversion, extension or cancellation; the committee not yet.
     *
     * @param months of an extension, else nought
     */
    record Decided(Probationer was, Outcome outcome, int months, LocalDate on) implements Stage {}

    /**
     * 正式党员.
     *
     * @param since the day probation expired, from which party age counts
     * @param on the day of the approval
     */
    record Member(LocalDate since, LocalDate on) implements Stage {}

    /** The papers are in the file. */
    record Archived(LocalDate since, LocalDate on) implements Stage {}

    /** 取消预备党员资格. */
    record Cancelled(LocalDate on) implements Stage {}

    record Ended(LocalDate on, Reason reason) implements Stage {}

    /** The name outside the program; never renamed. */
    default String code() {
        return switch (this) {
            case Applicant _ -> "applicant";
            case ActivistToFile _ -> "activist-to-file";
            case Activist _ -> "activist";
            case ObjectToFile _ -> "object-to-file";
            case Candidate _ -> "object";
            case PreExamined _ -> "pre-examined";
            case Accepted _ -> "accepted";
            case Probationer it -> it.extended() == null ? "probationer" : "extended";
            case Decided _ -> "decided";
            case Member _ -> "member";
            case Archived _ -> "archived";
            case Cancelled _ -> "cancelled";
            case Ended _ -> "ended";
        };
    }
}
