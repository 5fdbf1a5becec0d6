package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The log as auditors read it: entries, readings and events in one order, without what was said of
 * people. Called in a transaction of the system's scope.
 */
public interface Trail {

    /**
     * What is asked for; null or empty: all.
     *
     * @param logs {@code entry}, {@code reading}, {@code event}
     * @param from from when on
     * @param to before when
     */
    record Question(
            Set<String> logs,
            @Nullable Set<UUID> accounts,
            Set<String> actions,
            @Nullable UUID organization,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The newest first, behind a line of the page before. */
    List<TrailLine> lines(Question question, @Nullable UUID behind, int limit);

    State state();

    /**
     * How far the journal is sealed.
     *
     * @param sealed how many entries the last head binds
     * @param sealedAt when; null before the first
     * @param open how many of the newest entries are not sealed yet
     */
    record State(long sealed, @Nullable Instant sealedAt, long open) {}
}
