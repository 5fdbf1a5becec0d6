package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.SignedIn;
import org.sunmao.web.NotFound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Those who watch the same board within the same scope: it is made once for all of them, and never
 * more often than the rest between two boards allows.
 */
final class BoardGroup {

    private static final Logger LOG = LoggerFactory.getLogger(BoardGroup.class);
    private static final long REST_NANOS = Duration.ofMillis(500).toNanos();
    private static final MediaType JSON = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /**
     * @param top of the scope within which it is seen
     */
    record Watched(UUID organization, UUID top) {}

    private final Watched key;
    private final Function<SignedIn, String> board;
    private final Set<BoardWatcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger expected = new AtomicInteger();
    private volatile boolean changed;
    private volatile long madeNanos = System.nanoTime() - REST_NANOS;
    private @Nullable String told;

    BoardGroup(Watched key, Function<SignedIn, String> board) {
        this.key = key;
        this.board = board;
    }

    /** Stays there for somebody who is about to join. */
    BoardGroup expecting() {
        expected.incrementAndGet();
        return this;
    }

    Set<BoardWatcher> watchers() {
        return watchers;
    }

    /**
     * Lets somebody in, who is told the board as the others know it.
     *
     * @param permission throws for whoever may not see it
     */
    synchronized void join(BoardWatcher watcher, Runnable permission) {
        try {
            if (told == null) {
                told = board.apply(watcher.who());
                madeNanos = System.nanoTime();
            } else {
                permission.run();
            }
            watcher.begin(event(told));
            watchers.add(watcher);
        } finally {
            expected.decrementAndGet();
        }
    }

    /** Lets go whose right has ended or who has gone; null once nobody is left. */
    @Nullable BoardGroup swept() {
        watchers.removeIf(BoardGroup::gone);
        return watchers.isEmpty() && expected.get() == 0 ? null : this;
    }

    private static boolean gone(BoardWatcher one) {
        if (one.ended()) {
            one.end();
            return true;
        }
        one.beat();
        return false;
    }

    void change() {
        changed = true;
    }

    /** Whether a new board is wanted, and the last one is old enough. */
    boolean due() {
        return changed && System.nanoTime() - madeNanos >= REST_NANOS;
    }

    /** Makes the board anew, and tells it to all if it is another one. */
    synchronized void renew() {
        var one = watchers.stream().filter(each -> !each.ended()).findFirst();
        if (one.isEmpty()) {
            return;
        }
        changed = false; // what changes from here on may be missing in it
        try {
            var made = board.apply(one.get().who());
            if (!made.equals(told)) {
                told = made;
                var event = event(made);
                watchers.forEach(each -> each.offer(event));
            }
        } catch (NotFound _) {
            watchers.forEach(BoardWatcher::end); // it lies in their scope no more
        } catch (RuntimeException e) {
            changed = true;
            LOG.warn("The board of {} cannot be made; it is tried again", key.organization(), e);
        }
        madeNanos = System.nanoTime();
    }

    private static Set<DataWithMediaType> event(String board) {
        return SseEmitter.event().name("board").data(board, JSON).build();
    }
}
