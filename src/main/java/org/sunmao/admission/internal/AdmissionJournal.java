package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is done with admissions, as the journal has it: steps and days, and no talk or review. */
@Component
class AdmissionJournal {

    static final String KIND = "admission";

    private final Journal journal;

    AdmissionJournal(Journal journal) {
        this.journal = journal;
    }

    void applied(Scope scope, Admission admission) {
        append(
                scope,
                admission,
                admission.organization(),
                "apply",
                admission.applied(),
                List.of(Rules.AGE.value()),
                Map.of("name", admission.whose().name(), "kind", admission.kind().code()));
    }

    void took(Scope scope, Admission admission, UUID organization, Taken taken, String rule) {
        var values = new LinkedHashMap<String, Object>();
        values.put("step", taken.code().code());
        values.put("on", taken.on().toString());
        values.put("stage", taken.stage());
        values.put("late", taken.late());
        if (taken.reason() != null) {
            values.put("reason", taken.reason());
        }
        if (taken.signedName() != null) {
            values.put("signedBy", taken.signedName());
        }
        var rules = cited(rule, taken.breaches());
        append(scope, admission, organization, "step", taken.on(), rules, values);
    }

    /** What was explained, what the superior made of it. */
    void explained(
            Scope scope,
            Admission admission,
            Explanation explanation,
            String verb,
            @Nullable String reason) {
        var values = new LinkedHashMap<String, Object>();
        values.put("step", explanation.code().code());
        values.put("on", explanation.on().toString());
        values.put("explanation", explanation.reason());
        if (reason != null) {
            values.put("reason", reason);
        }
        var rules = explanation.breaches().stream().map(Breach::rule).toList();
        append(scope, admission, admission.organization(), verb, scope.day(), rules, values);
    }

    /** The whole of a history, entered afterwards, with all rules that it broke. */
    void imported(
            Scope scope, Admission admission, List<org.sunmao.admission.internal.Breach> breaches) {
        append(
                scope,
                admission,
                admission.organization(),
                "import",
                scope.day(),
                breaches.stream().map(breach -> breach.rule().value()).distinct().toList(),
                Map.of(
                        "name", admission.whose().name(),
                        "stage", admission.stage().code(),
                        "breaches", breaches.size()));
    }

    /** Something beside the steps. */
    void noted(
            Scope scope,
            Admission admission,
            UUID organization,
            String verb,
            Map<String, ?> values) {
        append(scope, admission, organization, verb, scope.day(), List.of(), values);
    }

    void planned(Scope scope, UUID organization, int year, int places) {
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "admission.plan",
                        "organization",
                        organization,
                        scope.day(),
                        List.of(Rules.PLAN.value()),
                        Map.of("year", year, "places", places)));
    }

    private static List<String> cited(String rule, List<Breach> breaches) {
        return Stream.concat(Stream.of(rule), breaches.stream().map(Breach::rule))
                .distinct()
                .toList();
    }

    /** Who acts in their own matter, and in no other, writes into their own records. */
    private void append(
            Scope scope,
            Admission admission,
            UUID organization,
            String verb,
            LocalDate on,
            List<String> rules,
            Map<String, ?> values) {
        var own =
                scope.subtree().equals(Subtree.NONE) && admission.person().equals(scope.subject());
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "admission." + verb,
                        own ? "member" : KIND,
                        own ? admission.person() : admission.id(),
                        on,
                        rules,
                        values));
    }
}
