package org.sunmao.organization.internal;

import static org.sunmao.register.Timeline.OPEN;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Service;
import org.sunmao.access.PostGrants;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.NewTerm;
import org.sunmao.organization.PostView;
import org.sunmao.organization.Posts;
import org.sunmao.organization.internal.Post.Approval;
import org.sunmao.register.EditView;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts for other modules: entered many at once, told of a member, renamed with one. */
@Service
class PostRegister implements Posts {

    private final PostStore store;
    private final PostWriter writer;
    private final PostViews views;
    private final PostGrants grants;
    private final HeldPosts held;
    private final PostEndings endings;
    private final Journal journal;

    PostRegister(
            PostStore store,
            PostWriter writer,
            PostViews views,
            PostGrants grants,
            HeldPosts held,
            PostEndings endings,
            Journal journal) {
        this.store = store;
        this.writer = writer;
        this.views = views;
        this.grants = grants;
        this.held = held;
        this.endings = endings;
        this.journal = journal;
    }

    @Override
    public void enter(Scope scope, List<NewPost> posts) {
        var entered = posts.stream().map(PostRegister::post).toList();
        writer.add(entered);
        grants.begin(
                scope,
                entered.stream()
                        .map(post -> PostRights.given(post, scope.day()))
                        .flatMap(Optional::stream)
                        .toList());
        journal.append(scope.actor(), entered.stream().map(PostRegister::act).toList());
    }

    @Override
    public void enterTerms(Scope scope, List<NewTerm> terms) {
        var entered = terms.stream().map(PostRegister::term).toList();
        writer.addTerms(entered);
        journal.append(scope.actor(), entered.stream().map(PostRegister::act).toList());
    }

    @Override
    public List<PostView> of(Scope scope, UUID member, boolean whole) {
        return views.of(scope, store.held(scope, member, whole), EditView.NONE);
    }

    @Override
    public Set<UUID> holders(Collection<UUID> members) {
        return store.holders(members);
    }

    @Override
    public void left(Scope scope, Collection<UUID> members, LocalDate on, String reason) {
        var ending =
                held.posts(members, on).stream()
                        .filter(post -> post.kind().asksForMembers())
                        .toList();
        endings.end(scope, ending, on, reason);
    }

    @Override
    public void renamed(UUID member, String name) {
        store.rename(member, name);
    }

    private static Post post(NewPost post) {
        var to = post.to();
        var approvedOn = post.approvedOn();
        return new Post(
                UuidCreator.getTimeOrderedEpoch(),
                0,
                post.organization().value(),
                PostKind.of(post.kind()),
                post.member(),
                post.name(),
                post.appointment(),
                post.from(),
                to == null ? OPEN : to,
                approvedOn == null ? null : new Approval(approvedOn, null),
                null,
                null);
    }

    private static Term term(NewTerm term) {
        var ends = term.ends();
        var extendedTo = term.extendedTo();
        return new Term(
                UuidCreator.getTimeOrderedEpoch(),
                0,
                term.organization().value(),
                term.begins(),
                term.due(),
                extendedTo,
                ends == null ? OPEN : ends,
                extendedTo == null ? null : new Approval(term.due(), null));
    }

    private static Act act(Post post) {
        var organization = post.organization();
        return act("post.enter", organization, post.from(), post);
    }

    private static Act act(Term term) {
        return act("term.enter", term.organization(), term.begins(), term);
    }

    private static Act act(String action, UUID organization, LocalDate on, Object entered) {
        var values = Map.of("after", entered);
        return new Act(organization, action, "organization", organization, on, List.of(), values);
    }
}
