package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who reads.
 *
 * @param member the member the account belongs to: nobody is told that they read themselves
 * @param organization the organization they act for
 * @param behalf the account for which they act as a deputy
 */
public record Reader(
        UUID account,
        @Nullable UUID member,
        String role,
        @Nullable UUID organization,
        @Nullable UUID behalf) {

    public Actor actor() {
        return new Actor(account, role, behalf);
    }
}
