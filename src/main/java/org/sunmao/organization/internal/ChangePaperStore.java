package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what the papers of changes say, once they are final. */
@Repository
class ChangePaperStore {

    private static final String SETTLED =
            "select kind, file from organization.change_paper where change = :change";
    private static final String ONE =
            """
            select says, file from organization.change_paper where change = :change and kind = :kind
            """;
    private static final String ADD =
            """
            insert into organization.change_paper (change, kind, says)
            values (:change, :kind, cast(:says as jsonb))
            """;
    private static final String PRINTED =
            """
            update organization.change_paper set file = :file
            where change = :change and kind = :kind and file is null
            """;

    /** What a paper says, and the file it was printed as. */
    record Settled(ChangePaper says, @Nullable UUID file) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangePaperStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The final papers of a change by kind, each with its file once it was printed. */
    Map<String, @Nullable UUID> settled(UUID change) {
        var settled = new HashMap<String, @Nullable UUID>();
        jdbc.sql(SETTLED)
                .param("change", change)
                .query((row, _) -> settled.put(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        return settled;
    }

    Optional<Settled> get(UUID change, String kind) {
        return jdbc.sql(ONE)
                .param("change", change)
                .param("kind", kind)
                .query(
                        (row, _) ->
                                new Settled(
                                        json.readValue(row.getString(1), ChangePaper.class),
                                        row.getObject(2, UUID.class)))
                .optional();
    }

    void add(UUID change, String kind, ChangePaper says) {
        jdbc.sql(ADD)
                .param("change", change)
                .param("kind", kind)
                .param("says", json.writeValueAsString(says))
                .update();
    }

    /** Whether it was the first print: of two at once, one is kept. */
    boolean printed(UUID change, String kind, UUID file) {
        return jdbc.sql(PRINTED)
                        .param("change", change)
                        .param("kind", kind)
                        .param("file", file)
                        .update()
                > 0;
    }
}
