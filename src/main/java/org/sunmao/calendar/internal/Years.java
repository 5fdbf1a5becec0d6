package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.time.temporal.ValueRange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The years in memory: whether a day is worked is asked at every step. Read anew after each change
 * of this process, and every few seconds for those of another. Within the transaction that changes
 * a year it is the new one, so that what follows from it can be derived there.
 */
@Component
class Years implements YearTable {

    /** Of which something may be entered. */
    static final ValueRange POSSIBLE = ValueRange.of(1949, 2100);

    private static final Duration FRESH = Duration.ofSeconds(2);

    /**
     * What was known at a moment.
     *
     * @param counted the years that somebody asked for since
     */
    private record Snapshot(
            Map<Integer, KeptYear> kept, Map<Integer, WorkYear> counted, long readAt) {

        boolean fresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }

        boolean stands(Map<Integer, Integer> versions) {
            return versions.size() == kept.size()
                    && kept.values().stream()
                            .allMatch(
                                    year ->
                                            versions.getOrDefault(year.year(), 0)
                                                    == year.version());
        }
    }

    private final YearStore store;
    private final Presumption presumption;
    private volatile @Nullable Snapshot snapshot;

    Years(YearStore store, Presumption presumption) {
        this.store = store;
        this.presumption = presumption;
    }

    @Override
    public WorkYear year(int year) {
        var now = now();
        return now.counted().computeIfAbsent(year, one -> count(one, now.kept().get(one)));
    }

    Optional<KeptYear> kept(int year) {
        return Optional.ofNullable(now().kept().get(year));
    }

    /** All of which something was entered. */
    Map<Integer, KeptYear> kept() {
        return now().kept();
    }

    /** The days of a year, of which this was entered. */
    WorkYear count(int year, @Nullable KeptYear kept) {
        return kept != null && kept.official()
                ? new WorkYear(year, true, kept.days())
                : presumption.of(year);
    }

    private Snapshot now() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Snapshot own) {
            return own;
        }
        var known = snapshot;
        if (known == null || !known.fresh()) {
            known =
                    known != null && known.stands(store.versions())
                            ? new Snapshot(known.kept(), known.counted(), System.nanoTime())
                            : read();
            snapshot = known;
        }
        return known;
    }

    private Snapshot read() {
        return new Snapshot(store.all(), new ConcurrentHashMap<>(), System.nanoTime());
    }

    /** To be told within the transaction that changes a year, after it has written. */
    void changed() {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            TransactionSynchronizationManager.unbindResourceIfPossible(Years.this);
                            snapshot = null;
                        }
                    });
        }
        TransactionSynchronizationManager.bindResource(this, read());
    }
}
