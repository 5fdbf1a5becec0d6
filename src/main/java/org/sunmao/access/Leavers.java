package org.sunmao.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who is a member no more, as far as rights need it (SEC-06). Implemented by module member. */
public interface Leavers {

    /** Those of the members who are none on that day. Called within the system's own scope. */
    Set<UUID> gone(Collection<UUID> members, LocalDate day);
}
