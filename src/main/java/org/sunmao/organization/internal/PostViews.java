package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.People;
import org.sunmao.organization.People.Person;
import org.sunmao.organization.PostView;
import org.sunmao.organization.PostView.ApprovalView;
import org.sunmao.organization.PostView.Holder;
import org.sunmao.register.EditView;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Posts as they are shown: with the names of their organizations and what the rules remark. */
@Component
class PostViews {

    private final PostStore store;
    private final People people;
    private final Rulebook rulebook;

    PostViews(PostStore store, People people, Rulebook rulebook) {
        this.store = store;
        this.people = people;
        this.rulebook = rulebook;
    }

    PostView of(SignedIn who, Scope scope, UUID id) {
        var post = store.get(scope, id).orElseThrow(NotFound::new);
        return of(scope, List.of(post), edit(who, scope)).getFirst();
    }

    List<PostView> of(SignedIn who, Scope scope, List<Post> posts) {
        return of(scope, posts, edit(who, scope));
    }

    /**
     * @param edit what the asker may change of each
     */
    List<PostView> of(Scope scope, List<Post> posts, EditView edit) {
        var secretaries =
                posts.stream()
                        .filter(post -> post.kind() == PostKind.SECRETARY)
                        .map(Post::member)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        var known =
                people.of(scope, secretaries).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        var organizations = posts.stream().map(Post::organization).collect(Collectors.toSet());
        var names = store.names(organizations, scope.day());
        return posts.stream()
                .map(post -> view(post, names, rules(scope, post), known, edit))
                .toList();
    }

    private PostRules rules(Scope scope, Post post) {
        return new PostRules(id -> rulebook.rule(id, scope.day(), post.organization()));
    }

    private static PostView view(
            Post post,
            Map<UUID, String> names,
            PostRules rules,
            Map<UUID, Person> known,
            EditView edit) {
        var approval = post.approval();
        var organization = post.organization();
        return new PostView(
                post.id(),
                post.version(),
                new Named(organization, names.getOrDefault(organization, "")),
                post.kind().code(),
                post.kind().group().code(),
                new Holder(post.member(), post.name()),
                post.appointment(),
                post.from(),
                post.open() ? null : post.to(),
                approval == null ? null : new ApprovalView(approval.on(), approval.number()),
                post.endReason(),
                post.note(),
                rules.remarks(post, post.member() == null ? null : known.get(post.member())),
                edit);
    }

    /** As it is today: what was is looked at. */
    private static EditView edit(SignedIn who, Scope scope) {
        return scope.now() && who.role().may(Right.ORGANIZATIONS_WRITE)
                ? EditView.of(PostFields.ALL)
                : EditView.NONE;
    }
}
