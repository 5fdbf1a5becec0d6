package org.sunmao.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.journal.Act;
import org.sunmao.journal.Erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Erases details by the one function that may, and says what is to be told of it. */
@Repository
class Eraser {

    static final String ACTION = "journal.erase";

    /** The ids of what was erased, in the detail of the entry that tells of it. */
    static final String ENTRIES = "entries";

    private static final String LEFT =
            """
            select d.entry from journal.detail d join journal.entry e on e.id = d.entry
            where d.entry = any (:entries) and e.action <> 'journal.erase'
            order by d.entry
            """;
    private static final String PURPOSE =
            "select coalesce(current_setting('sunmao.purpose', true), '')";
    private static final String SET_PURPOSE = "select set_config('sunmao.purpose', :purpose, true)";
    private static final String ERASE = "select journal.erase(:erasure, :entries)";

    private final JdbcClient jdbc;

    Eraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that still have a detail, in the scope of the transaction. */
    List<UUID> left(List<UUID> entries) {
        return jdbc.sql(LEFT)
                .param("entries", array(entries))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    static Act act(Erasure why, List<UUID> entries) {
        return new Act(
                null,
                ACTION,
                "journal",
                null,
                why.on(),
                List.of(why.rule()),
                Map.of(
                        "count",
                        entries.size(),
                        "reason",
                        why.reason(),
                        ENTRIES,
                        entries.stream().map(UUID::toString).toList()));
    }

    void erase(UUID erasure, List<UUID> entries) {
        var before = jdbc.sql(PURPOSE).query(String.class).single();
        purpose("erase");
        var erased =
                jdbc.sql(ERASE)
                        .param("erasure", erasure)
                        .param("entries", array(entries))
                        .query(Long.class)
                        .single();
        purpose(before);
        if (erased != entries.size()) {
            throw new IllegalStateException("somebody else is erasing the same details");
        }
    }

    private void purpose(String purpose) {
        jdbc.sql(SET_PURPOSE).param("purpose", purpose).query((_, _) -> true).single();
    }

    private static UUID[] array(List<UUID> entries) {
        return entries.toArray(UUID[]::new);
    }
}
