package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.journal.internal.SealStore.Grown;
import org.sunmao.vault.Vault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks the heads of the database and the lines of the file side by side, by size, and tells where
 * one of them is false or missing.
 */
final class Marks implements Iterator<Marks.Mark> {

    /** A head is in the file within moments; that it is missing from it counts from then on. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(60);

    /**
     * One size of the tree of which something is known.
     *
     * @param sound the head that its signature proves: the database's, or else the file's
     * @param stored the head of the database as it stands there, sound or not
     */
    record Mark(long size, @Nullable Head sound, @Nullable Grown stored, @Nullable HeadLine line) {

        /** The first bytes of the hash of a leaf, as they were when it was sealed. */
        byte @Nullable [] prefix(long number) {
            var head = line == null ? null : line.head();
            if (line == null || head == null || number <= head.previous() || number > size) {
                return null;
            }
            var from = Math.toIntExact(number - head.previous() - 1) * HeadLine.PREFIX;
            return Arrays.copyOfRange(line.leaves(), from, from + HeadLine.PREFIX);
        }
    }

    private final Iterator<Grown> heads;
    private final FileLines lines;
    private final boolean hasFile;
    private final Vault vault;
    private final Findings findings;
    private final Instant now;
    private @Nullable Grown head;
    private @Nullable HeadLine line;
    private long headBefore;
    private long unwritten;

    Marks(Evidence evidence, Vault vault, Findings findings) {
        this.heads = evidence.heads();
        this.now = evidence.now();
        this.vault = vault;
        this.findings = findings;
        this.hasFile = evidence.lines() != null;
        this.lines = new FileLines(evidence.lines(), vault, findings);
        this.head = heads.hasNext() ? heads.next() : null;
        this.line = lines.next();
        if (!hasFile && head != null) {
            findings.add(Finding.of(Kind.MISSING_FILE, null, "数据目录里没有 " + HeadsFile.NAME));
        }
    }

    @Override
    public boolean hasNext() {
        return head != null || line != null;
    }

    @Override
    public Mark next() {
        var size = Math.min(sizeOf(head), sizeOf(line));
        if (size == Long.MAX_VALUE) {
            throw new NoSuchElementException();
        }
        var stored = sizeOf(head) == size ? head : null;
        var written = sizeOf(line) == size ? line : null;
        if (stored != null) {
            head = heads.hasNext() ? heads.next() : null;
        }
        if (written != null) {
            line = lines.next();
        }
        return new Mark(size, sound(stored, written), stored, written);
    }

    /** To be asked when all are walked. */
    void end() {
        if (hasFile && unwritten > 0) {
            var note = "文件缺少末尾 " + unwritten + " 个封存头（若是崩溃所致，下次启动会补上）";
            findings.add(Finding.of(Kind.ALTERED_FILE, null, note));
        }
    }

    private @Nullable Head sound(@Nullable Grown stored, @Nullable HeadLine written) {
        var fromFile = written == null ? null : written.head();
        if (stored == null) {
            return fromFile;
        }
        var fromDatabase = isSound(stored) ? stored.head() : null;
        follow(stored.head(), fromDatabase != null, fromFile != null);
        if (fromDatabase != null && fromFile != null && !fromDatabase.saysTheSameAs(fromFile)) {
            var note = "两个头都有真签名而内容不同：数据库曾被退回旧状态，又继续封存";
            findings.add(Finding.of(Kind.FORK, stored.head().size(), note));
        }
        return fromDatabase == null ? fromFile : fromDatabase;
    }

    private void follow(Head head, boolean sound, boolean written) {
        if (sound && head.previous() != headBefore) {
            var note = "第 %d 条与第 %d 条之间的封存头不见了".formatted(headBefore, head.size());
            findings.add(Finding.of(Kind.REMOVED_HEAD, head.previous(), note));
        }
        headBefore = head.size();
        var late = head.sealedAt().isBefore(now.minus(ON_ITS_WAY));
        if (!written && line == null && late) {
            unwritten++;
        }
    }

    private boolean isSound(Grown stored) {
        var head = stored.head();
        var signed = vault.signed(Head.PURPOSE, head.message(), head.signature());
        if (!signed || !fits(stored)) {
            var what = signed ? "头里的子树根与根不符" : "头的内容与签名不符";
            findings.add(
                    new Finding(
                            Kind.FALSE_HEAD,
                            null,
                            head.size(),
                            head.sealedAt().atOffset(ZoneOffset.UTC),
                            null,
                            what));
        }
        return signed;
    }

    static boolean fits(Grown stored) {
        return stored.peaks().length == Tree.HASH * Long.bitCount(stored.head().size())
                && Arrays.equals(stored.tree().root(), stored.head().root());
    }

    private static long sizeOf(@Nullable Grown head) {
        return head == null ? Long.MAX_VALUE : head.head().size();
    }

    private static long sizeOf(@Nullable HeadLine line) {
        return line == null || line.head() == null ? Long.MAX_VALUE : line.head().size();
    }
}
