package org.sunmao.organization.internal;

import org.sunmao.organization.internal.PostDirectory.Question;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The order in which the posts of one organization are told: those held first, by rank. */
final class PostOrder {

    private PostOrder() {}

    /** One page of them; an organization has few enough posts to be read whole. */
    static Page<Post> page(List<Post> posts, LocalDate day, Question question) {
        var after = PageKey.read(question.after(), 2);
        var behind = after == null ? "" : after.getFirst() + PageKey.uuid(after.getLast());
        var rows =
                posts.stream()
                        .filter(post -> (place(post, day) + post.id()).compareTo(behind) > 0)
                        .sorted(Comparator.comparing(post -> place(post, day) + post.id()))
                        .limit(question.limit() + 1L)
                        .toList();
        return Page.of(
                rows, question.limit(), post -> List.of(place(post, day), post.id().toString()));
    }

    private static String place(Post post, LocalDate day) {
        return "%d%02d".formatted(post.heldOn(day) ? 0 : 1, post.kind().rank());
    }
}
