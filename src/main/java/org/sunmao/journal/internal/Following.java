package org.sunmao.journal.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.journal.Follower;
import org.sunmao.journal.internal.FollowerStore.Position;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** One follower at work: rounds and rests, until it ends with a last round. */
final class Following implements Runnable {

    static final int BATCH = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long LOOKS_EVERY_MILLIS = 500;

    private final Follower follower;
    private final FollowerStore store;
    private final TransactionTemplate transactions;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Semaphore woken = new Semaphore(0);
    private boolean failing;

    Following(Follower follower, FollowerStore store, TransactionTemplate transactions) {
        this.follower = follower;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void run() {
        try {
            while (!ending.await(follower.every().toMillis(), MILLISECONDS)) {
                waitForWork();
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A house that was closed in order leaves nothing behind, unless it was far behind.
        round();
    }

    void wake() {
        woken.release();
    }

    void end() {
        ending.countDown();
        wake();
    }

    private void waitForWork() throws InterruptedException {
        var rested = follower.every().toMillis();
        if (rested < LOOKS_EVERY_MILLIS) {
            var _ = woken.tryAcquire(LOOKS_EVERY_MILLIS - rested, MILLISECONDS);
        }
        woken.drainPermits();
    }

    /**
     * Takes all there is, batch by batch; when the house closes, one more. The database may be away
     * for a while: that is told once.
     */
    private void round() {
        try {
            while (step() && ending.getCount() > 0) {}
            follower.rest();
            if (failing) {
                LOG.info("Follower {} goes on", follower.name());
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOG.error("Follower {} cannot go on; it tries again", follower.name(), e);
            }
            failing = true;
        }
    }

    /** Whether there may be more. */
    boolean step() {
        return Objects.requireNonNull(transactions.execute(_ -> take())) == BATCH;
    }

    private int take() {
        var position = store.lock(follower.name());
        if (position.isEmpty()) {
            return 0;
        }
        var entries = store.after(position.get(), BATCH);
        if (!entries.isEmpty()) {
            follower.take(entries);
            store.move(follower.name(), Position.of(entries.getLast()));
        }
        return entries.size();
    }
}
