package org.sunmao.journal.internal;

import org.sunmao.journal.Followed;
import org.sunmao.journal.internal.Finding.Kind;
import org.sunmao.journal.internal.Segment.Item;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries that are not what was sealed in their place. One that was sealed in another such place
 * was moved; every other one was altered.
 */
final class Mismatches {

    private static final int KEPT = 20_000;

    private record Mismatch(long number, Followed entry, long actual) {}

    private final List<Mismatch> all = new ArrayList<>();
    private final Map<Long, Long> sealedAt = new HashMap<>();
    private long more;

    void add(Item item, Followed entry, byte[] expected, byte[] actual) {
        if (all.size() == KEPT) {
            more++;
            return;
        }
        all.add(new Mismatch(item.number(), entry, start(actual)));
        sealedAt.put(start(expected), item.number());
    }

    void tell(Findings findings) {
        for (var each : all) {
            var place = sealedAt.get(each.actual());
            findings.add(
                    place == null
                            ? Finding.of(
                                    Kind.ALTERED_ENTRY, each.number(), each.entry(), "与封存时的散列不符")
                            : Finding.of(
                                    Kind.REORDERED,
                                    each.number(),
                                    each.entry(),
                                    "它本来封存在第 %d 条".formatted(place)));
        }
        if (more > 0) {
            findings.add(Finding.of(Kind.ALTERED_ENTRY, null, "另有 " + more + " 条与封存时的散列不符"));
        }
    }

    private static long start(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
