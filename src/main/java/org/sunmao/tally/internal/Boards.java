package org.sunmao.tally.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.tally.internal.BoardStore.Part;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.UUID;

/** The board of an organization as of a day. */
@Service
class Boards {

    private final Scopes scopes;
    private final Tree tree;
    private final BoardStore store;
    private final CountStore counts;
    private final BoardWords words;

    Boards(Scopes scopes, Tree tree, BoardStore store, CountStore counts, BoardWords words) {
        this.scopes = scopes;
        this.tree = tree;
        this.store = store;
        this.counts = counts;
        this.words = words;
    }

    BoardView of(SignedIn who, @Nullable LocalDate day, @Nullable UUID asked) {
        var organization = organization(who, asked);
        return scopes.read(who, day, scope -> board(part(scope, organization)));
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
