package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.OrganizationStore.Body;
import org.sunmao.organization.internal.TaskStore.Task;
import org.sunmao.register.EditView;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole of one organization as of a day.
 *
 * @param endedOn the day from which it is no more, also if the day asked for lies before
 * @param predecessors what it grew out of
 * @param successors what became of it
 * @param task what a temporary branch is for
 */
record OrganizationView(
        UUID id,
        String name,
        String kind,
        String field,
        @Nullable String branchClass,
        @Nullable UUID parent,
        LocalDate validFrom,
        int version,
        boolean hasChildren,
        List<Named> ancestors,
        @Nullable DivisionView division,
        @Nullable String secretary,
        @Nullable String officers,
        LocalDate establishedOn,
        @Nullable LocalDate endedOn,
        LocalDate asOf,
        List<Succession> predecessors,
        List<Succession> successors,
        List<Body> bodies,
        Headcount counts,
        List<ThresholdView> thresholds,
        List<FunctionView> functions,
        @Nullable Task task,
        EditView edit) {

    record DivisionView(String code, @Nullable String name) {}

    /**
     * What it does for its members, or does not.
     *
     * @param rule why not
     */
    record FunctionView(
            String code,
            String label,
            boolean open,
            @Nullable String rule,
            @Nullable String cites) {}

    /**
     * What a rule says of this organization.
     *
     * @param state met, attend or note
     * @param says the sentence for this organization, with its figures
     */
    record ThresholdView(
            String rule, String title, String text, String cites, String state, String says) {}
}
