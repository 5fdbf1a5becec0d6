package org.sunmao.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A statement that gives many rows of a temporal table other values from one day on: rows that
 * began before it are closed and begin anew, rows that began on it or later are rewritten. All it
 * is made of are constants of the module that owns the table.
 */
public final class FromDay {

    @SuppressWarnings("InlineFormatString") // the statement stands first, to be read
    private static final String FORM =
            """
            with hit as materialized (%1$s),
            later as (
              update %2$s t set %3$s from hit h
              where t.id = h.id and t.valid_from = h.valid_from and t.valid_from >= :day),
            closed as (
              update %2$s t set valid_to = :day from hit h
              where t.id = h.id and t.valid_from = h.valid_from and t.valid_from < :day
              returning old.valid_to as until, t.id as row, %4$s)
            insert into %2$s (id, valid_from, valid_to, %5$s)
            select c.row, :day, c.until, %6$s from closed c
            """;

    private FromDay() {}

    /**
     * Makes the statement; its parameter {@code day} is the day.
     *
     * @param columns all columns of the table but the id, its days and what is generated
     * @param hit selects the rows by {@code id} and {@code valid_from}, with the new values
     * @param replaced the columns that are given other values, each with its name in {@code hit}
     */
    public static String sql(
            String table, List<String> columns, String hit, Map<String, String> replaced) {
        var set =
                replaced.entrySet().stream()
                        .map(column -> column.getKey() + " = h." + column.getValue())
                        .collect(Collectors.joining(", "));
        var returned =
                columns.stream()
                        .map(c -> replaced.containsKey(c) ? "h." + replaced.get(c) : "t." + c)
                        .collect(Collectors.joining(", "));
        var selected =
                columns.stream()
                        .map(c -> "c." + replaced.getOrDefault(c, c))
                        .collect(Collectors.joining(", "));
        return FORM.formatted(hit, table, set, returned, String.join(", ", columns), selected);
    }
}
