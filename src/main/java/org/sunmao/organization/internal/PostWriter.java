package org.sunmao.organization.internal;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes posts and terms, many at once. */
@Repository
class PostWriter {

    private final NamedParameterJdbcTemplate jdbc;

    PostWriter(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Post> posts) {
        batch(PostStore.SAVE, posts, PostStore::columns);
    }

    void addTerms(List<Term> terms) {
        batch(TermStore.SAVE, terms, TermStore::columns);
    }

    private <T> void batch(String sql, List<T> rows, Function<T, Map<String, ?>> columns) {
        jdbc.batchUpdate(
                sql,
                rows.stream()
                        .map(row -> new MapSqlParameterSource(columns.apply(row)))
                        .toArray(SqlParameterSource[]::new));
    }
}
