package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who acts.
 *
 * @param account the account, or null for the system itself
 * @param post in which post: a role, or the purpose of the system's own work
 * @param behalf the account acted for (ACC-12); null for whoever acts in their own right
 */
public record Actor(@Nullable UUID account, String post, @Nullable UUID behalf) {

    /** Who acts in their own right. */
    public Actor(@Nullable UUID account, String post) {
        this(account, post, null);
    }
}
