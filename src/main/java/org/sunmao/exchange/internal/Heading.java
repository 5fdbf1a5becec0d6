package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;

/**
 * A heading of a file.
 *
 * @param column where it stands, from 0
 * @param field the name of the field it stands for; null if none is known
 * @param remembered whether somebody said so before
 */
record Heading(int column, String heading, @Nullable String field, boolean remembered) {}
