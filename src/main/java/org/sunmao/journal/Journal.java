package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Appends what happened, within the caller's transaction: no change without its entry. */
public interface Journal {

    void append(Actor actor, List<Act> acts);

    /** Before which entry, by its time and id. */
    record Behind(Instant at, UUID id) {}

    /**
     * What was done to one subject, the newest first: as far as its details lie within the scope of
     * the caller's transaction, and are not erased.
     */
    List<Recorded> of(UUID subject, @Nullable Behind behind, int limit);

    /**
     * Erases the details of the entries, in the caller's transaction: what was said is gone, that
     * it was done stays proved. An entry of its own tells what was erased, why and by which rule.
     *
     * @return how many of them had a detail left
     */
    int erase(Actor actor, Erasure erasure, List<UUID> entries);

    default void append(Actor actor, Act act) {
        append(actor, List.of(act));
    }
}
