package org.sunmao.code;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code 2 to 12 digits, GB/T 2260 and its statistical extension
 * @param source where name and code were taken from, and their day
 */
public record Division(String code, String name, @Nullable String parent, String source) {}
