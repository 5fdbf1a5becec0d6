package org.sunmao.access;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/**
 * Runs work in a transaction that is bound to a scope; outside it, protected rows are not there.
 */
public interface Scopes {

    /** Reads, as of today. */
    default <T> T read(SignedIn who, Function<Scope, T> work) {
        return read(who, null, work);
    }

    /**
     * Reads as of a day: what is now known about it, and of a day to come what is decided for it.
     *
     * @param asOf the day; null for today
     * @throws org.sunmao.web.InputRefused for a day too far off
     */
    <T> T read(SignedIn who, @Nullable LocalDate asOf, Function<Scope, T> work);

    /**
     * Reads the one organization the asker belongs to, and nothing below or beside it: what anybody
     * in it may know of it. Members of it are not within this scope's purpose.
     */
    <T> T readOwnOrganization(SignedIn who, @Nullable LocalDate asOf, Function<Scope, T> work);

    /**
     * Writes, as of today; what throws leaves nothing behind. Work that met another's in a deadlock
     * is done once more, so it acts on nothing but the database.
     */
    <T> T write(SignedIn who, Function<Scope, T> work);

    /**
     * Within a transaction that has found the person in its scope: from now on all of their rows
     * are within it, also those that other organizations held.
     *
     * @param purpose what for; without one, nothing may be written outside the subtree
     */
    void about(UUID subject, String purpose);

    /**
     * The system's own work over the whole register.
     *
     * @param purpose what for; stands in the journal as the post
     */
    <T> T system(String purpose, Function<Scope, T> work);

    /**
     * As {@link #system} would, and nothing of it stays: to see what would come of it.
     *
     * @param purpose what for; stands in the journal's entries, which do not stay either
     */
    <T> T rehearse(String purpose, Function<Scope, T> work);
}
