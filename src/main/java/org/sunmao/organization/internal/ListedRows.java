package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations;
import org.sunmao.register.Column;
import org.sunmao.register.Dated;
import org.sunmao.register.Field;
import org.sunmao.register.TimelineTable;
import org.sunmao.web.PageKey;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads lists of organizations and bodies for files: constants of the listings, bound here. */
@Component
class ListedRows {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Tree tree;

    ListedRows(JdbcClient jdbc, Organizations organizations, Tree tree) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.tree = tree;
    }

    Tree tree() {
        return tree;
    }

    Map<UUID, String> telling(Scope scope, List<Map<String, @Nullable Object>> rows, Field field) {
        return organizations.telling(scope, ids(rows, field.column()));
    }

    static Set<UUID> ids(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream()
                .map(row -> (UUID) row.get(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What a reference of a row is called; null if it refers to nothing. */
    static @Nullable String name(
            Map<UUID, String> names, Map<String, @Nullable Object> row, Field field) {
        return row.get(field.column()) instanceof UUID id ? names.get(id) : null;
    }

    long count(Scope scope, ListingQuestion question, String sql) {
        return bind(scope, question, "select count(*) " + sql, 0, FIRST).query(Long.class).single();
    }

    /** Rows by a number that is theirs, such as that of an organization. */
    List<Map<String, @Nullable Object>> byNumber(
            Scope scope, ListingQuestion question, String sql, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var number = key == null ? 0 : number(key.getFirst());
        return list(bind(scope, question, sql, number, FIRST), limit);
    }

    /** Rows by their ids. */
    List<Map<String, @Nullable Object>> byId(
            Scope scope, ListingQuestion question, String sql, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var id = key == null ? FIRST : PageKey.uuid(key.getFirst());
        return list(bind(scope, question, sql, 0, id), limit);
    }

    private static List<Map<String, @Nullable Object>> list(
            JdbcClient.StatementSpec query, int limit) {
        return query.param("limit", limit + 1).query((row, _) -> TimelineTable.columns(row)).list();
    }

    private JdbcClient.StatementSpec bind(
            Scope scope, ListingQuestion question, String sql, int number, UUID after) {
        var subtree = question.subtree(scope, tree);
        var words = question.words();
        return jdbc.sql(Dated.of(sql).on(scope))
                .param("day", scope.day())
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("parent", question.parent(), Types.OTHER)
                .param("searched", words != null)
                .param("pattern", words == null ? "" : NameReading.anywhere(words))
                .param("reading", words == null ? "" : NameReading.pattern(words))
                .param("without", question.without())
                .param("number", number)
                .param("after", after);
    }

    /** A row by the names of the fields, with references as what they are called. */
    static Map<String, Object> values(
            Map<String, @Nullable Object> row,
            List<Column> columns,
            Map<Field, @Nullable String> named) {
        var values = new HashMap<String, Object>();
        for (var column : columns) {
            var field = column.field();
            var value = named.containsKey(field) ? named.get(field) : row.get(field.column());
            if (value != null && !(value instanceof UUID)) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static int number(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException _) {
            throw PageKey.refused();
        }
    }
}
