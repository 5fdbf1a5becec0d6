package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.PostView.ApprovalView;
import org.sunmao.register.EditView;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Terms as they are shown. */
@Component
class TermViews {

    /**
     * A term as it is shown.
     *
     * @param due when its officers are to be elected anew, with the extension if there is one
     * @param ends the first day of the next term; null while it runs on the day
     * @param years how long it lasts without the extension
     * @param says how it stands with it on the day
     */
    record TermView(
            UUID id,
            int version,
            LocalDate begins,
            LocalDate due,
            @Nullable LocalDate ends,
            int years,
            int extendedMonths,
            @Nullable ApprovalView approval,
            String rule,
            String cites,
            String says,
            EditView edit) {}

    private final Rulebook rulebook;

    TermViews(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Those that had begun by the day. */
    List<TermView> of(SignedIn who, Scope scope, List<Term> terms) {
        return terms.stream()
                .filter(term -> !term.begins().isAfter(scope.day()))
                .map(term -> view(who, scope, term))
                .toList();
    }

    TermView view(SignedIn who, Scope scope, Term term) {
        var approval = term.approval();
        var rule =
                rulebook.rule(
                        term.extendedTo() == null ? TermRules.TERMS : TermRules.EXTENSION,
                        scope.day());
        return new TermView(
                term.id(),
                term.version(),
                term.begins(),
                term.dueAfterAll(),
                term.runsOn(scope.day()) ? null : term.ends(),
                (int) ChronoUnit.YEARS.between(term.begins(), term.due()),
                TermRules.extendedMonths(term),
                approval == null ? null : new ApprovalView(approval.on(), approval.number()),
                rule.id().value(),
                rule.cite(),
                TermRules.says(term, scope.day()),
                scope.now() && who.role().may(Right.ORGANIZATIONS_WRITE)
                        ? EditView.of(TermFields.CHANGED)
                        : EditView.NONE);
    }
}
