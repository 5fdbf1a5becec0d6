package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.vault.Vault;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The steps as they were taken, in the order of entering. */
@Repository
class StepStore {

    static final String TOLD = "admission.told";

    private static final String ADD =
            """
            insert into admission.step (id, admission, number, step, on_day, what, told, stage,
              organization, meeting, late, breaches, reason, signed_name, account, behalf, name, at)
            values (:id, :admission, 1 + (select coalesce(max(s.number), 0) from admission.step s
                where s.admission = :admission), :step, :on, cast(:what as jsonb), :told, :stage,
              :organization, :meeting, :late, cast(:breaches as jsonb), :reason, :signed, :account,
              :behalf, :name, :at)
            """;

    /** With what was explained of a step afterwards, and signed. */
    private static final String OF =
            """
            select s.*, coalesce(s.reason, e.reason) as why,
              coalesce(s.signed_name, e.decided_name) as signed
            from admission.step s left join admission.explanation e
              on e.admission = s.admission and e.state = 'signed' and s.number = any (e.numbers)
            where s.admission = :admission order by s.number
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;

    StepStore(JdbcClient jdbc, JsonMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    void add(UUID admission, Taken taken) {
        var by = taken.by();
        jdbc.sql(ADD)
                .param("id", taken.id())
                .param("admission", admission)
                .param("step", taken.code().code())
                .param("on", taken.on())
                .param("what", taken.what())
                .param("told", sealed(taken.told()), Types.BINARY)
                .param("stage", taken.stage())
                .param("organization", taken.organization())
                .param("meeting", taken.meeting(), Types.OTHER)
                .param("late", taken.late())
                .param("breaches", json.writeValueAsString(taken.breaches()))
                .param("reason", taken.reason(), Types.VARCHAR)
                .param("signed", taken.signedName(), Types.VARCHAR)
                .param("account", by.account(), Types.OTHER)
                .param("behalf", by.behalf(), Types.OTHER)
                .param("name", by.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .update();
    }

    List<Taken> of(UUID admission) {
        return jdbc.sql(OF).param("admission", admission).query((row, _) -> taken(row)).list();
    }

    private Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                StepCode.of(row.getString("step")),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                row.getString("what"),
                told(row.getBytes("told")),
                row.getString("stage"),
                row.getObject("organization", UUID.class),
                row.getObject("meeting", UUID.class),
                row.getBoolean("late"),
                breaches(row.getString("breaches")),
                row.getString("why"),
                row.getString("signed"),
                by(row));
    }

    static By by(ResultSet row) throws SQLException {
        return new By(
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("name"),
                AdmissionRows.instant(row, "at"));
    }

    byte @Nullable [] sealed(Map<String, Object> told) {
        return told.isEmpty() ? null : vault.seal(TOLD, json.writeValueAsString(told));
    }

    Map<String, Object> told(byte @Nullable [] sealed) {
        return sealed == null
                ? Map.of()
                : json.readValue(vault.open(TOLD, sealed), new TypeReference<>() {});
    }

    List<Breach> breaches(String kept) {
        return json.readValue(kept, new TypeReference<>() {});
    }
}
