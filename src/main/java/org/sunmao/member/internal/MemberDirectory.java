package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.code.Codes;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.member.internal.MemberSight.Held;
import org.sunmao.member.internal.MemberStore.Behind;
import org.sunmao.member.internal.MemberStore.Listed;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.PostView;
import org.sunmao.organization.Posts;
import org.sunmao.register.EditView;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.AsOf;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Looking members up: the list, a search, one page. */
@Service
class MemberDirectory {

    record Question(
            @Nullable UUID organization,
            @Nullable String words,
            MemberFilter filter,
            MemberSort sort,
            @Nullable String after,
            int limit) {

        /** Of all at once. */
        static Question of(
                @Nullable UUID organization, @Nullable String words, MemberFilter filter) {
            return new Question(organization, words, filter, MemberSort.NAME, null, 0);
        }
    }

    private final Scopes scopes;
    private final MemberStore store;
    private final Tree tree;
    private final Organizations organizations;
    private final Codes codes;
    private final MemberCards cards;
    private final MemberCounts counts;
    private final Searches searches;
    private final MemberQuestions questions;
    private final Histories histories;
    private final Posts posts;
    private final Readings readings;
    private final Clock clock;
    private final MemberSight sight;

    MemberDirectory(
            Scopes scopes,
            MemberStore store,
            Tree tree,
            Organizations organizations,
            Codes codes,
            MemberCards cards,
            MemberCounts counts,
            Searches searches,
            MemberQuestions questions,
            Histories histories,
            Posts posts,
            Readings readings,
            Clock clock,
            MemberSight sight) {
        this.scopes = scopes;
        this.store = store;
        this.tree = tree;
        this.organizations = organizations;
        this.codes = codes;
        this.cards = cards;
        this.counts = counts;
        this.searches = searches;
        this.questions = questions;
        this.histories = histories;
        this.posts = posts;
        this.readings = readings;
        this.clock = clock;
        this.sight = sight;
    }

    Page<MemberRow> list(SignedIn who, AsOf asOf, Question question) {
        var page = list(who, asOf, question, searches.sought(who, question.words()));
        var people = page.items().stream().map(MemberRow::id).toList();
        var look = Look.of(Kind.LIST, Level.S1).of(questions.told(question, day(asOf)));
        readings.list(who.reader(), look, people);
        return page;
    }

    /**
     * Whom a whole number belongs to, in the asker's scope.
     *
     * @param sought a number, understood
     */
    List<MemberRow> find(SignedIn who, AsOf asOf, Question question, Sought sought) {
        readings.refuseProbing(who.reader());
        var found = list(who, asOf, question, sought).items();
        var look = Look.of(Kind.NUMBER_SEARCH, Level.S3).by(sought.index());
        if (found.isEmpty()) {
            readings.probed(who.reader(), sought.index());
        } else {
            readings.each(who.reader(), look, found.stream().map(MemberRow::id).toList());
        }
        return found;
    }

    private Page<MemberRow> list(
            SignedIn who, AsOf asOf, Question question, @Nullable Sought sought) {
        var sort = question.sort();
        var behind = behind(sort, question.after());
        var rows =
                scopes.read(
                        who,
                        asOf.day(),
                        scope ->
                                store.list(
                                        listed(scope, question, sought),
                                        sort,
                                        behind,
                                        question.limit() + 1));
        return Page.of(rows, question.limit(), sort::key);
    }

    long count(SignedIn who, AsOf asOf, Question question) {
        var sought = searches.sought(who, question.words());
        return scopes.read(who, asOf.day(), scope -> store.count(listed(scope, question, sought)));
    }

    /** The members below one organization, or below the top of the scope, child by child. */
    MemberBreakdown breakdown(SignedIn who, AsOf asOf, Question question) {
        var sought = searches.sought(who, question.words());
        return scopes.read(
                who,
                asOf.day(),
                scope -> {
                    var listed = listed(scope, question, sought);
                    var organization =
                            question.organization() == null
                                    ? who.organization()
                                    : question.organization();
                    return counts.breakdown(listed, organization);
                });
    }

    /**
     * The page of a member. Who holds the member today, and the member, read every day of it; a
     * former holder reads the days of their own holding, without what leads to the person.
     *
     * @param look as what it stands in the reading log
     */
    MemberCard get(SignedIn who, AsOf asOf, UUID id, Look look) {
        var card = get(who, asOf, id);
        readings.each(who.reader(), look, List.of(id));
        return card;
    }

    private MemberCard get(SignedIn who, AsOf asOf, UUID id) {
        var held = sight.of(who, id);
        var left = held.map(Held::leftOn).orElse(null);
        var day = asOf.day() == null && left != null ? left.minusDays(1) : asOf.day();
        if (day == null) {
            return scopes.read(who, scope -> card(who, scope, id));
        }
        return scopes.read(
                who,
                day,
                scope -> {
                    if (held.isPresent()) {
                        scopes.about(id, "history");
                        return card(who, scope, store.get(id, scope, id), left);
                    }
                    var then = card(who, scope, store.get(id, scope, null), null);
                    scopes.about(id, "former");
                    return then.asFormerHolder(sight.holder(id));
                });
    }

    /**
     * The posts of a member: all of them for who holds the member today and for the member; for a
     * former holder those in their own organizations, as of a day of their own holding.
     */
    List<PostView> posts(SignedIn who, AsOf asOf, UUID id) {
        var whole = sight.of(who, id).isPresent();
        var held =
                scopes.read(
                        who,
                        asOf.day(),
                        scope -> {
                            if (whole) {
                                scopes.about(id, "posts");
                            } else if (store.get(id, scope, null).isEmpty()) {
                                throw new NotFound();
                            }
                            return posts.of(scope, id, whole);
                        });
        readings.each(who.reader(), Look.of(Kind.POSTS, Level.S1), List.of(id));
        return held;
    }

    /** The page of a member as the asker may see it now; not there outside the scope. */
    MemberCard card(SignedIn who, Scope scope, UUID id) {
        return card(who, scope, store.get(id, scope, scope.subject()), null);
    }

    private MemberCard card(
            SignedIn who, Scope scope, Optional<MemberRecord> found, @Nullable LocalDate leftOn) {
        var member = found.orElseThrow(NotFound::new);
        var names = codes.divisions(divisions(member));
        var above = organizations.ancestors(member.organization(), scope.day());
        return cards.card(member, names, above, edit(who, scope, member), scope.day(), leftOn);
    }

    /**
     * One's own record is read wherever it is held, and edited only where one's right to edit lies.
     */
    private EditView edit(SignedIn who, Scope scope, MemberRecord member) {
        if (!scope.now()) {
            return EditView.NONE;
        }
        var own = member.id().equals(scope.subject());
        var holder = own ? tree.path(member.organization(), scope.day()) : Optional.of("");
        return own && holder.filter(scope.subtree()::contains).isEmpty()
                ? EditView.NONE
                : cards.edit(who, scope.day());
    }

    Page<HistoryEntry> history(SignedIn who, UUID id, @Nullable String after, int limit) {
        if (sight.of(who, id).isEmpty()) {
            throw new NotFound();
        }
        var page =
                scopes.read(
                        who,
                        scope -> {
                            scopes.about(id, "history");
                            return histories.of(id, MemberFields.EDITED, after, limit);
                        });
        readings.each(who.reader(), Look.of(Kind.HISTORY, Level.S2), List.of(id));
        return page;
    }

    private LocalDate day(AsOf asOf) {
        var day = asOf.day();
        return day == null ? LocalDate.now(clock) : day;
    }

    /** The rows asked for: an organization outside the scope is not there. */
    Listed listed(Scope scope, Question question, @Nullable Sought sought) {
        var conditions = question.filter().conditions(scope.day());
        var organization = question.organization();
        if (organization == null) {
            return new Listed(scope, scope.subtree(), scope.everything(), sought, conditions);
        }
        var path = tree.path(organization, scope.day()).orElseThrow(NotFound::new);
        if (!scope.subtree().contains(path)) {
            throw new NotFound();
        }
        return new Listed(scope, Subtree.below(path), false, sought, conditions);
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

    static @Nullable Behind behind(MemberSort sort, @Nullable String after) {
        var values = PageKey.read(after, 2);
        if (values == null) {
            return null;
        }
        var id = PageKey.uuid(values.getLast());
        var key = values.getFirst();
        return new Behind(sort.byDate() ? PageKey.day(key) : key, id);
    }
}
