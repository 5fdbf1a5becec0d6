package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Followed;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.journal.internal.FollowerStore.Position;
import org.sunmao.journal.internal.Marks.Mark;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The leaves between two marks. What is true of them is told by the signed root: the entries as
 * they stand, or the hashes as they are stored; and if neither fits, the first bytes in the file.
 */
final class Segment {

    /** A leaf with the hash its entry has now. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Item(
            long number,
            @Nullable Followed entry,
            byte[] stored,
            byte @Nullable [] actual,
            byte @Nullable [] prefix) {}

    private final Findings findings;
    private final Mismatches mismatches;
    private final RecordedTimes times;
    private final List<Item> items = new ArrayList<>();

    /** Null while it is not known, after a stretch that could not be proved. */
    private @Nullable Tree base = new Tree();

    private @Nullable Tree byEntries = new Tree();
    private @Nullable Tree byHashes = new Tree();
    private boolean named;
    private boolean fileIsFalse;
    private @Nullable Position newest;

    Segment(Findings findings, Mismatches mismatches, RecordedTimes times) {
        this.findings = findings;
        this.mismatches = mismatches;
        this.times = times;
    }

    void add(Item item) {
        items.add(item);
        byHashes = grown(byHashes, item.stored());
        byEntries = grown(byEntries, item.actual());
    }

    /** A leaf is not there. */
    void gap() {
        byHashes = null;
        byEntries = null;
        named = true;
    }

    void close(Mark mark) {
        var entriesFit = fits(byEntries, mark);
        var hashesFit = fits(byHashes, mark);
        for (var item : items) {
            look(item, mark, entriesFit, hashesFit);
        }
        if (fileIsFalse) {
            var note = "第 %d 条所在的一行，叶的散列与签名的头不符".formatted(mark.size());
            findings.add(Finding.of(Kind.ALTERED_FILE, mark.size(), note));
        }
        if (!entriesFit && !hashesFit && !named && base != null && mark.sound() != null) {
            var note = "第 %d 条至第 %d 条之间有改动，指不出是哪一条".formatted(base.size() + 1, mark.size());
            findings.add(Finding.of(Kind.UNFIT, mark.size(), note));
        }
        goOn(mark, entriesFit ? byEntries : hashesFit ? byHashes : proved(mark));
    }

    private void look(Item item, Mark mark, boolean entriesFit, boolean hashesFit) {
        var entry = item.entry();
        var actual = item.actual();
        if (entry == null || actual == null) {
            named = true;
            return;
        }
        var expected =
                entriesFit
                        ? actual
                        : hashesFit || item.prefix() == null ? item.stored() : item.prefix();
        if (!begins(actual, expected)) {
            named = true;
            mismatches.add(item, entry, expected, actual);
            return;
        }
        if (!Arrays.equals(item.stored(), actual)) {
            named = true;
            findings.add(Finding.of(Kind.ALTERED_LEAF, item.number(), entry, "叶的散列被改，条目完好"));
        }
        fileIsFalse |= item.prefix() != null && !begins(actual, item.prefix());
        order(item, entry, mark);
    }

    private void order(Item item, Followed entry, Mark mark) {
        if (newest != null && !newest.isBefore(entry)) {
            named = true;
            findings.add(Finding.of(Kind.REORDERED, item.number(), entry, "它应排在前一片叶之前"));
            return;
        }
        newest = Position.of(entry);
        var head = mark.sound();
        if (head != null) {
            var sealed = head.sealedAt().plusSeconds(1).atOffset(ZoneOffset.UTC);
            if (!times.canBe(entry.transaction(), entry.recordedAt(), sealed)) {
                var note = "它的记录时间与前后的条目相差太远";
                findings.add(Finding.of(Kind.BACK_DATED, item.number(), entry, note));
            }
        }
    }

    private void goOn(Mark mark, @Nullable Tree from) {
        base = from;
        byEntries = from == null ? null : Tree.of(mark.size(), from.peaks());
        byHashes = from == null ? null : Tree.of(mark.size(), from.peaks());
        items.clear();
        named = false;
        fileIsFalse = false;
    }

    private static @Nullable Tree proved(Mark mark) {
        var stored = mark.stored();
        var sound = mark.sound();
        return stored != null
                        && sound != null
                        && stored.head().saysTheSameAs(sound)
                        && Marks.fits(stored)
                ? stored.tree()
                : null;
    }

    private static boolean fits(@Nullable Tree tree, Mark mark) {
        return tree != null
                && mark.sound() != null
                && tree.size() == mark.size()
                && Arrays.equals(tree.root(), mark.sound().root());
    }

    private static @Nullable Tree grown(@Nullable Tree tree, byte @Nullable [] hash) {
        if (tree != null && hash != null) {
            tree.add(hash);
            return tree;
        }
        return null;
    }

    static boolean begins(byte[] hash, byte[] prefix) {
        var length = Math.min(prefix.length, HeadLine.PREFIX);
        return Arrays.equals(hash, 0, length, prefix, 0, length);
    }
}
