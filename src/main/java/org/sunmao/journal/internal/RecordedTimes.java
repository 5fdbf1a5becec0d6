package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Whether times of record can be true, given the order of transactions.
 *
 * <p>A transaction begins to write after every transaction with a lower number did, and records its
 * first entry within the time a transaction may last. So no entry can be older, by more than that,
 * than the first entry of any transaction before its own.
 */
final class RecordedTimes {

    static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

    private OffsetDateTime floor = OffsetDateTime.of(1, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC);
    private @Nullable OffsetDateTime first;
    private long transaction;

    /** To be asked of entries in the order of their transactions. */
    boolean canBe(long in, OffsetDateTime at, OffsetDateTime latest) {
        if (in != transaction) {
            floor = first != null && first.isAfter(floor) ? first : floor;
            first = null;
            transaction = in;
        }
        if (at.isAfter(latest)) {
            return false;
        }
        first = first == null || at.isBefore(first) ? at : first;
        return !at.isBefore(floor.minus(LONGEST_TRANSACTION));
    }
}
