package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.assertj.core.groups.Tuple;
import org.sunmao.journal.Followed;
import org.sunmao.journal.internal.Evidence.Detail;
import org.sunmao.journal.internal.Evidence.Loose;
import org.sunmao.journal.internal.Evidence.Sealed;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.journal.internal.SealStore.Grown;
import org.sunmao.vault.Vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/** The verification alone, fed with journals of any size. */
class VerificationPropertyTests {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Vault VAULT = new OpenVault();

    /** Of every leaf one of: untouched, entry altered, entry removed, leaf and entry removed. */
    @Property(tries = 300)
    void exactlyWhatWasTouchedIsNamed(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> deeds,
            @ForAll @IntRange(min = 1, max = 12) int batch) {
        var leaves = new ArrayList<Sealed>();
        var expected = new ArrayList<Tuple>();
        for (var i = 0; i < deeds.size(); i++) {
            var number = i + 1L;
            var leaf = leaf(number);
            switch (deeds.get(i)) {
                case 0 -> {
                    leaves.add(new Sealed(number, id(number), leaf.hash(), altered(number)));
                    expected.add(tuple(Kind.ALTERED_ENTRY, number));
                }
                case 1 -> {
                    leaves.add(new Sealed(number, id(number), leaf.hash(), null));
                    expected.add(tuple(Kind.REMOVED_ENTRY, number));
                }
                case 2 -> expected.add(tuple(Kind.REMOVED_LEAF, number));
                default -> leaves.add(leaf);
            }
        }
        assertThat(findings(leaves, deeds.size(), batch))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 100)
    void movedLeavesAreNamed(
            @ForAll @Size(min = 2, max = 2) Set<@IntRange(min = 1, max = 50) Integer> two,
            @ForAll @IntRange(min = 1, max = 12) int batch) {
        var places = new TreeSet<>(two);
        long one = places.first();
        long other = places.last();
        var leaves =
                new ArrayList<>(
                        LongStream.rangeClosed(1, 50)
                                .mapToObj(VerificationPropertyTests::leaf)
                                .toList());
        Collections.swap(leaves, (int) one - 1, (int) other - 1);
        for (var i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            leaves.set(i, new Sealed(i + 1L, leaf.id(), leaf.hash(), leaf.of()));
        }
        assertThat(findings(leaves, 50, batch))
                .containsExactly(tuple(Kind.REORDERED, one), tuple(Kind.REORDERED, other));
    }

    /** Leaves are made as they are asked for: nothing holds them all. */
    @Example
    void aLongJournalIsReadThroughOnce() {
        var count = 100_000;
        var leaves =
                LongStream.rangeClosed(1, count)
                        .mapToObj(VerificationPropertyTests::leaf)
                        .iterator();
        var report = new Verification(evidence(leaves, count, 1000), VAULT).run();
        assertThat(report.findings().kept()).isEmpty();
        assertThat(report.sealed()).isEqualTo(count);
    }

    private static List<Tuple> findings(List<Sealed> leaves, int size, int batch) {
        var report = new Verification(evidence(leaves.iterator(), size, batch), VAULT).run();
        return report.findings().kept().stream()
                .map(finding -> tuple(finding.kind(), finding.leaf()))
                .toList();
    }

    private static Evidence evidence(Iterator<Sealed> leaves, int size, int batch) {
        var heads = new ArrayList<Grown>();
        var lines = new ArrayList<String>();
        var tree = new Tree();
        var hashes = new ArrayList<byte[]>();
        for (var number = 1L; number <= size; number++) {
            hashes.add(leaf(number).hash());
            tree.add(hashes.getLast());
            if (number % batch == 0 || number == size) {
                var head = head(tree, number - hashes.size());
                heads.add(new Grown(head, tree.peaks()));
                lines.add(HeadLine.of(head, hashes).text().strip());
                hashes.clear();
            }
        }
        return new Evidence(
                START.plusSeconds(size),
                leaves,
                Collections.emptyIterator(),
                heads.iterator(),
                size,
                lines.iterator(),
                Collections.emptyIterator());
    }

    private static Head head(Tree tree, long previous) {
        var at = START.plusSeconds(tree.size());
        var head =
                new Head(
                        tree.size(),
                        previous,
                        tree.root(),
                        at,
                        tree.size(),
                        id(tree.size()),
                        new byte[0]);
        return head.signed(VAULT.sign(Head.PURPOSE, head.message()));
    }

    private static Sealed leaf(long number) {
        var of = entry(number, "test.say");
        return new Sealed(number, id(number), EntryHash.of(of.entry()), of);
    }

    private static Loose altered(long number) {
        return entry(number, "test.lie");
    }

    private static Loose entry(long number, String action) {
        var salt = new byte[] {1};
        var entry =
                new Followed(
                        id(number),
                        START.plusSeconds(number).atOffset(ZoneOffset.UTC),
                        null,
                        null,
                        "test",
                        null,
                        action,
                        "test",
                        null,
                        LocalDate.EPOCH,
                        List.of(),
                        Commitment.of(salt, "said"),
                        number);
        return new Loose(entry, new Detail(null, null, salt, "said".getBytes(UTF_8)), null);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    /** Hides nothing, and signs by hashing. */
    private static final class OpenVault implements Vault {

        @Override
        public byte[] seal(String field, String clear) {
            return clear.getBytes(UTF_8);
        }

        @Override
        public String open(String field, byte[] sealed) {
            return new String(sealed, UTF_8);
        }

        @Override
        public byte[] blindIndex(String field, String clear) {
            return clear.getBytes(UTF_8);
        }

        @Override
        public byte[] sign(String purpose, byte[] message) {
            return Tree.sha256().digest(message);
        }

        @Override
        public boolean signed(String purpose, byte[] message, byte[] signature) {
            return Arrays.equals(signature, sign(purpose, message));
        }

        @Override
        public byte[] publicKey(String purpose) {
            return new byte[0];
        }
    }
}
