package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is shown of the rows of an import: verdicts and problems, page by page. */
@Repository
class ImportRows {

    private static final String KINDS =
            """
            select level, code, field, min(says) as says, count(distinct row)::integer as rows
            from exchange.problem where import = :id
            group by level, code, field order by rows desc, level, code, field limit 200
            """;
    private static final String PROBLEMS =
            """
            select row, number, field, level, code, says, rule from exchange.problem
            where import = :id and (row, number) > (:row, :number)
              and (cast(:level as text) is null or level = :level)
              and (cast(:code as text) is null or code = :code)
              and (cast(:field as text) is null or field = :field)
            order by row, number limit :limit
            """;
    private static final String OF_ROWS =
            """
            select row, number, field, level, code, says, rule from exchange.problem
            where import = :id and row = any (:rows) order by row, number
            """;
    private static final String VERDICTS =
            """
            select row, outcome, warned, twin, written, said from exchange.verdict v
            where import = :id and row > :row
              and (cast(:code as text) is null or row in (
                select p.row from exchange.problem p
                where p.import = :id and (cast(:level as text) is null or p.level = :level)
                  and p.code = :code and (cast(:field as text) is null or p.field = :field)))
            """;
    private static final String NEXT = " order by row limit :limit";
    private static final String ONE =
            "select row, outcome, warned, twin, written, said from exchange.verdict"
                    + " where import = :id and row = :row";

    /** Which rows are listed, by the name of the interface. */
    private static final Map<String, String> ONLY =
            Map.of(
                    "all", "",
                    "failed", " and (outcome = 'failed' or twin)",
                    "warnings", " and warned",
                    "questions", " and outcome = 'asked' and not twin",
                    "valid", " and outcome in ('made', 'changed', 'same') and not twin",
                    "left", " and said is not null");

    /** A kind of problems and how many rows have it. */
    record Kind(String level, String code, @Nullable String field, String says, int rows) {}

    /** One problem of one row. */
    record Told(
            int row,
            int number,
            @Nullable String field,
            String level,
            String code,
            String says,
            @Nullable String rule) {}

    /** What became of one row. */
    record Standing(
            int row,
            String outcome,
            boolean warned,
            boolean twin,
            boolean written,
            @Nullable String said) {

        /** In one word, as the interface has it. */
        String state() {
            if (said != null) {
                return "left";
            }
            if (written) {
                return "written";
            }
            return twin ? "failed" : outcome;
        }
    }

    /** Which problems are asked for. */
    record Asked(@Nullable String level, @Nullable String code, @Nullable String field) {}

    private static final RowMapper<Kind> KIND = new SimplePropertyRowMapper<>(Kind.class);
    private static final RowMapper<Told> TOLD = new SimplePropertyRowMapper<>(Told.class);
    private static final RowMapper<Standing> STANDING =
            new SimplePropertyRowMapper<>(Standing.class);

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kind> kinds(UUID id) {
        return jdbc.sql(KINDS).param("id", id).query(KIND).list();
    }

    List<Told> problems(UUID id, Asked asked, int row, int number, int limit) {
        return jdbc.sql(PROBLEMS)
                .param("id", id)
                .param("row", row)
                .param("number", number)
                .param("level", asked.level())
                .param("code", asked.code())
                .param("field", asked.field())
                .param("limit", limit)
                .query(TOLD)
                .list();
    }

    List<Told> problems(UUID id, List<Integer> rows) {
        return jdbc.sql(OF_ROWS)
                .param("id", id)
                .param("rows", rows.toArray(Integer[]::new))
                .query(TOLD)
                .list();
    }

    static boolean knows(String only) {
        return ONLY.containsKey(only);
    }

    /**
     * Rows that are {@code only} such, and that have a problem of the kind that is asked for; with
     * no code, of any or none.
     */
    List<Standing> standings(UUID id, String only, Asked asked, int row, int limit) {
        return jdbc.sql(VERDICTS + ONLY.get(only) + NEXT)
                .param("id", id)
                .param("level", asked.level())
                .param("code", asked.code())
                .param("field", asked.field())
                .param("row", row)
                .param("limit", limit)
                .query(STANDING)
                .list();
    }

    Optional<Standing> standing(UUID id, int row) {
        return jdbc.sql(ONE).param("id", id).param("row", row).query(STANDING).optional();
    }
}
