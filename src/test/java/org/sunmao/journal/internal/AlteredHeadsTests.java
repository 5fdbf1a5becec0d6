package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sunmao.journal.internal.AlteredJournalTests.found;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.sunmao.house.HouseTest;
import org.sunmao.journal.internal.Finding.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whoever rewrites hashes, heads or the file to hide what was done, is found out. */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class AlteredHeadsTests {

    private static final String ALTER = "update journal.entry set action = 'test.lie' where id = ?";

    @TempDir Path folder = Path.of("");
    @Autowired ApplicationContext context;

    JournalHouse house;
    List<UUID> early = List.of();
    List<UUID> middle = List.of();
    List<UUID> late = List.of();

    @BeforeAll
    void threeHeads() {
        house = new JournalHouse(context);
        early = sealed(4);
        middle = sealed(5);
        late = sealed(3);
    }

    private List<UUID> sealed(int count) {
        var ids = house.say(count);
        house.seal();
        return ids;
    }

    @Test
    void anAlteredHashOfALeafIsNamed() throws Exception {
        var victim = middle.get(1);
        var number = house.leaf(victim);
        try (var by = tamper()) {
            by.run("update journal.leaf set hash = sha256(hash) where entry = ?", victim);
            found(by).containsExactly(tuple(Kind.ALTERED_LEAF, victim, number));
        }
    }

    @Test
    void anEntryAlteredTogetherWithItsHashIsNamedByTheFile() throws Exception {
        var victim = middle.get(1);
        var number = house.leaf(victim);
        try (var by = tamper()) {
            by.run(ALTER, victim);
            by.run(as -> new Forger(as, house.vault).rewriteHash(victim));
            found(by).containsExactly(tuple(Kind.ALTERED_ENTRY, victim, number));
        }
    }

    @Test
    void anEntryAlteredTogetherWithItsHashAndAllHeadsIsNamedByTheFile() throws Exception {
        var victim = middle.get(1);
        var number = house.leaf(victim);
        try (var by = tamper()) {
            by.run(ALTER, victim);
            by.run(
                    as -> {
                        new Forger(as, house.vault).rewriteHash(victim);
                        new Forger(as, house.vault).rewriteHeads();
                    });
            found(by)
                    .contains(
                            tuple(Kind.ALTERED_ENTRY, victim, number),
                            tuple(Kind.FALSE_HEAD, null, house.leaf(late.getLast())));
        }
    }

    @Test
    void withoutTheFileTheSignatureStillTellsThatSomethingWasAltered() throws Exception {
        var victim = middle.get(1);
        try (var by = tamper()) {
            Files.delete(by.file());
            found(by).containsExactly(tuple(Kind.MISSING_FILE, null, null));
            by.run(ALTER, victim);
            by.run(as -> new Forger(as, house.vault).rewriteHash(victim));
            assertThat(by.found())
                    .extracting(Finding::kind)
                    .containsExactly(Kind.MISSING_FILE, Kind.UNFIT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root = sha256(root)",
                "peaks = peaks || sha256(peaks)",
                "peaks = sha256(peaks)",
                "sealed_at = sealed_at - interval '1 second'",
                "transaction = '4'",
                "entry = gen_random_uuid()",
                "signature = overlay(signature placing '\\x00' from 20)",
                "signature = ''",
                "root = ''"
            })
    void anAlteredHeadIsNamed(String change) throws Exception {
        var size = house.leaf(middle.getLast());
        try (var by = tamper()) {
            by.run("update journal.head set " + change + " where size = ?", size);
            found(by).containsExactly(tuple(Kind.FALSE_HEAD, null, size));
        }
    }

    @Test
    void aHeadOfAnImpossibleSizeIsNamedAndDoesNotKeepAnybodyBusy() throws Exception {
        var size = house.leaf(late.getLast());
        try (var by = tamper()) {
            by.run("update journal.head set size = 9000000000000000000 where size = ?", size);
            found(by).contains(tuple(Kind.FALSE_HEAD, null, 9_000_000_000_000_000_000L));
        }
    }

    @Test
    void aRemovedHeadIsNamed() throws Exception {
        try (var by = tamper()) {
            by.run("delete from journal.head where size = ?", house.leaf(middle.getLast()));
            assertThat(by.found()).extracting(Finding::kind).containsExactly(Kind.REMOVED_HEAD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads", "heads and leaves", "heads, leaves and entries"})
    void aMissingTailIsNamed(String what) throws Exception {
        var from = house.leaf(late.getFirst());
        var last = house.leaf(late.getLast());
        try (var by = tamper()) {
            by.run("delete from journal.head where size >= ?", from);
            if (what.contains("entries")) {
                for (var entry : late) {
                    by.run("delete from journal.detail where entry = ?", entry);
                    by.run("delete from journal.entry where id = ?", entry);
                }
            }
            if (what.contains("leaves")) {
                by.run("delete from journal.leaf where number >= ?", from);
            }
            found(by).contains(tuple(Kind.MISSING_TAIL, null, last));
            if (what.equals("heads and leaves")) {
                found(by).contains(tuple(Kind.REMOVED_LEAF, late.get(1), from + 1));
            }
        }
    }

    @Test
    void aDatabaseThatWasTurnedBackAndWentOnIsNamed() throws Exception {
        var from = house.leaf(late.getFirst());
        var last = house.leaf(late.getLast());
        try (var by = tamper()) {
            by.run("delete from journal.head where size >= ?", from);
            by.run("delete from journal.leaf where number >= ?", from);
            by.run(
                    as -> {
                        for (var entry : late.reversed()) {
                            new Forger(as, house.vault).seal(entry);
                        }
                    });
            found(by).contains(tuple(Kind.FORK, null, last));
        }
    }

    @Test
    void aLineThatWasAlteredRemovedOrMovedIsNamed() throws Exception {
        try (var by = tamper()) {
            var lines = by.lines();
            for (var edited : edited(lines)) {
                by.file(edited);
                assertThat(by.found())
                        .as("%s", edited.get(lines.size() - 3))
                        .isNotEmpty()
                        .extracting(Finding::kind)
                        .containsOnly(Kind.ALTERED_FILE);
            }
        }
    }

    /** The second last line: its time, its root, its leaves, no line, twice, before the other. */
    private static List<List<String>> edited(List<String> lines) {
        var at = lines.size() - 2;
        var line = lines.get(at);
        var all = new ArrayList<List<String>>();
        for (var forged :
                List.of(
                        line.replaceFirst("\"sealedAt\":\"20", "\"sealedAt\":\"19"),
                        line.replaceFirst("\"root\":\"..", "\"root\":\"zz"),
                        line.replaceFirst("\"leaves\":\"....", "\"leaves\":\"AAAA"),
                        line.replaceFirst("\"leaves\":\"[^\"]*", "\"leaves\":\""),
                        "{",
                        "")) {
            var copy = new ArrayList<>(lines);
            copy.set(at, forged);
            all.add(copy);
        }
        var without = new ArrayList<>(lines);
        without.remove(at);
        all.add(without);
        var twice = new ArrayList<>(lines);
        twice.add(at, line);
        all.add(twice);
        var moved = new ArrayList<>(lines);
        moved.add(at - 1, moved.remove(at));
        all.add(moved);
        return all;
    }

    @Test
    void aFileCutOffIsNamedOnceItsLastHeadsAreNoLongerOnTheirWay() throws Exception {
        try (var by = tamper()) {
            by.file(by.lines().subList(0, by.lines().size() - 2));
            assertThat(by.found()).isEmpty();
            by.run("update journal.head set sealed_at = sealed_at - interval '2 minutes'");
            assertThat(by.found()).extracting(Finding::kind).contains(Kind.ALTERED_FILE);
        }
    }

    private Tampering tamper() throws SQLException, IOException {
        return new Tampering(house, folder);
    }
}
