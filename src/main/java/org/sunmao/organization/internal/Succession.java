package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The other side of a succession.
 *
 * @param name its name of today, or its last
 * @param on the day on which one took over from the other
 * @param kind merge, split or revoke
 * @param change the document that decided it
 */
record Succession(UUID id, String name, LocalDate on, String kind, @Nullable UUID change) {}
