package org.sunmao.access;

import java.util.UUID;

/**
 * Rights of applicants to what is kept of their own way: they go where it goes, become a member's
 * where it leads there, and end with it. Called within a transaction of {@link Scopes}; whoever has
 * no account is left alone.
 */
public interface ApplicantGrants {

    /** Another organization goes on with the way. */
    void moved(Scope scope, UUID person, UUID organization);

    /** The register of members has the person now, by the same id. */
    void joined(Scope scope, UUID person, UUID organization);

    /** The way has ended before membership. */
    void ended(Scope scope, UUID person);
}
