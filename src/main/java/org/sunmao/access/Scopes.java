package org.sunmao.access;

import java.util.function.Function;

/**
 * Runs work in a transaction that is bound to a scope; outside it, protected rows are not there.
 */
public interface Scopes {

    /** Reads, as of today. */
    <T> T read(SignedIn who, Function<Scope, T> work);

    /**
     * The system's own work over the whole register.
     *
     * @param purpose what for; stands in the journal as the post
     */
    <T> T system(String purpose, Function<Scope, T> work);
}
