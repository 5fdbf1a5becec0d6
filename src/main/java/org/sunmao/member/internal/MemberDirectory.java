package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.code.Codes;
import org.sunmao.member.internal.MemberStore.Behind;
import org.sunmao.member.internal.MemberStore.Listed;
import org.sunmao.organization.Organizations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Looking members up: the list, a search, one page. */
@Service
class MemberDirectory {

    private static final int LONGEST_SEARCH = 60;

    record Question(
            @Nullable UUID organization,
            @Nullable String words,
            MemberSort sort,
            @Nullable String after,
            int limit) {}

    private final Scopes scopes;
    private final MemberStore store;
    private final Tree tree;
    private final Organizations organizations;
    private final Codes codes;
    private final MemberCards cards;

    MemberDirectory(
            Scopes scopes,
            MemberStore store,
            Tree tree,
            Organizations organizations,
            Codes codes,
            MemberCards cards) {
        this.scopes = scopes;
        this.store = store;
        this.tree = tree;
        this.organizations = organizations;
        this.codes = codes;
        this.cards = cards;
    }

    Page<MemberRow> list(SignedIn who, Question question) {
        var sort = question.sort();
        var behind = behind(sort, question.after());
        var term = term(question.words());
        var rows =
                scopes.read(
                        who,
                        scope ->
                                store.list(
                                        listed(scope, question.organization(), term),
                                        sort,
                                        behind,
                                        question.limit() + 1));
        return Page.of(rows, question.limit(), sort::key);
    }

    long count(SignedIn who, @Nullable UUID organization, @Nullable String words) {
        var term = term(words);
        return scopes.read(who, scope -> store.count(listed(scope, organization, term)));
    }

    MemberCard get(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> {
                    var member =
                            store.get(id, scope.subtree(), scope.subject())
                                    .orElseThrow(NotFound::new);
                    var names = codes.divisions(divisions(member));
                    var above = organizations.ancestors(member.organization(), scope.day());
                    return cards.card(member, names, above, scope.day());
                });
    }

    /** The rows asked for: an organization outside the scope is not there. */
    private Listed listed(Scope scope, @Nullable UUID organization, @Nullable String term) {
        if (organization == null) {
            return new Listed(scope.subtree(), scope.everything(), term);
        }
        var path = tree.path(organization, scope.day()).orElseThrow(NotFound::new);
        if (!scope.subtree().contains(path)) {
            throw new NotFound();
        }
        return new Listed(Subtree.below(path), false, term);
    }

    private static List<String> divisions(MemberRecord member) {
        return Stream.of(
                        member.nativePlace(),
                        member.registeredPlace(),
                        member.residence(),
                        member.floatingTo())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable String term(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > LONGEST_SEARCH || words.indexOf('\0') >= 0) {
            throw new InputRefused("q", "查找的字数过多，请缩短到 " + LONGEST_SEARCH + " 字以内");
        }
        return Reading.term(words);
    }

    private static @Nullable Behind behind(MemberSort sort, @Nullable String after) {
        var values = PageKey.read(after, 2);
        if (values == null) {
            return null;
        }
        var id = PageKey.uuid(values.getLast());
        try {
            var key = values.getFirst();
            return new Behind(sort.byDate() ? LocalDate.parse(key) : key, id);
        } catch (DateTimeException _) {
            throw PageKey.refused();
        }
    }
}
