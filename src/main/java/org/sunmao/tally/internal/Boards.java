package org.sunmao.tally.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.tally.internal.BoardStore.Part;
import org.sunmao.tally.internal.BoardView.BoardTop;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;

/** The board of an organization as of a day. */
@Service
class Boards {

    private static final int FIRST_YEAR = 1921;
    private static final int LAST_YEAR = 2200;

    private final Scopes scopes;
    private final Tree tree;
    private final BoardStore store;
    private final CountStore counts;
    private final BoardYearStore years;
    private final BoardWords words;

    Boards(
            Scopes scopes,
            Tree tree,
            BoardStore store,
            CountStore counts,
            BoardYearStore years,
            BoardWords words) {
        this.scopes = scopes;
        this.tree = tree;
        this.store = store;
        this.counts = counts;
        this.years = years;
        this.words = words;
    }

    BoardView of(SignedIn who, @Nullable LocalDate day, @Nullable UUID asked) {
        var organization = organization(who, asked);
        return scopes.read(who, day, scope -> board(part(scope, organization)));
    }

    /**
     * A year of what comes round again, as it stands today.
     *
     * @param year null for that of today
     */
    BoardYear year(SignedIn who, @Nullable Integer year, @Nullable UUID asked) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new InputRefused("year", "年份应当在 %d 和 %d 之间".formatted(FIRST_YEAR, LAST_YEAR));
        }
        var organization = organization(who, asked);
        return scopes.read(who, scope -> year(part(scope, organization), year));
    }

    private BoardYear year(Part part, @Nullable Integer asked) {
        var label = store.top(part).orElseThrow(NotFound::new);
        var day = part.scope().day();
        var year = asked == null ? day.getYear() : asked;
        var names = words.rounds();
        var sheet = new BoardYearSheet(year, day, years.cells(part, names, year));
        return new BoardYear(
                new BoardTop(part.organization(), label.name(), label.kind()),
                year,
                IntStream.rangeClosed(years.first(part, names), day.getYear()).boxed().toList(),
                day,
                sheet.months(),
                sheet.rows(words));
    }

    /** Whether one may see it today; it is not there for whoever may not. */
    void find(SignedIn who, UUID organization) {
        scopes.read(who, scope -> part(scope, organization));
    }

    static UUID organization(SignedIn who, @Nullable UUID asked) {
        var organization = asked == null ? who.organization() : asked;
        if (organization == null) {
            throw new NotFound();
        }
        return organization;
    }

    BoardView board(Part part) {
        var label = store.top(part).orElseThrow(NotFound::new);
        var sheet =
                new BoardSheet(
                        part,
                        label,
                        store.cells(part),
                        store.marks(part),
                        counts.children(part.scope(), part.organization()));
        var first = BoardSheet.firstMonth(part.scope().day());
        var months = store.months(part, first, first.plusMonths(BoardSheet.MONTHS));
        return sheet.view(store.units(part), months, words);
    }

    private Part part(Scope scope, UUID organization) {
        var path = tree.path(organization, scope.day()).orElseThrow(NotFound::new);
        if (!scope.subtree().contains(path)) {
            throw new NotFound();
        }
        return new Part(scope, organization, requireNonNull(path));
    }
}
