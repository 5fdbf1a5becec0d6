package org.sunmao.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Counts members, as far as organizations need it. Implemented by module member. */
public interface Headcounts {

    /** The members of an organization within the scope of the caller's transaction, on a day. */
    Headcount of(UUID organization, LocalDate day);

    /** The first day on which the organization held anybody; empty if it never did. */
    Optional<LocalDate> firstHeld(UUID organization);
}
