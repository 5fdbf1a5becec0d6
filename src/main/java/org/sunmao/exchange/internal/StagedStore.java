package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.register.Roster.Answer;
import org.sunmao.vault.Vault;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The rows of files, sealed: they hold what the registers seal. */
@Repository
class StagedStore {

    private static final String SEALED = "exchange.staged";
    private static final String ADD =
            """
            insert into exchange.staged (import, row, organization, content) values (?, ?, ?, ?)
            """;
    private static final String FORGET = "delete from exchange.staged where import = :id";
    private static final String NEXT =
            """
            select row, content, answer from exchange.staged
            where import = :id and row > :after order by row limit :limit
            """;

    /** Rows that may be written: a warning that nobody confirmed holds a row back if so asked. */
    private static final String WRITABLE =
            """
            select s.row, s.content, s.answer from exchange.staged s
            join exchange.verdict v on v.import = s.import and v.row = s.row
            where s.import = :id and s.row > :after and not v.twin
              and v.outcome in ('made', 'changed', 'same')
              and (not :settledOnly or not v.warned or not exists (
                select from exchange.problem p
                where p.import = s.import and p.row = s.row and p.level = 'warning'
                  and p.code || '/' || coalesce(p.field, '') <> all (:settled)))
            order by s.row limit :limit
            """;

    /** Rows that stay out, for the file of those that failed. */
    private static final String OUT =
            """
            select s.row, s.content, s.answer from exchange.staged s
            join exchange.verdict v on v.import = s.import and v.row = s.row
            where s.import = :id and s.row > :after and not v.written
              and (v.twin or v.outcome in ('failed', 'asked')
                or (:left and v.outcome in ('made', 'changed')))
            order by s.row limit :limit
            """;

    private static final String ONE =
            "select row, content, answer from exchange.staged where import = :id and row = :row";
    private static final String SOME =
            """
            select row, content, answer from exchange.staged
            where import = :id and row = any (:rows) order by row
            """;
    private static final String CHANGE =
            """
            update exchange.staged set content = :content, answer = :answer
            where import = :id and row = :row
            """;
    private static final int BATCH = 1000;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Which rows are written. */
    record Writable(boolean settledOnly, List<String> settled) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    StagedStore(JdbcTemplate template, JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(RosterImport to, List<StagedRow> rows) {
        template.batchUpdate(
                ADD,
                rows,
                BATCH,
                (insert, row) -> {
                    insert.setObject(1, to.id());
                    insert.setInt(2, row.row());
                    insert.setObject(3, to.organization());
                    insert.setBytes(4, seal(row.cells()));
                });
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
    }

    List<StagedRow> after(UUID id, int row, int limit) {
        return jdbc.sql(NEXT)
                .param("id", id)
                .param("after", row)
                .param("limit", limit)
                .query((found, _) -> row(found))
                .list();
    }

    List<StagedRow> writable(UUID id, Writable which, int row, int limit) {
        return jdbc.sql(WRITABLE)
                .param("id", id)
                .param("settledOnly", which.settledOnly())
                .param("settled", which.settled().toArray(String[]::new))
                .param("after", row)
                .param("limit", limit)
                .query((found, _) -> row(found))
                .list();
    }

    /**
     * The rows that stay out.
     *
     * @param left whether also those that could have been written and were not
     */
    List<StagedRow> out(UUID id, boolean left, int row, int limit) {
        return jdbc.sql(OUT)
                .param("id", id)
                .param("left", left)
                .param("after", row)
                .param("limit", limit)
                .query((found, _) -> row(found))
                .list();
    }

    Optional<StagedRow> get(UUID id, int row) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("row", row)
                .query((found, _) -> row(found))
                .optional();
    }

    List<StagedRow> get(UUID id, List<Integer> rows) {
        return jdbc.sql(SOME)
                .param("id", id)
                .param("rows", rows.toArray(Integer[]::new))
                .query((found, _) -> row(found))
                .list();
    }

    void change(UUID id, StagedRow row) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("row", row.row())
                .param("content", seal(row.cells()))
                .param("answer", row.answer().name().toLowerCase(Locale.ROOT))
                .update();
    }

    private StagedRow row(ResultSet found) throws SQLException {
        var texts = json.readValue(vault.open(SEALED, found.getBytes("content")), TEXTS);
        var cells = new ArrayList<Cell>(texts.size());
        for (var text : texts) {
            cells.add(cell(text));
        }
        var answer = Answer.valueOf(found.getString("answer").toUpperCase(Locale.ROOT));
        return new StagedRow(found.getInt("row"), cells, answer);
    }

    /** A cell is kept as one text, whose first character tells the kind. */
    private byte[] seal(List<Cell> cells) {
        var texts = cells.stream().map(StagedStore::text).toList();
        return vault.seal(SEALED, json.writeValueAsString(texts));
    }

    private static String text(Cell cell) {
        return switch (cell.kind()) {
            case EMPTY -> "";
            case TEXT -> "t" + cell.text();
            case NUMBER -> "n" + cell.text();
            case DAY -> "d" + cell.text();
            case FLAG -> "f" + cell.text();
            case ERROR -> "e" + cell.text();
        };
    }

    private static Cell cell(String text) {
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        var kind =
                switch (text.charAt(0)) {
                    case 't' -> Cell.Kind.TEXT;
                    case 'n' -> Cell.Kind.NUMBER;
                    case 'd' -> Cell.Kind.DAY;
                    case 'f' -> Cell.Kind.FLAG;
                    case 'e' -> Cell.Kind.ERROR;
                    default -> throw new IllegalStateException("not a cell of ours");
                };
        return new Cell(kind, text.substring(1));
    }
}
