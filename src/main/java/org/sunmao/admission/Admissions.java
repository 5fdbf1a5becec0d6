package org.sunmao.admission;

import org.sunmao.access.Scope;

import java.util.List;
import java.util.UUID;

/** The ways of people into the Party. */
public interface Admissions {

    /** Whether any is kept at all. */
    boolean any(Scope scope);

    /**
     * Enters what was done before, as a roster would: with its days, and with all that broke a
     * rule, which is to be explained.
     *
     * @return the ids of the cases, in the order of what was given
     */
    List<UUID> enter(Scope scope, List<PastAdmission> past);
}
