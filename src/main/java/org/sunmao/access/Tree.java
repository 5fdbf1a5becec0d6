package org.sunmao.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The tree of organizations, as far as rights need it. Implemented by module organization. */
public interface Tree {

    /** The path of an organization on a day, if it existed then. */
    Optional<String> path(UUID organization, LocalDate day);

    /** The top of the only tree on a day; empty where there is none, or more than one. */
    Optional<UUID> top(LocalDate day);

    /** Whether that path is the top of the only tree on that day. */
    boolean onlyRoot(String path, LocalDate day);

    /** The name of a known organization or body, today; after its end, its last. */
    Optional<String> name(UUID organization);

    /** The name of a known organization or body on a day; its first for a day before it was. */
    Optional<String> name(UUID organization, LocalDate day);
}
