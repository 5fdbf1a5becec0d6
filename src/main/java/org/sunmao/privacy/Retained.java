package org.sunmao.privacy;

import java.time.LocalDate;

/**
 * Something that is kept for a time and then let go (PRV-06).
 *
 * <p>A module that keeps such a thing has one component of this kind for each, package-private in
 * its {@code internal}: nothing else is needed, for the daily job finds them all. It runs each in a
 * transaction of its own, in the scope of the system, and writes one entry to the journal with the
 * counts. So a sweep only deletes; whatever it deletes must be gone from the live tables. A new
 * class is a constant of {@link Retention} with its figure in {@code rules/privacy.yaml}.
 *
 * <pre>{@code
 * @Component
 * class EndedSessions implements Retained {
 *     public Retention retention() { return Retention.SESSION; }
 *     public int sweep(LocalDate before) { return store.deleteEndedBefore(before); }
 * }
 * }</pre>
 */
public interface Retained {

    Retention retention();

    /**
     * Lets go of what ended before the day, in the caller's transaction; at most some thousands at
     * a time, the rest on the next call.
     *
     * @return how many went; the job calls again until there are none
     */
    int sweep(LocalDate before);
}
