package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.NewTerm;
import org.sunmao.simulation.internal.People.Figures;
import org.sunmao.simulation.internal.Plan.Posting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When each organization was elected last: some terms end soon, a few are over. */
final class Elections {

    private static final Set<String> WITHOUT = Set.of("group", "temporary", "work-committee");
    private static final int SOON = 180;
    private static final int LONG_AGO = 300;
    private static final int LEAST_AGO = 30;
    private static final int EXTENSION = 9;

    private final Posting shares;
    private final Figures figures;
    private final LocalDate today;
    private final Dice dice;
    private final List<NewTerm> terms = new ArrayList<>();

    Elections(Posting shares, Figures figures, LocalDate today, Dice dice) {
        this.shares = shares;
        this.figures = figures;
        this.today = today;
        this.dice = dice;
    }

    List<NewTerm> terms() {
        return terms;
    }

    /** The day on which the term that runs began; null where nothing is elected. */
    @Nullable LocalDate hold(Draft draft) {
        if (WITHOUT.contains(draft.kind())) {
            return null;
        }
        var years = years(draft);
        var kind = dice.below(1.0);
        var extended = kind < shares.extended();
        var begins = begins(draft, years, kind);
        var first = draft.establishedOn();
        if (begins.isBefore(first)) {
            begins = first;
        }
        var due = begins.plusYears(years);
        var until = due.plusMonths(EXTENSION);
        var before = begins.minusYears(years);
        if (!before.isBefore(first)) {
            terms.add(new NewTerm(draft.id(), before, begins, null, begins));
        }
        var over = extended && !due.isAfter(today);
        terms.add(new NewTerm(draft.id(), begins, due, over ? until : null, null));
        return begins;
    }

    private LocalDate begins(Draft draft, int years, double kind) {
        var last = today.minusYears(years);
        if (kind < shares.extended()) {
            return last.minusDays(dice.between(1, SOON));
        }
        if (kind < shares.extended() + shares.expired()) {
            return last.minusDays(dice.between(1, LONG_AGO));
        }
        if (kind < shares.extended() + shares.expired() + shares.expiring()) {
            return last.plusDays(dice.between(1, SOON));
        }
        if (draft.field().equals(CountySketch.VILLAGE)) {
            // All villages of a county elect in one spring, the last time in the year before.
            var spring = LocalDate.of(today.getYear() - 1, 1, 5);
            return spring.plusDays(dice.below(140));
        }
        var days = (int) ChronoUnit.DAYS.between(last.plusDays(SOON), today);
        return today.minusDays(dice.between(LEAST_AGO, days));
    }

    private int years(Draft draft) {
        if (draft.field().equals(CountySketch.VILLAGE)) {
            return figures.villageTerm();
        }
        return draft.kind().equals(CountySketch.COMMITTEE)
                ? figures.committeeTerm()
                : figures.branchTerm();
    }
}
