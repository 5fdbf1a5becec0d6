package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingRules.MeetingRule;
import org.sunmao.meeting.internal.MeetingView.MeetingAgendaItem;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that can be said of a meeting before anybody has typed a word.
 *
 * @param begins as {@code 09:30}, like the last time
 * @param hosted floating members of others who are looked after here
 * @param quorum null where nothing is decided by votes
 * @param late whether it would be marked as entered afterwards
 * @param clashes what the same people have on that day
 * @param planned the line of the plan it would meet
 */
record MeetingProposal(
        String type,
        String typeName,
        @Nullable String form,
        LocalDate on,
        @Nullable String begins,
        @Nullable Integer minutes,
        String topic,
        @Nullable String place,
        @Nullable MeetingPerson chair,
        @Nullable MeetingPerson recorder,
        List<ProposedPerson> due,
        List<MeetingPerson> hosted,
        List<ProposedChoice> reasons,
        List<MeetingAgendaItem> agenda,
        List<ProposedBirthday> birthdays,
        @Nullable ProposedQuorum quorum,
        boolean late,
        List<ProposedClash> clashes,
        @Nullable ProposedLine planned,
        List<ProposedLecture> lectures,
        List<ProposedChoice> types) {

    /**
     * Somebody who is due.
     *
     * @param status full or probationary
     * @param exempt by what they are not held to it
     * @param group the name of their group
     */
    record ProposedPerson(
            UUID member,
            String name,
            String status,
            @Nullable ProposedExemption exempt,
            boolean floating,
            @Nullable String group) {}

    record ProposedExemption(String rule, String says) {}

    record ProposedChoice(String code, String label) {}

    /** Who joined in this month, years ago (政治生日). */
    record ProposedBirthday(UUID member, String name, int years, LocalDate on) {}

    /**
     * What it takes to vote.
     *
     * @param present how many of those due must be there
     */
    record ProposedQuorum(int present, int due, String says, MeetingRule rule) {}

    record ProposedClash(
            UUID id,
            String type,
            String typeName,
            String topic,
            LocalDate on,
            MeetingNamed organization) {}

    record ProposedLine(UUID id, LocalDate on, @Nullable String topic) {}

    /** A lecture that may be followed. */
    record ProposedLecture(UUID id, String topic, MeetingNamed organization, LocalDate on) {}
}
