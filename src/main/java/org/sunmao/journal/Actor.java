package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who acts.
 *
 * @param account the account, or null for the system itself
 * @param post in which post: a role, or the purpose of the system's own work
 */
public record Actor(@Nullable UUID account, String post) {}
