package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One way into the Party, as it is shown.
 *
 * @param committee which may approve
 * @param since the first day of the present waiting
 * @param next the title of the step that waits
 * @param due its last day, where a rule says one
 * @param memberSince from when party age counts
 */
record AdmissionView(
        UUID id,
        int version,
        UUID person,
        String name,
        String sexName,
        LocalDate bornOn,
        AdmissionPlace organization,
        @Nullable AdmissionPlace committee,
        String kind,
        String kindName,
        String stage,
        String stageName,
        LocalDate since,
        int waitingDays,
        @Nullable String waitsFor,
        @Nullable String waitsForName,
        @Nullable String nextStep,
        @Nullable String next,
        @Nullable LocalDate due,
        boolean late,
        LocalDate applied,
        @Nullable LocalDate probationFrom,
        @Nullable LocalDate probationUntil,
        @Nullable LocalDate memberSince,
        AdmissionPerson details,
        List<AdmissionGate> gates,
        List<AdmissionStep> steps,
        List<AdmissionTaken> taken,
        @Nullable AdmissionAsked asked,
        List<AdmissionPaper> papers,
        @Nullable AdmissionHandover handover,
        AdmissionMay may) {

    record AdmissionPlace(UUID id, String name) {}

    /** What forms and the register need; numbers are masked. */
    record AdmissionPerson(
            String sex,
            @Nullable String nation,
            @Nullable String citizenNumber,
            @Nullable String mobile,
            @Nullable String education,
            @Nullable String jobPost,
            List<String> missing) {}

    /**
     * A stage on the map.
     *
     * @param state done, current or ahead
     */
    record AdmissionGate(
            String gate,
            String name,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A rule as it is named beside what it decides. */
    record AdmissionRule(String id, String title, String article, boolean local) {}

    /**
     * A step on the map.
     *
     * @param name its code
     * @param number as the locality counts; empty for what it does not
     * @param state done, open or closed
     * @param on when it was taken the last time
     * @param times how often it was
     * @param says why it is closed
     * @param remedy what has to be done first
     * @param explainable whether a reason may stand in for what is broken
     * @param by who takes it
     * @param mine whether the one who looks may take it
     */
    record AdmissionStep(
            String name,
            String number,
            String title,
            String gate,
            String state,
            @Nullable LocalDate on,
            int times,
            @Nullable AdmissionRule rule,
            @Nullable String says,
            @Nullable String remedy,
            boolean explainable,
            String by,
            String byName,
            boolean mine,
            @Nullable LocalDate due,
            boolean late) {}

    record AdmissionTold(String key, String label, String value) {}

    record AdmissionBreach(AdmissionRule rule, String says) {}

    /** A step as it was taken. */
    record AdmissionTaken(
            UUID id,
            String step,
            String number,
            String title,
            LocalDate on,
            String name,
            Instant at,
            boolean late,
            @Nullable String reason,
            @Nullable String signedName,
            @Nullable UUID meeting,
            List<AdmissionBreach> breaches,
            List<AdmissionTold> told) {}

    /** What was explained and waits for the superior. */
    record AdmissionAsked(
            UUID id,
            String step,
            String title,
            LocalDate on,
            String reason,
            String name,
            Instant at,
            List<AdmissionBreach> breaches,
            boolean maySign,
            boolean mayWithdraw) {}

    /**
     * A paper of the case.
     *
     * @param kept whether it is one of the five that are kept in the file (R-FIL-01)
     * @param printed whether it can be had pre-filled
     */
    record AdmissionPaper(
            String code,
            String title,
            boolean kept,
            boolean printed,
            @Nullable UUID file,
            @Nullable String name) {}

    /** The papers on their way to another branch. */
    record AdmissionHandover(
            UUID id,
            AdmissionPlace from,
            AdmissionPlace to,
            LocalDate on,
            String name,
            boolean mine) {}

    /** What the one who looks may do beside the steps. */
    record AdmissionMay(
            boolean write, boolean approve, boolean end, boolean handover, boolean receive) {}
}
