package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.sunmao.house.HouseTest;
import org.sunmao.journal.Erasure;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@HouseTest
class SealerTests {

    @TempDir Path folder = Path.of("");
    @Autowired ApplicationContext context;

    JournalHouse house;

    @BeforeEach
    void house() {
        house = new JournalHouse(context);
    }

    @Test
    void whatIsSealedIsProvedAndHistorySaysSo() throws Exception {
        var subject = UUID.randomUUID();
        house.append(List.of(JournalHouse.act(subject, "one")));
        house.seal();

        var recorded = house.scopes.system("test", _ -> house.journal.of(subject, null, 1));
        assertThat(recorded.getFirst().sealed()).isEqualTo(house.leaf(house.idOf(subject)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.headsFile())))
                .isEqualTo("rw-------");
        assertWhole();
    }

    @Test
    void aBigTransactionIsSealedInHeadsOfAtMostAThousand() throws Exception {
        var subject = UUID.randomUUID();
        var acts =
                IntStream.range(0, 2500)
                        .mapToObj(i -> JournalHouse.act(subject, "word " + i))
                        .toList();
        house.append(acts);
        house.seal();

        assertThat(
                        house.jdbc
                                .sql("select max(size - previous) from journal.head")
                                .query(Long.class)
                                .single())
                .isLessThanOrEqualTo(1000);
        assertWhole();
    }

    /** Who began first and commits last is neither left out nor overtaken. */
    @Test
    void aLongTransactionIsNotLost() throws Exception {
        var open = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var slow = UUID.randomUUID();
        try (var other = Executors.newSingleThreadExecutor()) {
            var running = other.submit(() -> slowly(slow, written, open));
            written.await();
            var quick = house.say(1).getFirst();
            house.step(context.getBean(Sealer.class));
            assertThat(house.leaf(quick)).as("waits for who began before").isZero();
            open.countDown();
            running.get();
            house.seal();
            assertThat(house.leaf(house.idOf(slow))).isBetween(1L, house.leaf(quick) - 1);
        }
        assertWhole();
    }

    private UUID slowly(UUID subject, CountDownLatch written, CountDownLatch open) {
        return house.scopes.system(
                "test",
                _ -> {
                    house.journal.append(JournalHouse.ACTOR, JournalHouse.act(subject, "slow"));
                    written.countDown();
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return subject;
                });
    }

    @Test
    void whileManyWriteAndSeveralSealEachEntryIsSealedOnceAndFollowedOnce() throws Exception {
        var seen = Collections.synchronizedList(new ArrayList<UUID>());
        var follower = new Seeing("test-" + UUID.randomUUID(), seen);
        context.getBean(FollowerStore.class).add(follower.name());
        var written = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var writing = new ArrayList<Future<List<UUID>>>();
            for (var i = 0; i < 6; i++) {
                writing.add(threads.submit(() -> house.say(25)));
            }
            for (var i = 0; i < 2; i++) {
                var _ = threads.submit(() -> IntStream.range(0, 60).forEach(_ -> work(follower)));
            }
            for (var each : writing) {
                written.addAll(each.get());
            }
        }
        house.seal();
        IntStream.range(0, 20).forEach(_ -> house.step(follower));

        assertThat(written).allSatisfy(id -> assertThat(house.leaf(id)).isPositive());
        assertThat(seen).doesNotHaveDuplicates().containsAll(written);
        assertWhole();
    }

    private void work(Follower follower) {
        house.step(context.getBean(Sealer.class));
        house.step(follower);
    }

    private record Seeing(String name, List<UUID> seen) implements Follower {

        @Override
        public Duration every() {
            return Duration.ZERO;
        }

        @Override
        public void take(List<Followed> entries) {
            entries.forEach(entry -> seen.add(entry.id()));
        }
    }

    @Test
    void theHouseSealsByItselfWithinSeconds() throws Exception {
        var entry = house.say(1).getFirst();
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (house.leaf(entry) == 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(100);
        }
    }

    @Test
    void whatWasErasedIsGoneAndTheJournalIsWhole() throws Exception {
        var gone = house.say(2);
        var why = new Erasure(LocalDate.of(2026, 11, 1), "保存期满", "PRV-06");
        int erased =
                house.scopes.system(
                        "test", _ -> house.journal.erase(JournalHouse.ACTOR, why, gone));
        house.seal();

        assertThat(erased).isEqualTo(2);
        try (var as = new Tampering(house, folder)) {
            var report = as.verify();
            assertThat(report.findings().kept()).isEmpty();
            assertThat(report.erased()).isGreaterThanOrEqualTo(2);
            as.run(
                    "insert into journal.erased select ?, erasure from journal.erased"
                            + " where entry = ?",
                    house.say(1).getFirst(),
                    gone.getFirst());
            assertThat(as.found())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.FALSE_ERASURE);
        }
    }

    @Test
    void nothingIsErasedPastTheOneFunctionAndWithoutAnEntryThatTellsOfIt() {
        var entry = house.say(1).getFirst();

        refused("delete from journal.detail where entry = '%s'", entry, "permission denied");
        refused("select journal.erase(gen_random_uuid(), array['%s'::uuid])", entry, "purpose");
        refused(
                "select journal.erase(gen_random_uuid(), array['%s'::uuid])"
                        + " from (select set_config('sunmao.purpose', 'erase', true)) s"
                        + " where set_config is not null",
                entry, "an entry of its own");
    }

    private void refused(String sql, UUID entry, String why) {
        assertThatThrownBy(
                        () ->
                                house.scopes.system(
                                        "test",
                                        _ ->
                                                house.jdbc
                                                        .sql(sql.replace("%s", entry.toString()))
                                                        .query((_, _) -> true)
                                                        .list()))
                .rootCause()
                .hasMessageContaining(why);
    }

    /** Transactions of another server, restored into one that counts lower, are no order. */
    @Test
    void aJournalAheadOfItsServerIsNoticed() throws Exception {
        try (var as = new Tampering(house, folder)) {
            as.run(
                    connection -> {
                        var store = new FollowerStore(JournalHouse.sql(connection));
                        assertThat(store.isAheadOfTheServer()).isFalse();
                        as.run(
                                "update journal.entry set transaction = '99999999999' where id = ?",
                                house.say(1).getFirst());
                        assertThat(store.isAheadOfTheServer()).isTrue();
                    });
        }
    }

    /** Half a line and no line at all: what a crash leaves behind. */
    @Test
    void whatACrashKeptFromTheFileIsAddedFromTheDatabase() throws Exception {
        house.say(2);
        house.seal();
        var lines = Files.readAllLines(house.headsFile());
        var torn = folder.resolve("data");
        Files.createDirectory(torn);
        var file = torn.resolve(HeadsFile.NAME);
        var whole = String.join("\n", lines.subList(0, lines.size() - 1));
        Files.writeString(file, whole + "\n" + lines.getLast().substring(0, 40));

        new HeadsFile(new Folder(torn), context.getBean(SealStore.class), house.vault).catchUp();

        assertThat(Files.readAllLines(file)).startsWith(lines.toArray(String[]::new));
    }

    @Test
    void aFileThatIsGoneIsMadeAnewAndSaysSo() throws Exception {
        house.say(1);
        house.seal();
        var empty = Files.createDirectory(folder.resolve("empty"));

        new HeadsFile(new Folder(empty), context.getBean(SealStore.class), house.vault).catchUp();

        var lines = Files.readAllLines(empty.resolve(HeadsFile.NAME));
        assertThat(lines.getFirst()).contains("begun");
        try (var as = new Tampering(house, folder)) {
            as.file(lines);
            var report = as.verify();
            assertThat(report.findings().kept()).isEmpty();
            assertThat(report.findings().notices()).singleElement().asString().contains("重新建立");
        }
    }

    private void assertWhole() throws Exception {
        try (var nothing = new Tampering(house, folder)) {
            assertThat(nothing.found()).isEmpty();
        }
    }
}
