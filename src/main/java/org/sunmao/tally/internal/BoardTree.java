package org.sunmao.tally.internal;

import org.springframework.stereotype.Component;
import org.sunmao.journal.Followed;
import org.sunmao.journal.Follower;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Tells those who watch boards that organizations have moved, merged, ended or been renamed. */
@Component
class BoardTree implements Follower {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final String ACTIONS = "organization.";

    private final CounterStore store;

    BoardTree(CounterStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "board";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void take(List<Followed> entries) {
        var organizations = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry.action().startsWith(ACTIONS)) {
                if (entry.organization() != null) {
                    organizations.add(entry.organization());
                }
                if (entry.subject() != null && entry.subjectKind().equals("organization")) {
                    organizations.add(entry.subject());
                }
            }
        }
        if (!organizations.isEmpty()) {
            store.tell(new Notice(true, organizations));
        }
    }
}
