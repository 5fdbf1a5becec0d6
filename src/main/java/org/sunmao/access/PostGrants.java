package org.sunmao.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Rights that follow posts: they begin and end with them, in the same transaction, and a session
 * that acts under one is refused at its next request. Called within a transaction of {@link
 * Scopes}.
 */
public interface PostGrants {

    /** A secretary's post, held by a member. */
    record Held(UUID post, UUID member, UUID organization) {}

    /**
     * Whoever holds one of the posts and has an account is secretary there, from the day of the
     * scope on; a grant that had ended by mistake holds again.
     */
    void begin(Scope scope, List<Held> posts);

    /** The grants that rest on the posts hold until before that day; others are left alone. */
    void end(Scope scope, Collection<UUID> posts, LocalDate on);

    /** An organization is no more: whatever gave rights over it does so until before that day. */
    void endOf(Scope scope, UUID organization, LocalDate on);

    /**
     * Somebody's right over an organization, as a person reads it.
     *
     * @param who the name of the account
     * @param role the Chinese word for the role
     */
    record Granted(String who, String role, UUID organization) {}

    /** A member who came to be held elsewhere. */
    record Followed(UUID member, UUID from, UUID to) {}

    /** Rights over organizations that hold on a day or later. */
    List<Granted> over(Collection<UUID> organizations, LocalDate day);

    /**
     * Members keep the right to their own record: where they had it for the one organization, they
     * have it for the other from that day on.
     *
     * @return the rights as they are now
     */
    List<Granted> follow(Scope scope, List<Followed> members, LocalDate on);
}
