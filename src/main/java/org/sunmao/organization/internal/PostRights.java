package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.PostGrants;
import org.sunmao.access.PostGrants.Held;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rights follow posts: who is secretary today may act as such today, and who is not may not. */
@Component
class PostRights {

    private final PostGrants grants;

    PostRights(PostGrants grants) {
        this.grants = grants;
    }

    /**
     * After a post was written.
     *
     * @param before what stood; null for a new one
     */
    void follow(Scope scope, @Nullable Post before, Post after) {
        var gave = before == null ? Optional.<Held>empty() : given(before, scope.day());
        var gives = given(after, scope.day());
        if (gave.equals(gives)) {
            return;
        }
        gave.ifPresent(held -> grants.end(scope, List.of(held.post()), scope.day()));
        gives.ifPresent(held -> grants.begin(scope, List.of(held)));
    }

    /** After posts were entered. */
    void begin(Scope scope, List<Post> posts) {
        grants.begin(
                scope,
                posts.stream()
                        .map(post -> given(post, scope.day()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** After posts were taken back: what they gave, they never gave. */
    void withdraw(Scope scope, List<Post> posts) {
        grants.end(
                scope,
                posts.stream()
                        .filter(post -> given(post, scope.day()).isPresent())
                        .map(Post::id)
                        .toList(),
                scope.day());
    }

    /** What a post gives its holder on a day. */
    static Optional<Held> given(Post post, LocalDate day) {
        return post.kind() == PostKind.SECRETARY && post.heldOn(day)
                ? Optional.ofNullable(post.member())
                        .map(member -> new Held(post.id(), member, post.organization()))
                : Optional.empty();
    }
}
