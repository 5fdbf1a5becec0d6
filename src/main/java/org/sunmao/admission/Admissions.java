package org.sunmao.admission;

import org.sunmao.access.Scope;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The ways of people into the Party. */
public interface Admissions {

    /** Of citizen numbers those of whom a way is kept. */
    Set<String> known(Scope scope, Collection<String> numbers);

    /**
     * Enters what was done before, as a roster would: with its days, and with all that broke a
     * rule, which is to be explained.
     *
     * @return the ids of the cases, in the order of what was given
     */
    List<UUID> enter(Scope scope, List<PastAdmission> past);
}
