package org.sunmao.tally.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sunmao.duty.DutiesChanged;
import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.Standing;
import org.sunmao.tally.internal.CounterStore.Counter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Moves the counters with the duties: all moves of a transaction together, as its last work, so
 * that no other waits longer than for that, and none for one that waits for it.
 */
@Component
class Counters {

    private final CounterStore store;

    Counters(CounterStore store) {
        this.store = store;
    }

    @EventListener
    void on(DutiesChanged event) {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        event.moved().forEach(pending::add);
    }

    /** What one transaction has moved so far. */
    private final class Pending implements TransactionSynchronization {

        private final Map<Counter, Long> moves = new HashMap<>();
        private final Set<UUID> organizations = new HashSet<>();

        void add(Moved moved) {
            organizations.add(moved.organization());
            if (moved.before() != null) {
                moves.merge(key(moved, moved.before()), -1L, Long::sum);
            }
            if (moved.after() != null) {
                moves.merge(key(moved, moved.after()), 1L, Long::sum);
            }
        }

        private static Counter key(Moved moved, Standing standing) {
            return new Counter(
                    moved.organization(),
                    moved.name(),
                    standing.state().code(),
                    standing.light().code());
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            moves.values().removeIf(by -> by == 0);
            if (!moves.isEmpty()) {
                store.move(moves);
            }
            store.tell(new Notice(false, organizations));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Counters.this);
        }
    }
}
