package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Finding.Kind;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of the tree that have no leaf. If the file still knows how its hash began, the entry it
 * belonged to can be named where that is still there.
 */
final class Gaps {

    private static final int KEPT = 20_000;

    private record Gap(long number, boolean told) {}

    private final Map<Long, Gap> known = new HashMap<>();
    private final Findings findings;

    Gaps(Findings findings) {
        this.findings = findings;
    }

    /**
     * @param tail whether the heads are missing as well: that is told of all of them at once
     */
    void add(long number, byte @Nullable [] prefix, boolean tail) {
        if (prefix != null && known.size() < KEPT) {
            known.put(ByteBuffer.wrap(prefix).getLong(), new Gap(number, tail));
        } else if (!tail) {
            missing(number);
        }
    }

    /** The number under which the entry of this hash was sealed, if its leaf is gone. */
    @Nullable Long of(byte[] hash) {
        var gap = known.remove(ByteBuffer.wrap(hash).getLong());
        return gap == null ? null : gap.number();
    }

    /** Those whose entries were not met. */
    void tell() {
        known.values().stream()
                .filter(gap -> !gap.told())
                .map(Gap::number)
                .sorted()
                .forEach(this::missing);
    }

    private void missing(long number) {
        findings.add(Finding.of(Kind.REMOVED_LEAF, number, "叶和它的条目都不在了"));
    }
}
