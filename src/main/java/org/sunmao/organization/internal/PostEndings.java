package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.PostGrants;
import org.sunmao.access.Scope;
import org.sunmao.journal.Journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ends posts and terms, with the rights that rest on them. */
@Component
class PostEndings {

    private final PostStore posts;
    private final TermStore terms;
    private final PostActs acts;
    private final PostGrants grants;
    private final Journal journal;

    PostEndings(
            PostStore posts, TermStore terms, PostActs acts, PostGrants grants, Journal journal) {
        this.posts = posts;
        this.terms = terms;
        this.acts = acts;
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * An organization, which the caller has locked, is no more from that day on: so are its posts
     * and its term. What would have begun that day or later never was.
     *
     * @param reason in Chinese, as it stands with each post
     * @return the posts that ended, as they were
     */
    List<Post> endAll(Scope scope, UUID organization, LocalDate on, String reason) {
        var ending = posts.of(organization).stream().filter(p -> p.to().isAfter(on)).toList();
        for (var term : terms.of(organization)) {
            end(term, on);
        }
        end(scope, ending, on, reason);
        return ending;
    }

    /** Single posts end, with the rights that rest on them. */
    void end(Scope scope, List<Post> ending, LocalDate on, String reason) {
        for (var post : ending) {
            end(post, on, reason);
        }
        grants.end(scope, ending.stream().map(Post::id).toList(), on);
        var told = new ArrayList<org.sunmao.journal.Act>();
        ending.forEach(post -> told.addAll(acts.ended(post, on)));
        journal.append(scope.actor(), told);
    }

    private void end(Post post, LocalDate on, String reason) {
        if (post.from().isBefore(on)) {
            posts.change(post.ended(on, reason));
        } else {
            posts.remove(post);
        }
    }

    private void end(Term term, LocalDate on) {
        if (!term.begins().isBefore(on)) {
            terms.remove(term);
        } else if (term.ends().isAfter(on)) {
            terms.change(term.ended(on));
        }
    }
}
