package org.sunmao.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the key to ask the next page with, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts rows that were read one beyond the limit into a page.
     *
     * @param key the sort values of a row, as {@link PageKey} carries them
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, List<String>> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), PageKey.write(key.apply(items.getLast())));
    }
}
