package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.register.ChangedSince;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes back what an import made of posts, with the rights that rest on them. */
@Component
class OfficerUndo {

    private final OfficerRosterStore store;
    private final PostStore posts;
    private final PostRights rights;
    private final PostActs acts;
    private final RosterLocks locks;
    private final OfficerBefore text;
    private final ChangedSince since;
    private final Journal journal;

    OfficerUndo(
            OfficerRosterStore store,
            PostStore posts,
            PostRights rights,
            PostActs acts,
            RosterLocks locks,
            OfficerBefore text,
            ChangedSince since,
            Journal journal) {
        this.store = store;
        this.posts = posts;
        this.rights = rights;
        this.acts = acts;
        this.locks = locks;
        this.text = text;
        this.since = since;
        this.journal = journal;
    }

    List<Left> undo(Scope scope, List<Written> written) {
        locks.alone();
        var stand = lock(written);
        var left = new ArrayList<Left>();
        var removed = new ArrayList<Post>();
        var told = new ArrayList<Act>();
        for (var one : written) {
            var post = stand.get(one.subject());
            var kept = one.before();
            if (post == null) {
                left.add(new Left(one.row(), "导入以后有人删去了这一任职，或党组织已不在您的管理范围内"));
            } else if (post.version() != one.version()) {
                left.add(new Left(one.row(), since.told(post.organization(), "post.")));
            } else if (kept == null) {
                removed.add(post);
                told.addAll(acts.undone(post, null, scope.day()));
            } else {
                var before = text.read(kept);
                posts.change(before);
                rights.follow(scope, post, before);
                told.addAll(acts.undone(post, before, scope.day()));
            }
        }
        rights.withdraw(scope, removed);
        store.remove(removed.stream().map(Post::id).toList());
        journal.append(scope.actor(), told);
        left.sort(Comparator.comparingInt(Left::row));
        return left;
    }

    /** Whoever writes posts by hand locks the organization first. */
    private Map<UUID, Post> lock(List<Written> written) {
        var ids = written.stream().map(Written::subject).toList();
        locks.organizations(
                store.byId(ids).stream().map(Post::organization).collect(Collectors.toSet()));
        var stand = new HashMap<UUID, Post>();
        store.byId(ids).forEach(post -> stand.put(post.id(), post));
        return stand;
    }
}
