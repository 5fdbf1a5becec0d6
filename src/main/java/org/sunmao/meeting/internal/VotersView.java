package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.MeetingProposal.ProposedChoice;
import org.sunmao.meeting.internal.MeetingRules.MeetingRule;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who votes on admission in a branch, as the register has it on a day.
 *
 * @param due who has to come, also those who do not vote
 * @param entitled how many of them vote, before anybody is left out
 * @param leastPresent how many of those must be there
 * @param least how many must be in favour
 * @param says the same in words
 * @param rules by which it is counted and decided
 * @param absences why somebody did not come
 * @param classes why somebody does not count among those due
 * @param chair who leads the branch
 * @param recorder who kept the minutes the last time
 * @param place where it met the last time
 * @param meetings members' meetings of that day that take one more vote
 */
record VotersView(
        MeetingNamed organization,
        LocalDate on,
        List<Voter> due,
        int entitled,
        int leastPresent,
        int least,
        String says,
        List<MeetingRule> rules,
        List<ProposedChoice> absences,
        List<VoterClass> classes,
        @Nullable MeetingPerson chair,
        @Nullable MeetingPerson recorder,
        @Nullable String place,
        List<VoterMeeting> meetings) {

    /**
     * Somebody who has to come.
     *
     * @param full whether a full member, who votes
     * @param exempt whether attendance is not demanded of them (R-EDU-07)
     * @param floating whether they live elsewhere
     * @param says why they do not vote
     */
    record Voter(
            UUID member,
            String name,
            boolean full,
            boolean exempt,
            boolean floating,
            @Nullable String says) {}

    /**
     * Why somebody does not count among those due.
     *
     * @param asks what is to be written beside it
     */
    record VoterClass(String code, String label, String asks) {}

    record VoterMeeting(UUID id, String topic, int votes) {}
}
