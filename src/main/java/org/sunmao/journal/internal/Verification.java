package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Evidence.Loose;
import org.sunmao.journal.internal.Evidence.Sealed;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.journal.internal.FollowerStore.Position;
import org.sunmao.journal.internal.Marks.Mark;
import org.sunmao.journal.internal.Segment.Item;
import org.sunmao.vault.Vault;

import java.time.ZoneOffset;

/**
 * Holds the journal against what was sealed of it, in one pass over streams: memory does not grow
 * with the journal.
 */
final class Verification {

    /**
     * @param head the last head that its signature proves
     */
    record Report(
            long sealed, long unsealed, long erased, @Nullable Head head, Findings findings) {}

    private final Evidence evidence;
    private final Findings findings = new Findings();
    private final Mismatches mismatches = new Mismatches();
    private final RecordedTimes times = new RecordedTimes();
    private final Gaps gaps = new Gaps(findings);
    private final Details details;
    private final Segment segment;
    private final Marks marks;
    private @Nullable Sealed pending;
    private @Nullable Head proved;
    private long number;
    private long sealed;
    private long unsealed;

    Verification(Evidence evidence, Vault vault) {
        this.evidence = evidence;
        this.details = new Details(vault, findings);
        this.segment = new Segment(findings, mismatches, times);
        this.marks = new Marks(evidence, vault, findings);
    }

    Report run() {
        advance();
        while (marks.hasNext()) {
            var mark = marks.next();
            // A head that nothing proves is told of, and proves nothing: its leaves go to the next.
            if (mark.sound() != null) {
                take(mark, mark.sound());
            }
        }
        marks.end();
        forged();
        evidence.loose().forEachRemaining(this::loose);
        gaps.tell();
        mismatches.tell(findings);
        evidence.erasures().forEachRemaining(details::check);
        tail();
        return new Report(sealed, unsealed, details.erased(), proved, findings);
    }

    private void take(Mark mark, Head head) {
        while (pending != null && pending.number() <= mark.size()) {
            gapsBefore(pending.number(), mark);
            leaf(pending, mark);
            advance();
        }
        gapsBefore(mark.size() + 1, mark);
        segment.close(mark);
        proved = head;
    }

    private void leaf(Sealed leaf, Mark mark) {
        var of = leaf.of();
        var actual = of == null ? null : EntryHash.of(of.entry());
        var prefix = mark.prefix(leaf.number());
        if (of == null || actual == null) {
            removed(leaf);
        } else if (Segment.begins(actual, leaf.hash())
                || (prefix != null && Segment.begins(actual, prefix))) {
            details.check(of, leaf.number());
        }
        var entry = of == null ? null : of.entry();
        segment.add(new Item(leaf.number(), entry, leaf.hash(), actual, prefix));
        number = leaf.number();
        sealed++;
    }

    private void removed(Sealed leaf) {
        findings.add(
                new Finding(Kind.REMOVED_ENTRY, leaf.id(), leaf.number(), null, null, "它的叶还在"));
    }

    private void gapsBefore(long next, Mark mark) {
        var tail = mark.size() > evidence.lastSize();
        for (var missing = number + 1; missing < next; missing++) {
            gaps.add(missing, mark.prefix(missing), tail);
            segment.gap();
        }
        number = Math.max(number, next - 1);
    }

    /** Leaf and head are written at once: behind the last head there can be no leaf. */
    private void forged() {
        for (; pending != null; advance()) {
            var of = pending.of();
            var note = "没有签名的头包含它";
            findings.add(
                    of == null
                            ? Finding.of(Kind.FORGED_LEAF, pending.number(), note)
                            : Finding.of(Kind.FORGED_LEAF, pending.number(), of.entry(), note));
        }
    }

    private void loose(Loose of) {
        var entry = of.entry();
        var head = proved;
        if (head != null && !new Position(head.transaction(), head.entry()).isBefore(entry)) {
            var gap = gaps.of(EntryHash.of(entry));
            findings.add(
                    gap == null
                            ? Finding.of(Kind.INSERTED, null, entry, "它的事务在最后的封存头之前，却没有封存过")
                            : Finding.of(Kind.REMOVED_LEAF, gap, entry, "条目还在，它的叶不在了"));
            return;
        }
        unsealed++;
        var latest = evidence.now().plusSeconds(1).atOffset(ZoneOffset.UTC);
        if (!times.canBe(entry.transaction(), entry.recordedAt(), latest)) {
            findings.add(Finding.of(Kind.BACK_DATED, null, entry, "尚未封存，记录时间与前面的条目相差太远"));
        }
        details.check(of, null);
    }

    private void tail() {
        var head = proved;
        if (head != null && head.size() > evidence.lastSize()) {
            findings.add(
                    new Finding(
                            Kind.MISSING_TAIL,
                            null,
                            head.size(),
                            head.sealedAt().atOffset(ZoneOffset.UTC),
                            null,
                            "头文件记到第 %d 条，数据库的封存头只到第 %d 条"
                                    .formatted(head.size(), evidence.lastSize())));
        }
    }

    private void advance() {
        pending = evidence.leaves().hasNext() ? evidence.leaves().next() : null;
    }
}
