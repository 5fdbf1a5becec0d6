package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.internal.BodyStore.Listed;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.util.List;
import java.util.UUID;

/** Looking bodies up: the second tree, a search, those without an organization, one page. */
@Service
class BodyDirectory {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * What is asked for: the children of one, those found by words, all, or else the tops within
     * the scope.
     *
     * @param without only those in which no Party organization is formed (空白点)
     */
    record Question(
            @Nullable UUID parent,
            @Nullable String words,
            boolean all,
            boolean without,
            @Nullable String after,
            int limit) {}

    private final Scopes scopes;
    private final BodyStore store;
    private final BodyPages pages;
    private final Histories histories;

    BodyDirectory(Scopes scopes, BodyStore store, BodyPages pages, Histories histories) {
        this.scopes = scopes;
        this.store = store;
        this.pages = pages;
        this.histories = histories;
    }

    Page<BodyItem> list(SignedIn who, AsOf asOf, Question question) {
        var after = PageKey.read(question.after(), 1);
        var typed = question.words();
        var words = typed == null || typed.isBlank() ? null : OrganizationDirectory.words(typed);
        var listed =
                new Listed(
                        question.parent(),
                        words,
                        question.all(),
                        question.without(),
                        after == null ? FIRST : PageKey.uuid(after.getFirst()),
                        question.limit() + 1);
        var rows =
                scopes.read(
                        who,
                        asOf.day(),
                        scope -> {
                            var parent = listed.parent();
                            if (parent != null && store.get(scope, parent).isEmpty()) {
                                throw new NotFound();
                            }
                            return store.list(scope, listed);
                        });
        return Page.of(rows, question.limit(), row -> List.of(row.id().toString()));
    }

    BodyView get(SignedIn who, AsOf asOf, UUID id) {
        return scopes.read(who, asOf.day(), scope -> pages.view(who, scope, id));
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
                    return histories.of(id, BodyFields.TOLD, after, limit);
                });
    }
}
