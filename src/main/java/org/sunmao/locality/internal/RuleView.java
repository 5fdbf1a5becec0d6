package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.locality.internal.ProposalView.RulePlace;
import org.sunmao.locality.internal.Uses.UseScreen;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One rule as shown, on a day and in an organization.
 *
 * @param text with the figures that hold here
 * @param template the text with the names of its figures in braces
 * @param hard whether no locality may change anything in it
 * @param since the first day of the version shown
 * @param organization whose figures are shown; null for those of the rule itself
 * @param elsewhere other values within the asker's subtree
 * @param decisions what was ever decided for the organization and above it, the newest first
 * @param versions of the rule itself, the newest first
 * @param waiting proposals that wait, within the asker's scope
 * @param duties in words
 * @param proposable whether the reader may propose a figure here
 */
record RuleView(
        String id,
        String title,
        String kind,
        String kindLabel,
        String text,
        String template,
        List<RuleSource> sources,
        String confirmed,
        String confirmation,
        boolean inUse,
        boolean hard,
        String note,
        LocalDate day,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable RulePlace organization,
        List<RuleFigure> figures,
        List<LocalFigure> elsewhere,
        List<LocalFigure> decisions,
        List<RuleVersion> versions,
        List<ProposalView> waiting,
        RuleUse use,
        List<RuleCase> cases,
        String duties,
        boolean proposable) {

    /**
     * @param says how far it is confirmed, in words
     */
    record RuleSource(String document, String article, String confirmed, String says) {}

    /**
     * A figure as it is here.
     *
     * @param says the clause in which it stands
     * @param law what the rule itself says
     * @param strictness free, upwards or downwards
     * @param table null where it is no table
     * @param decision null where the value is that of the rule itself
     */
    record RuleFigure(
            String name,
            String says,
            String value,
            String law,
            String unit,
            boolean local,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String strictness,
            String note,
            @Nullable RuleTable table,
            @Nullable LocalFigure decision) {}

    record RuleTable(List<String> columns, List<List<String>> rows) {}

    /** What an organization decided, for some days. */
    record LocalFigure(
            UUID id,
            RulePlace organization,
            String name,
            String says,
            String value,
            String unit,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    /** The figures of one version, each with its unit. */
    record RuleVersion(LocalDate from, @Nullable LocalDate until, List<String> figures) {}

    record RuleUse(
            List<UseScreen> screens,
            List<String> classes,
            List<String> refusals,
            List<String> tests) {}

    record RuleCase(String situation, Map<String, String> known, Map<String, String> expected) {}
}
