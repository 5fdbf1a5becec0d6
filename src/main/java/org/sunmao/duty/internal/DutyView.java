package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.internal.DutyItem.DutyRemedy;
import org.sunmao.duty.internal.DutyItem.DutyRule;
import org.sunmao.duty.internal.DutyItem.DutySubject;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One duty with all there is to know of it (AF-14).
 *
 * @param text what the rule says, with the figures of the organization
 * @param version the first day of the version of the rule under which it opened
 * @param lacking by whom it waits, to their own organization alone (AF-02)
 * @param clearing how the light goes out
 * @param voidReason why it is cancelled
 */
record DutyView(
        UUID id,
        String name,
        String title,
        DutyRule rule,
        Named organization,
        DutySubject subject,
        LocalDate opens,
        LocalDate due,
        long daysLeft,
        String state,
        String stateName,
        String light,
        String lightName,
        @Nullable LocalDate since,
        boolean explained,
        DutyRemedy remedy,
        String text,
        LocalDate version,
        List<DutyEvidence> evidence,
        List<LackingPerson> lacking,
        String clearing,
        List<DutyTiming> timing,
        DutyHelper helper,
        @Nullable LocalDate waivedUntil,
        @Nullable String voidReason,
        List<DutyAct> acts,
        DutyMay may) {

    /** A number on which it rests, and the key of the page that shows what is behind it. */
    record DutyEvidence(
            String label, String value, @Nullable String unit, @Nullable String opens) {}

    /** When a light comes on, and by which rule; that is local always (R-WR). */
    record DutyTiming(String light, LocalDate on, String rule, String cite, boolean local) {}

    /**
     * Who helps.
     *
     * @param person its secretary, to those who may know
     */
    record DutyHelper(@Nullable Named organization, @Nullable HelpingPerson person, String says) {}

    record HelpingPerson(String name) {}

    record LackingPerson(UUID member, String name) {}

    /** What was said of it. */
    record DutyAct(
            UUID id,
            String kind,
            String kindName,
            String by,
            String role,
            LocalDate on,
            String reason,
            @Nullable LocalDate until,
            @Nullable DutyAnswer answer) {}

    record DutyAnswer(String kind, String kindName, String by, LocalDate on, String reason) {}

    /** What the asker may say of it now. */
    record DutyMay(boolean explain, boolean contest, boolean decide, boolean waive) {}
}
