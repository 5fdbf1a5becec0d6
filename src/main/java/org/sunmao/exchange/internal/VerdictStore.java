package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Left;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** What became of the rows of imports, and what was found of them. */
@Repository
class VerdictStore {

    private static final String ADD =
            """
            insert into exchange.verdict (import, row, organization, outcome, warned, key, sum)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_PROBLEM =
            """
            insert into exchange.problem (import, row, number, organization, field, level, code,
              says, rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FORGET = "delete from exchange.verdict where import = :id";
    private static final String FORGET_PROBLEMS = "delete from exchange.problem where import = :id";
    private static final String FORGET_ROWS =
            "delete from exchange.verdict where import = :id and row = any (:rows)";
    private static final String FORGET_ROWS_PROBLEMS =
            "delete from exchange.problem where import = :id and row = any (:rows)";
    private static final String WRITTEN =
            """
            update exchange.verdict set written = true where import = :id and row = any (:rows)
            """;
    private static final String LEFT =
            "update exchange.verdict set said = ? where import = ? and row = ?";
    private static final String NONE_LEFT =
            "update exchange.verdict set said = null where import = :id and said is not null";

    /** Rows of one file that speak of one thing: all alike, or each saying something else. */
    private static final String TWINS =
            """
            select row, first, alike from (
              select row, min(row) over one as first,
                min(encode(sum, 'hex')) over one = max(encode(sum, 'hex')) over one as alike,
                count(*) over one as rows
              from exchange.verdict where import = :id and key is not null
              window one as (partition by key)) t
            where rows > 1 and (not alike or row > first)
            order by row
            """;

    private static final String NO_TWINS =
            "update exchange.verdict set twin = false where import = :id and twin";
    private static final String NO_TWIN_PROBLEMS =
            "delete from exchange.problem where import = :id and number = :number";
    private static final String TWIN =
            "update exchange.verdict set twin = true where import = :id and row = any (:rows)";

    /** The number of the problem that a row has as one of several that speak of one thing. */
    private static final short TWIN_NUMBER = 1000;

    private static final int MOST_OF_A_ROW = 100;
    private static final int BATCH = 1000;

    /** A row that speaks of the same as another. */
    record Twin(int row, int first, boolean alike) {}

    private record Problem(int row, int number, Finding found) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    VerdictStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void add(RosterImport to, List<Judged> judged) {
        template.batchUpdate(
                ADD,
                judged,
                BATCH,
                (insert, row) -> {
                    insert.setObject(1, to.id());
                    insert.setInt(2, row.row());
                    insert.setObject(3, to.organization());
                    insert.setString(4, row.verdict().outcome().name().toLowerCase(Locale.ROOT));
                    insert.setBoolean(5, row.warned());
                    insert.setBytes(6, row.key());
                    insert.setBytes(7, row.sum());
                });
        var problems = new ArrayList<Problem>();
        for (var row : judged) {
            var findings = row.verdict().findings();
            for (var i = 0; i < Math.min(findings.size(), MOST_OF_A_ROW); i++) {
                problems.add(new Problem(row.row(), i, findings.get(i)));
            }
        }
        addProblems(to, problems);
    }

    private void addProblems(RosterImport to, List<Problem> problems) {
        template.batchUpdate(
                ADD_PROBLEM, problems, BATCH, (insert, problem) -> bind(insert, to, problem));
    }

    private static void bind(PreparedStatement insert, RosterImport to, Problem problem)
            throws SQLException {
        var found = problem.found();
        insert.setObject(1, to.id());
        insert.setInt(2, problem.row());
        insert.setInt(3, problem.number());
        insert.setObject(4, to.organization());
        insert.setString(5, found.field());
        insert.setString(6, found.level().name().toLowerCase(Locale.ROOT));
        insert.setString(7, found.code());
        insert.setString(8, found.says());
        insert.setString(9, found.rule());
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
        jdbc.sql(FORGET_PROBLEMS).param("id", id).update();
    }

    /** Puts new verdicts in the place of those that stand for the same rows. */
    void replace(RosterImport of, List<Judged> judged) {
        var rows = rows(judged.stream().map(Judged::row).toList());
        jdbc.sql(FORGET_ROWS).param("id", of.id()).param("rows", rows).update();
        jdbc.sql(FORGET_ROWS_PROBLEMS).param("id", of.id()).param("rows", rows).update();
        add(of, judged);
    }

    void written(UUID id, List<Integer> rows) {
        jdbc.sql(WRITTEN).param("id", id).param("rows", rows(rows)).update();
    }

    void left(UUID id, List<Left> left) {
        jdbc.sql(NONE_LEFT).param("id", id).update();
        template.batchUpdate(
                LEFT,
                left,
                BATCH,
                (update, row) -> {
                    update.setString(1, row.says());
                    update.setObject(2, id);
                    update.setInt(3, row.row());
                });
    }

    /** Finds anew which rows of the file speak of one thing, and marks them. */
    void findTwins(RosterImport of, Function<Twin, Finding> finding) {
        var id = of.id();
        jdbc.sql(NO_TWINS).param("id", id).update();
        jdbc.sql(NO_TWIN_PROBLEMS).param("id", id).param("number", TWIN_NUMBER).update();
        var twins =
                jdbc.sql(TWINS)
                        .param("id", id)
                        .query(
                                (row, _) ->
                                        new Twin(
                                                row.getInt("row"),
                                                row.getInt("first"),
                                                row.getBoolean("alike")))
                        .list();
        jdbc.sql(TWIN)
                .param("id", id)
                .param("rows", rows(twins.stream().map(Twin::row).toList()))
                .update();
        addProblems(
                of,
                twins.stream()
                        .map(twin -> new Problem(twin.row(), TWIN_NUMBER, finding.apply(twin)))
                        .toList());
    }

    private static Integer[] rows(List<Integer> rows) {
        return rows.toArray(Integer[]::new);
    }
}
