package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.house.HouseTest;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class FollowingTests {

    @Autowired ApplicationContext context;
    @Autowired FollowerStore store;
    @Autowired PlatformTransactionManager transactions;

    /** Fails some times, as a database that is away for a while would let it. */
    private static final class Failing implements Follower {

        private final String name = "test-" + UUID.randomUUID();
        private final List<UUID> seen = Collections.synchronizedList(new ArrayList<>());
        private int failures = 3;

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(20);
        }

        @Override
        public void take(List<Followed> entries) {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("the database is away");
            }
            entries.forEach(entry -> seen.add(entry.id()));
        }
    }

    @Test
    void whatFailsIsToldOnceAndTriedAgainAndNothingIsMissed(CapturedOutput output)
            throws InterruptedException {
        var house = new JournalHouse(context);
        var follower = new Failing();
        store.add(follower.name());
        var written = house.say(3);
        var following = new Following(follower, store, new TransactionTemplate(transactions));
        var thread = Thread.ofVirtual().start(following);
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(follower.seen).containsAll(written));
        } finally {
            following.end();
            thread.join();
        }
        assertThat(follower.seen).doesNotHaveDuplicates();
        assertThat(output.getOut().split("Follower " + follower.name() + " cannot go on", -1))
                .hasSize(2);
        assertThat(output).contains("Follower " + follower.name() + " goes on");
    }

    @Test
    void whoeverListensIsWokenByACommit() throws Exception {
        var house = new JournalHouse(context);
        try (var listening = house.superuser();
                var statement = listening.createStatement()) {
            listening.setAutoCommit(true);
            statement.execute("listen journal");
            house.say(1);
            var heard = listening.unwrap(PGConnection.class).getNotifications(5000);
            assertThat(heard).isNotEmpty();
        }
    }

    /** Is told to end while it takes its first batch. */
    private static final class Closing implements Follower {

        private final String name = "test-" + UUID.randomUUID();
        private Runnable close = () -> {};
        private int taken;

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(20);
        }

        @Override
        public void take(List<Followed> entries) {
            taken += entries.size();
            close.run();
        }
    }

    @Test
    void aHouseThatClosesDoesNotWaitForAFollowerThatIsFarBehind() throws InterruptedException {
        var house = new JournalHouse(context);
        var follower = new Closing();
        store.add(follower.name());
        var count = 4 * Following.BATCH;
        house.append(
                IntStream.range(0, count)
                        .mapToObj(i -> JournalHouse.act(UUID.randomUUID(), "word " + i))
                        .toList());
        var following = new Following(follower, store, new TransactionTemplate(transactions));
        follower.close = following::end;
        var thread = Thread.ofVirtual().start(following);
        thread.join();
        assertThat(follower.taken).isEqualTo(2 * Following.BATCH);
    }
}
