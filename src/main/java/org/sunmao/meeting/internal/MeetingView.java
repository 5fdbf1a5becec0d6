package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingRules.MeetingRule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A meeting as it is shown.
 *
 * @param begins as {@code 09:30}
 * @param late whether it was entered afterwards (补录)
 * @param lockedOn from when only annotations change the minutes
 * @param restricted whether its words are kept from who asks: a talk between two
 */
record MeetingView(
        UUID id,
        int version,
        MeetingNamed organization,
        String type,
        String typeName,
        @Nullable String form,
        String state,
        String stateName,
        LocalDate on,
        @Nullable String begins,
        @Nullable Integer minutes,
        String topic,
        @Nullable String place,
        @Nullable MeetingHead chair,
        @Nullable MeetingHead recorder,
        List<MeetingAgendaItem> agenda,
        @Nullable String record,
        @Nullable String resolution,
        MeetingRoll roll,
        List<MeetingVote> votes,
        List<MeetingGrade> grades,
        List<MeetingMeasure> measures,
        List<MeetingAnnotation> annotations,
        boolean late,
        @Nullable String reason,
        String recordedBy,
        LocalDate recordedOn,
        Instant recordedAt,
        MeetingSignatures signatures,
        @Nullable LocalDate lockedOn,
        @Nullable MeetingCheck check,
        @Nullable MeetingLecture lecture,
        @Nullable MeetingOffer offer,
        boolean restricted,
        MeetingMay may,
        List<MeetingHint> hints) {

    record MeetingNamed(UUID id, String name) {}

    record MeetingPerson(UUID member, String name) {}

    /** Who chaired or kept the minutes; {@code member} is there where it is a known one. */
    record MeetingHead(@Nullable UUID member, String name) {}

    /**
     * An item of the agenda.
     *
     * @param required whether it belongs to each meeting of the kind
     */
    record MeetingAgendaItem(
            String key, String title, boolean required, boolean done, @Nullable String text) {}

    record MeetingRoll(
            List<MeetingMark> due,
            List<MeetingPerson> guests,
            List<MeetingPerson> hosted,
            MeetingCount counted) {}

    /**
     * Somebody who was due.
     *
     * @param mark present, distant, excused, absent or exempt
     */
    record MeetingMark(
            UUID member,
            String name,
            String mark,
            String markName,
            @Nullable String reason,
            @Nullable String reasonName) {}

    record MeetingCount(int due, int present, int distant, int excused, int absent, int exempt) {}

    /**
     * The counts of a vote; nobody's choice is known.
     *
     * @param bound whether a procedure rests on it, so that the minutes change around it alone
     * @param excluded who was entitled and did not count among those due
     */
    record MeetingVote(
            int number,
            String matter,
            MeetingRule rule,
            boolean secret,
            int due,
            int present,
            int written,
            int inFavour,
            int against,
            int abstained,
            boolean passed,
            String says,
            boolean bound,
            List<MeetingExcluded> excluded) {}

    /**
     * Somebody who did not count among those due.
     *
     * @param consent who agreed, and when
     */
    record MeetingExcluded(
            UUID member, String name, String reason, String reasonName, String consent) {}

    record MeetingGrade(
            UUID member,
            String name,
            @Nullable Integer excellent,
            @Nullable Integer qualified,
            @Nullable Integer basic,
            @Nullable Integer unqualified,
            @Nullable String grade,
            @Nullable String gradeName,
            @Nullable String gap,
            @Nullable LocalDate toldOn) {}

    record MeetingMeasure(
            UUID id,
            int number,
            String says,
            @Nullable MeetingNamed member,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            @Nullable String doneSays) {}

    record MeetingAnnotation(String says, String by, Instant at) {}

    record MeetingSignature(String name, Instant at) {}

    record MeetingSignatures(
            @Nullable MeetingSignature recorder, @Nullable MeetingSignature chair) {}

    record MeetingCheck(String by, Instant at, boolean accepted, @Nullable String reason) {}

    /**
     * Whether a lecture is offered to others.
     *
     * @param until the last day on which its recording may be followed
     */
    record MeetingOffer(boolean offered, @Nullable LocalDate until) {}

    record MeetingLecture(UUID id, String topic, MeetingNamed organization) {}

    /**
     * Whether a step can be taken now.
     *
     * @param says why not, and what to do
     */
    record MeetingStep(boolean open, @Nullable String says, @Nullable String rule) {}

    record MeetingMay(
            MeetingStep edit,
            MeetingStep publish,
            MeetingStep roll,
            MeetingStep close,
            MeetingStep signRecorder,
            MeetingStep signChair,
            MeetingStep annotate,
            MeetingStep cancel,
            MeetingStep check) {}

    /** What is noticed of it; it hinders nothing. */
    record MeetingHint(String rule, String says) {}
}
