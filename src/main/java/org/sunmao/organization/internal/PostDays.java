package org.sunmao.organization.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.organization.People;
import org.sunmao.organization.Posts;

import java.util.List;
import java.util.UUID;

/** Looks once a day for posts of people who are members no more, and ends them (SEC-06). */
@Component
class PostDays {

    private static final Logger LOG = LoggerFactory.getLogger(PostDays.class);
    private static final String REASON = "不再是党员";
    private static final int PIECE = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Scopes scopes;
    private final HeldPosts held;
    private final Posts posts;
    private final People people;

    PostDays(Scopes scopes, HeldPosts held, Posts posts, People people) {
        this.scopes = scopes;
        this.held = held;
        this.posts = posts;
        this.people = people;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 20 0 * * *", zone = "${sunmao.zone}")
    void run() {
        try {
            var after = FIRST;
            while (true) {
                var from = after;
                var piece = scopes.system("leavers", scope -> end(scope, from));
                if (piece.size() < PIECE) {
                    return;
                }
                after = piece.getLast();
            }
        } catch (RuntimeException e) {
            LOG.error("posts of people who left were not ended", e);
        }
    }

    private List<UUID> end(Scope scope, UUID after) {
        var members = held.holders(after, scope.day(), PIECE);
        var gone = members.isEmpty() ? members : people.gone(members, scope.day());
        if (!gone.isEmpty()) {
            posts.left(scope, gone, scope.day(), REASON);
        }
        return members;
    }
}
