package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.code.Codes;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.util.List;
import java.util.UUID;

/** Looking organizations up: the tree, a search, one page. */
@Service
class OrganizationDirectory {

    private static final int LONGEST_SEARCH = 60;

    /** What is asked for: the children of one, those found by words, all, or else the top. */
    record Question(
            @Nullable UUID parent,
            @Nullable String words,
            boolean all,
            @Nullable String after,
            int limit) {}

    private final Scopes scopes;
    private final OrganizationStore store;
    private final OrganizationPages pages;
    private final Absences absences;
    private final Histories histories;
    private final Codes codes;

    OrganizationDirectory(
            Scopes scopes,
            OrganizationStore store,
            OrganizationPages pages,
            Absences absences,
            Histories histories,
            Codes codes) {
        this.scopes = scopes;
        this.store = store;
        this.pages = pages;
        this.absences = absences;
        this.histories = histories;
        this.codes = codes;
    }

    Page<OrganizationRow> list(SignedIn who, AsOf asOf, Question question) {
        var after = number(question.after());
        var rows = scopes.read(who, asOf.day(), scope -> rows(scope, question, after));
        return Page.of(rows, question.limit(), row -> List.of(Integer.toString(row.number())));
    }

    OrganizationView get(SignedIn who, AsOf asOf, UUID id) {
        return scopes.read(
                who,
                asOf.day(),
                scope -> pages.find(who, scope, id).orElseThrow(() -> absences.of(who, scope, id)));
    }

    /** The organization the asker belongs to; not there for an account without one. */
    OwnOrganizationView own(SignedIn who, AsOf asOf) {
        var id = who.organization();
        if (id == null) {
            throw new NotFound();
        }
        return scopes.readOwnOrganization(
                who,
                asOf.day(),
                scope -> {
                    var found = store.get(scope, id).orElseThrow(NotFound::new);
                    var board = pages.board(id, scope.day());
                    return new OwnOrganizationView(
                            found.id(),
                            found.name(),
                            found.kind(),
                            store.above(found.path(), scope.day()),
                            board.secretary(),
                            board.others(codes),
                            board.officers().stream().map(OwnOrganizationView::officer).toList(),
                            found.establishedOn());
                });
    }

    Page<HistoryEntry> history(
            SignedIn who, AsOf asOf, UUID id, @Nullable String after, int limit) {
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    if (store.get(scope, id).isEmpty()) {
                        throw new NotFound();
                    }
                    return histories.of(id, OrganizationFields.TOLD, after, limit);
                });
    }

    private List<OrganizationRow> rows(Scope scope, Question question, int after) {
        var more = question.limit() + 1;
        var words = question.words();
        if (words != null && !words.isBlank()) {
            return store.find(scope, words(words), after, more);
        }
        var parent = question.parent();
        if (parent != null) {
            if (store.get(scope, parent).isEmpty()) {
                throw new NotFound();
            }
            return store.children(scope, parent, after, more);
        }
        return question.all() ? store.all(scope, after, more) : store.top(scope, after, more);
    }

    static String words(String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST_SEARCH || words.indexOf('\0') >= 0) {
            throw new InputRefused("q", "查找的字数过多，请缩短到 " + LONGEST_SEARCH + " 字以内");
        }
        return words;
    }

    static int number(@Nullable String after) {
        var values = PageKey.read(after, 1);
        if (values == null) {
            return 0;
        }
        try {
            return Integer.parseInt(values.getFirst());
        } catch (NumberFormatException _) {
            throw PageKey.refused();
        }
    }
}
