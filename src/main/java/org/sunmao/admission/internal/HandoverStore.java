package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.admission.internal.Taken.By;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Papers on their way to another branch. */
@Repository
class HandoverStore {

    private static final String ADD =
            """
            insert into admission.handover (id, admission, source, target, on_day, name, at, state)
            values (:id, :admission, :source, :target, :on, :name, :at, 'sent')
            """;
    private static final String OPEN =
            "select * from admission.handover where admission = :admission and state = 'sent'";
    private static final String DECIDE =
            """
            update admission.handover set state = :state, decided_name = :name, decided_at = :at,
              reason = :reason
            where id = :id
            """;

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The papers of a case that were sent, and not examined yet. */
    record Handover(UUID id, UUID admission, UUID source, UUID target, LocalDate on, String name) {}

    void add(Handover handover, By by) {
        jdbc.sql(ADD)
                .param("id", handover.id())
                .param("admission", handover.admission())
                .param("source", handover.source())
                .param("target", handover.target())
                .param("on", handover.on())
                .param("name", handover.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .update();
    }

    Optional<Handover> open(UUID admission) {
        return jdbc.sql(OPEN)
                .param("admission", admission)
                .query((row, _) -> handover(row))
                .optional();
    }

    void decide(UUID id, String state, By by, @Nullable String reason) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state)
                .param("name", by.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("admission", UUID.class),
                row.getObject("source", UUID.class),
                row.getObject("target", UUID.class),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                row.getString("name"));
    }
}
