package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds.Watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Whoever reads slowly sees fewer boards, and never an old one after a newer one. */
class BoardWatcherTests {

    /** A connection that takes nothing until it is let. */
    private static final class Slow extends SseEmitter {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch let = new CountDownLatch(1);
        private final List<String> taken = new ArrayList<>();

        @Override
        public void send(Set<DataWithMediaType> items) {
            began.countDown();
            try {
                let.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            items.forEach(item -> taken.add(item.getData().toString()));
        }
    }

    private static final class Right implements Watch {

        private boolean closed;

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public boolean endsWithin(Duration time) {
            return false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void ofManyBoardsThatCouldNotBeSentOnlyTheNewestIs() throws Exception {
        var slow = new Slow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watcher = new BoardWatcher(who(), new Right(), slow, threads);
            watcher.offer(event("first"));
            slow.began.await();
            for (var i = 0; i < 1000; i++) {
                watcher.offer(event("board " + i));
            }
            slow.let.countDown();
        }
        assertThat(slow.taken).filteredOn(text -> text.contains("board")).hasSize(1);
        assertThat(String.join("", slow.taken)).contains("first", "board 999");
    }

    @Test
    void nothingIsSentAfterTheEnd() throws Exception {
        var slow = new Slow();
        var right = new Right();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watcher = new BoardWatcher(who(), right, slow, threads);
            watcher.offer(event("first"));
            slow.began.await();
            watcher.offer(event("second"));
            watcher.end();
            watcher.offer(event("third"));
            slow.let.countDown();
            assertThat(watcher.ended()).isTrue();
        }
        assertThat(right.closed).isTrue();
        assertThat(String.join("", slow.taken)).contains("first").doesNotContain("second", "third");
    }

    private static Set<DataWithMediaType> event(String text) {
        return SseEmitter.event().data(text).build();
    }

    private static SignedIn who() {
        return new SignedIn(
                UUID.randomUUID(),
                "user",
                "演示用户",
                Role.COUNTY_OFFICER,
                UUID.randomUUID(),
                null,
                SignedIn.State.OPEN);
    }
}
