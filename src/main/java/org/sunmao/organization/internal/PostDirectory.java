package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.organization.Headcounts;
import org.sunmao.organization.PostView;
import org.sunmao.organization.internal.OrganizationStore.Details;
import org.sunmao.organization.internal.OrganizationView.ThresholdView;
import org.sunmao.organization.internal.PostKind.Group;
import org.sunmao.organization.internal.PostStore.Behind;
import org.sunmao.organization.internal.TermViews.TermView;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Looking posts up: those of one organization with its terms, and those of a whole subtree. */
@Service
class PostDirectory {

    /** Bodies by which an organization is known to be that of a village or community itself. */
    private static final Set<String> VILLAGES = Set.of("village-committee", "community-committee");

    /**
     * The posts of one organization.
     *
     * @param next the key of the next page
     * @param term the term that runs on the day
     * @param terms all that had begun by the day, the newest first
     * @param notes what the rules say of all the posts together
     */
    record PostsView(
            List<PostView> items,
            @Nullable String next,
            @Nullable TermView term,
            List<TermView> terms,
            List<ThresholdView> notes) {}

    /** What is asked for in one organization or below one. */
    record Question(
            @Nullable UUID organization,
            boolean ended,
            @Nullable String group,
            @Nullable String kind,
            @Nullable String after,
            int limit) {}

    private final Scopes scopes;
    private final OrganizationStore organizations;
    private final OrganizationPages pages;
    private final Absences absences;
    private final PostStore store;
    private final TermStore terms;
    private final PostViews views;
    private final TermViews termViews;
    private final Headcounts headcounts;
    private final Tree tree;
    private final Rulebook rulebook;

    PostDirectory(
            Scopes scopes,
            OrganizationStore organizations,
            OrganizationPages pages,
            Absences absences,
            PostStore store,
            TermStore terms,
            PostViews views,
            TermViews termViews,
            Headcounts headcounts,
            Tree tree,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.organizations = organizations;
        this.pages = pages;
        this.absences = absences;
        this.store = store;
        this.terms = terms;
        this.views = views;
        this.termViews = termViews;
        this.headcounts = headcounts;
        this.tree = tree;
        this.rulebook = rulebook;
    }

    PostView get(SignedIn who, AsOf asOf, UUID id) {
        return scopes.read(who, asOf.day(), scope -> views.of(who, scope, id));
    }

    PostsView of(SignedIn who, AsOf asOf, UUID organization, Question question) {
        var kinds = kinds(question);
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    var details =
                            organizations
                                    .get(scope, organization)
                                    .orElseThrow(() -> absences.of(who, scope, organization));
                    var begun =
                            store.of(organization).stream()
                                    .filter(post -> !post.from().isAfter(scope.day()))
                                    .toList();
                    var listed =
                            begun.stream()
                                    .filter(post -> kinds.contains(post.kind()))
                                    .filter(post -> question.ended() || post.heldOn(scope.day()))
                                    .toList();
                    var page = PostOrder.page(listed, scope.day(), question);
                    var held = termViews.of(who, scope, terms.of(organization));
                    return new PostsView(
                            views.of(who, scope, page.items()),
                            page.next(),
                            held.stream()
                                    .filter(term -> term.ends() == null)
                                    .findFirst()
                                    .orElse(null),
                            held,
                            notes(scope, details, begun));
                });
    }

    /** All in the scope, or below one organization of it, as of the day. */
    Page<PostView> list(SignedIn who, AsOf asOf, Question question) {
        var kinds = kinds(question);
        var behind = behind(question.after());
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    var subtree = subtree(scope, question.organization());
                    var rows = store.list(scope, subtree, kinds, behind, question.limit() + 1);
                    var page = Page.of(rows, question.limit(), PostStore.Row::key);
                    var posts = page.items().stream().map(PostStore.Row::post).toList();
                    return new Page<>(views.of(who, scope, posts), page.next());
                });
    }

    private List<ThresholdView> notes(Scope scope, Details details, List<Post> begun) {
        var board = new Board(begun.stream().filter(post -> post.heldOn(scope.day())).toList());
        var bodies = organizations.bodies(scope, details.id());
        var village = bodies.stream().anyMatch(body -> VILLAGES.contains(body.kind()));
        var term =
                terms.of(details.id()).stream()
                        .filter(one -> one.runsOn(scope.day()))
                        .findFirst()
                        .orElse(null);
        var facts = new BoardNotes.Facts(details.kind(), village, board, term, scope.day());
        var counts = headcounts.of(details.id(), scope.day());
        return Stream.concat(
                        pages
                                .thresholds(details, counts, bodies.size(), board, scope.day())
                                .stream()
                                .filter(told -> told.rule().equals("R-BR-08")),
                        new BoardNotes(id -> rulebook.rule(id, scope.day(), details.id()))
                                .of(facts).stream().map(OrganizationPages::view))
                .toList();
    }

    private Subtree subtree(Scope scope, @Nullable UUID organization) {
        if (organization == null) {
            return scope.subtree();
        }
        return tree.path(organization, scope.day())
                .filter(scope.subtree()::contains)
                .map(Subtree::below)
                .orElseThrow(NotFound::new);
    }

    private static List<PostKind> kinds(Question question) {
        return kinds(question.group(), question.kind());
    }

    static List<PostKind> kinds(@Nullable String code, @Nullable String name) {
        var group =
                code == null
                        ? null
                        : Group.find(code).orElseThrow(() -> new InputRefused("group", "没有这一类职务"));
        var kind =
                name == null
                        ? null
                        : PostKind.find(name)
                                .orElseThrow(() -> new InputRefused("kind", "没有这一种职务"));
        return Arrays.stream(PostKind.values())
                .filter(one -> group == null || one.group() == group)
                .filter(one -> kind == null || one == kind)
                .toList();
    }

    static @Nullable Behind behind(@Nullable String after) {
        var values = PageKey.read(after, 2);
        if (values == null) {
            return null;
        }
        try {
            return new Behind(Integer.parseInt(values.getFirst()), PageKey.uuid(values.getLast()));
        } catch (NumberFormatException _) {
            throw PageKey.refused();
        }
    }
}
