package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The whole of one change, as the asker may see it. */
record ChangeView(
        UUID id,
        int version,
        Named organization,
        String title,
        String state,
        String stateLabel,
        LocalDate effectiveOn,
        String reason,
        List<StepView> steps,
        Made made,
        @Nullable Said request,
        @Nullable Said decision,
        @Nullable Said refusal,
        @Nullable Said filing,
        @Nullable Said withdrawal,
        @Nullable Instant appliedAt,
        @Nullable String blocked,
        List<OpenStep> open,
        List<DocumentView> documents) {

    record Made(String by, Instant at) {}

    /** What was said at a step: the day of the meeting or filing, the number of the paper. */
    record Said(
            String by,
            Instant at,
            @Nullable LocalDate on,
            @Nullable String number,
            @Nullable String meeting,
            @Nullable String note) {}

    /**
     * One step as it was sent, and in words.
     *
     * @param says the sentence
     * @param names of whom it speaks, by the ids and words that stand in it
     */
    record StepView(
            String kind,
            @Nullable String ref,
            @Nullable String parent,
            @Nullable String name,
            @Nullable String organizationKind,
            @Nullable String field,
            @Nullable String branchClass,
            @Nullable String division,
            @Nullable List<String> bodies,
            @Nullable String task,
            @Nullable Integer reviewMonths,
            @Nullable String organization,
            @Nullable List<String> organizations,
            @Nullable String into,
            @Nullable String target,
            @Nullable String rest,
            @Nullable List<PartView> parts,
            @Nullable List<ElsewhereView> exceptions,
            String says,
            Map<String, String> names) {}

    record PartView(String into, List<String> members) {}

    record ElsewhereView(String member, String target) {}

    /**
     * A step of the process.
     *
     * @param state open or closed
     * @param by the day by which it is generally due
     */
    record OpenStep(
            String name,
            String label,
            String state,
            @Nullable String rule,
            @Nullable String cites,
            @Nullable String reason,
            @Nullable String remedy,
            @Nullable LocalDate by) {}

    /**
     * A paper that belongs to the change.
     *
     * @param file where it is kept, once it is final
     * @param draft whether it may still change
     */
    record DocumentView(String kind, String title, @Nullable UUID file, boolean draft) {}
}
