package org.sunmao.code.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** Finds divisions by name or code, or below one; the widest first. */
@Repository
class DivisionStore {

    /**
     * A division to be chosen.
     *
     * @param path the names from the province down to itself, joined
     */
    record DivisionItem(String code, String name, String path) {}

    /** The path is put together for those few rows alone that are shown. */
    private static final String FIND =
            """
            select d.code, d.name, (
              with recursive above (name, parent, depth) as (
                select d.name, d.parent, 0
                union all
                select u.name, u.parent, a.depth + 1
                from above a join code.division u on u.code = a.parent)
              select string_agg(name, '' order by depth desc) from above) as path
            from (select code, name, parent from code.division
              where %s order by length(code), code limit :limit) d
            order by length(d.code), d.code
            """;

    private static final String MATCHES = "(name like :any or code like :prefix)";
    private static final String TOPS = FIND.formatted("parent is null");
    private static final String BELOW = FIND.formatted("parent = :parent");
    private static final String FOUND = FIND.formatted(MATCHES);
    private static final String FOUND_BELOW =
            FIND.formatted(MATCHES + " and code like :below and code <> :parent");

    private static final RowMapper<DivisionItem> ROWS =
            new SimplePropertyRowMapper<>(DivisionItem.class);

    private final JdbcClient jdbc;

    DivisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DivisionItem> find(@Nullable String words, @Nullable String parent, int limit) {
        var sql =
                words == null
                        ? parent == null ? TOPS : BELOW
                        : parent == null ? FOUND : FOUND_BELOW;
        var query = jdbc.sql(sql).param("limit", limit);
        if (words != null) {
            var pattern = pattern(words);
            query.param("any", "%" + pattern).param("prefix", pattern);
        }
        if (parent != null) {
            query.param("parent", parent).param("below", pattern(parent));
        }
        return query.query(ROWS).list();
    }

    private static String pattern(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
