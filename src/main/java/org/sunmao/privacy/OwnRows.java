package org.sunmao.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.privacy.PersonalData.Kept;
import org.sunmao.privacy.PersonalData.Value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the rows of one person as the registry has them: a column that is registered tomorrow is in
 * the copy tomorrow. The names of columns come from the registry's files and from nowhere else.
 */
@Component
public class OwnRows {

    /** A value as stored, in words or opened. */
    @FunctionalInterface
    public interface Reading {

        /** As it stands in the database, and by {@link Value#text} in words. */
        Value read(String column, @Nullable Object stored);

        /** Values that speak for themselves. */
        Reading PLAIN = (_, stored) -> new Value(stored, null);
    }

    private final JdbcClient jdbc;
    private final FieldRegistry registry;

    OwnRows(JdbcClient jdbc, FieldRegistry registry) {
        this.jdbc = jdbc;
        this.registry = registry;
    }

    /**
     * The rows of a table.
     *
     * @param rows which of them and in which order, as {@code "from a.b where c = :whose"}
     */
    public Kept read(String table, String rows, @Nullable UUID whose, Reading reading) {
        var columns = registry.table(table).copied().stream().map(RegisteredField::column).toList();
        if (whose == null || columns.isEmpty()) {
            return new Kept(table, List.of());
        }
        var names =
                columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return new Kept(
                table,
                jdbc.sql("select " + names + " " + rows)
                        .param("whose", whose)
                        .query((row, _) -> row(row, columns, reading))
                        .list());
    }

    private static Map<String, Value> row(ResultSet row, List<String> columns, Reading reading)
            throws SQLException {
        var values = new LinkedHashMap<String, Value>();
        for (var column : columns) {
            values.put(column, reading.read(column, stored(row, column)));
        }
        return values;
    }

    private static @Nullable Object stored(ResultSet row, String column) throws SQLException {
        var type = row.getMetaData().getColumnTypeName(row.findColumn(column));
        return switch (type) {
            case "date" -> day(row.getObject(column, LocalDate.class));
            case "timestamptz" -> {
                var time = row.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case "_text" -> {
                var array = row.getArray(column);
                yield array == null ? null : Arrays.asList((Object[]) array.getArray());
            }
            default -> row.getObject(column);
        };
    }

    /** An open end is none. */
    private static @Nullable LocalDate day(@Nullable LocalDate day) {
        return day == null || day.equals(LocalDate.MAX) ? null : day;
    }
}
