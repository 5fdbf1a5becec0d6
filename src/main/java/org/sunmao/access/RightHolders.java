package org.sunmao.access;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who has a right, and over what, today: for what people are told without asking, and for what is
 * fetched without a session.
 */
public interface RightHolders {

    /** A role that an account in use has over an organization today. */
    record Held(UUID account, Role role, UUID organization) {}

    /**
     * All that the next accounts hold with any of the rights, in the order of the accounts.
     *
     * @param behind the account after which to go on; null from the first
     * @param accounts of how many at most
     */
    List<Held> behind(@Nullable UUID behind, Set<Right> rights, int accounts);

    /** Whoever an account may act as today; empty once it is closed. */
    List<SignedIn> as(UUID account);
}
