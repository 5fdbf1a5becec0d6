package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.register.Timeline.Span;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A temporal table ({@code id, valid_from, valid_to} and columns) as timelines. Table and columns
 * are constants of the module that owns them; nothing of a request becomes SQL.
 */
public final class TimelineTable {

    /** Between the columns of a row and the values of the fields. */
    public interface Codec {

        /** The values of the fields by their names. */
        Map<String, @Nullable Object> values(Map<String, @Nullable Object> columns);

        /** The columns to be stored, by their names; always all of them. */
        Map<String, @Nullable Object> columns(Map<String, @Nullable Object> values);
    }

    private final JdbcClient jdbc;
    private final Codec codec;
    private final String select;
    private final String selectMany;
    private final String insert;
    private final String update;
    private final String delete;

    public TimelineTable(JdbcClient jdbc, String table, List<String> columns, Codec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.select = "select * from " + table + " where id = :id order by valid_from";
        this.selectMany =
                "select * from " + table + " where id = any(:ids) order by id, valid_from";
        this.delete = "delete from " + table + " where id = :id and valid_from = :valid_from";
        this.update =
                "update %s set valid_to = :valid_to, %s where id = :id and valid_from = :valid_from"
                        .formatted(table, join(columns, "%1$s = :%1$s"));
        this.insert =
                "insert into %s (id, valid_from, valid_to, %s)"
                        .concat(" values (:id, :valid_from, :valid_to, %s)")
                        .formatted(table, join(columns, "%s"), join(columns, ":%s"));
    }

    /** The timeline as far as the scope lets it be seen; empty if nothing is there. */
    public Optional<Timeline> load(UUID id) {
        var spans = jdbc.sql(select).param("id", id).query(spans()).list();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Timeline(spans));
    }

    /** Of many at once; of those that are not there, nothing. */
    public Map<UUID, Timeline> load(Collection<UUID> ids) {
        var spans = new HashMap<UUID, List<Span>>();
        var mapper = spans();
        jdbc.sql(selectMany)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, number) -> {
                            var span = mapper.mapRow(row, number);
                            if (span != null) {
                                spans.computeIfAbsent(
                                                row.getObject("id", UUID.class),
                                                _ -> new ArrayList<>())
                                        .add(span);
                            }
                            return true;
                        })
                .list();
        return spans.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Timeline(e.getValue())));
    }

    /** Writes what differs: rows that go make room before others grow, new ones come last. */
    public void save(UUID id, Timeline before, Timeline after) {
        var kept = after.spans().stream().collect(Collectors.toMap(Span::from, span -> span));
        var there = before.spans().stream().collect(Collectors.toMap(Span::from, span -> span));
        for (var span : before.spans()) {
            if (!kept.containsKey(span.from())) {
                jdbc.sql(delete).param("id", id).param("valid_from", span.from()).update();
            }
        }
        for (var span : after.spans()) {
            var old = there.get(span.from());
            if (old != null && !old.equals(span)) {
                write(update, id, span);
            }
        }
        for (var span : after.spans()) {
            if (!there.containsKey(span.from())) {
                write(insert, id, span);
            }
        }
    }

    private void write(String sql, UUID id, Span span) {
        var row = new HashMap<>(codec.columns(span.values()));
        row.put("id", id);
        row.put("valid_from", span.from());
        row.put("valid_to", span.to());
        jdbc.sql(sql).params(row).update();
    }

    private RowMapper<Span> spans() {
        return (row, _) -> {
            var columns = columns(row);
            var from = (LocalDate) columns.remove("valid_from");
            var to = (LocalDate) columns.remove("valid_to");
            if (from == null || to == null) {
                throw new IllegalStateException("a row without its days");
            }
            return new Span(from, to, codec.values(columns));
        };
    }

    /** The columns of a row by their names, days as days. */
    public static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
        var columns = new HashMap<String, @Nullable Object>();
        var described = row.getMetaData();
        for (var i = 1; i <= described.getColumnCount(); i++) {
            var date = described.getColumnType(i) == Types.DATE;
            columns.put(
                    described.getColumnName(i),
                    date ? row.getObject(i, LocalDate.class) : row.getObject(i));
        }
        return columns;
    }

    private static String join(List<String> columns, String form) {
        return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
