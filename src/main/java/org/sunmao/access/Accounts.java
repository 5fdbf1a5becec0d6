package org.sunmao.access;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Opens accounts. Called within a transaction of {@link Scopes#system}. */
public interface Accounts {

    /**
     * An account to be opened.
     *
     * @param password in clear; kept only as its Argon2id hash; null where whoever it is for sets
     *     it through an {@linkplain Invitations invitation}
     * @param role null where all rights come with posts that are entered afterwards
     * @param organization the top of what the role covers; null for administrators
     * @param basis why the grant holds: post, request, demo, first-start
     */
    record NewAccount(
            String username,
            String name,
            @Nullable String password,
            @Nullable Role role,
            @Nullable UUID organization,
            @Nullable UUID member,
            String basis) {}

    void open(Scope scope, List<NewAccount> accounts);

    /** The names of known accounts, as they are shown. */
    Map<UUID, String> names(Collection<UUID> accounts);

    /** The accounts whose name or user name holds the words; at most two hundred. */
    Set<UUID> named(String words);

    /** Those of the members to whom an account belongs. */
    Set<UUID> members(Collection<UUID> members);

    /** Whether there is any account at all. */
    boolean any();

    /** Whether anybody has ever set a password: before that, the first start is not over. */
    boolean anyOpened();

    /** A first start was broken off: the accounts it named, which nobody opened, are no more. */
    void forgetFirstStart(Scope scope);
}
