package org.sunmao.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who may do something for an organization: by a grant over it, or over one above it. */
public interface Officers {

    /**
     * Somebody who may.
     *
     * @param organization what the grant is over
     * @param post the name of the role
     */
    record Officer(UUID account, String name, UUID organization, String post) {}

    /** Those whose accounts are open, by name; one who may by several grants is there once. */
    List<Officer> who(Right right, UUID organization, LocalDate day);
}
