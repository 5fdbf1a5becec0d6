package org.sunmao.journal.internal;

import org.sunmao.journal.Followed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads an entry, every column of it, also one that somebody has bent. */
final class EntryRow {

    static final String COLUMNS =
            """
            e.id, e.recorded_at, e.account, e.behalf, e.post, e.organization, e.action,
              e.subject_kind, e.subject, e.effective_on, e.rules, e.commitment, e.transaction\
            """;

    private EntryRow() {}

    static Followed read(ResultSet row) throws SQLException {
        return new Followed(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("post"),
                row.getObject("organization", UUID.class),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                row.getObject("effective_on", LocalDate.class),
                rules(row),
                row.getBytes("commitment"),
                Long.parseUnsignedLong(row.getString("transaction")));
    }

    /** What is no list of texts is written as no text can be: PostgreSQL's have no zero in them. */
    private static List<String> rules(ResultSet row) throws SQLException {
        var rules = (Object[]) row.getArray("rules").getArray();
        return Arrays.stream(rules)
                .map(
                        rule ->
                                rule instanceof String text
                                        ? text
                                        : "\0" + Arrays.deepToString(new Object[] {rule}))
                .toList();
    }
}
