package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Predicate;

/**
 * One number of a table.
 *
 * @param group the cells of one group, together, are all that is counted; null for one beside them
 * @param takes whether it counts those with a value of the axis; an empty text for those without
 * @param filter under which the list shows exactly these
 * @param optional whether it is left out while nobody falls under it
 */
record Cell(
        String key,
        String label,
        @Nullable String group,
        Counted of,
        Axis axis,
        Predicate<String> takes,
        Map<String, String> filter,
        boolean optional) {}
