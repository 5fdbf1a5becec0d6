package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.organization.internal.PostKind.Group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The posts held in one organization on one day. */
record Board(List<Post> posts) {

    private static final Comparator<Post> ORDER =
            Comparator.comparing(Post::kind).thenComparing(Post::from).thenComparing(Post::id);

    Board {
        posts = posts.stream().sorted(ORDER).toList();
    }

    /** Who leads the organization (班子), the secretary first. */
    List<Post> officers() {
        return of(post -> post.kind().group() == Group.OFFICER);
    }

    List<Post> of(PostKind kind) {
        return of(post -> post.kind() == kind);
    }

    private List<Post> of(Predicate<Post> which) {
        return posts.stream().filter(which).toList();
    }

    Optional<Post> held(PostKind kind) {
        return of(kind).stream().findFirst();
    }

    /** How many persons are in its committee; whoever was sent there is not counted (R-CD-10). */
    int size() {
        return (int)
                officers().stream()
                        .filter(post -> post.kind() != PostKind.GROUP_LEADER)
                        .map(post -> post.member() == null ? post.name() : post.member())
                        .distinct()
                        .count();
    }

    @Nullable String secretary() {
        return held(PostKind.SECRETARY).map(Post::name).orElse(null);
    }

    /** 副书记：李四；组织委员：王五. */
    @Nullable String others(Codes codes) {
        var others =
                officers().stream()
                        .filter(post -> post.kind() != PostKind.SECRETARY)
                        .map(
                                post ->
                                        codes.label(CodeTable.POST_KIND, post.kind().code())
                                                + "："
                                                + post.name())
                        .collect(Collectors.joining("；"));
        return others.isEmpty() ? null : others;
    }
}
