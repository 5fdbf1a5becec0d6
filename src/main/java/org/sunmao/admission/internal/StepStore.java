package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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
import java.util.stream.IntStream;

/** The steps as they were taken, in the order of entering. */
@Repository
class StepStore {

    static final String TOLD = "admission.told";

    private static final String ADD =
            """
            insert into admission.step (id, admission, number, step, on_day, what, told, stage,
              organization, meeting, late, breaches, reason, signed_name, account, behalf, name, at)
            values (:id, :admission, coalesce(cast(:number as integer),
                (select 1 + count(*) from admission.step s where s.admission = :admission)),
              :step, :on, cast(:what as jsonb), :told, :stage,
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
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;
    private final Vault vault;

    StepStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.vault = vault;
    }

    void add(UUID admission, Taken taken) {
        jdbc.sql(ADD).paramSource(row(admission, null, taken)).update();
    }

    /** The steps of a new case at once, in their order. */
    void begin(UUID admission, List<Taken> taken) {
        var rows =
                IntStream.range(0, taken.size()).mapToObj(i -> row(admission, i + 1, taken.get(i)));
        batches.batchUpdate(ADD, rows.toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(UUID admission, @Nullable Integer number, Taken taken) {
        var by = taken.by();
        return new MapSqlParameterSource()
                .addValue("id", taken.id())
                .addValue("admission", admission)
                .addValue("number", number, Types.INTEGER)
                .addValue("step", taken.code().code())
                .addValue("on", taken.on())
                .addValue("what", taken.what())
                .addValue("told", sealed(taken.told()), Types.BINARY)
                .addValue("stage", taken.stage())
                .addValue("organization", taken.organization())
                .addValue("meeting", taken.meeting(), Types.OTHER)
                .addValue("late", taken.late())
                .addValue("breaches", json.writeValueAsString(taken.breaches()))
                .addValue("reason", taken.reason(), Types.VARCHAR)
                .addValue("signed", taken.signedName(), Types.VARCHAR)
                .addValue("account", by.account(), Types.OTHER)
                .addValue("behalf", by.behalf(), Types.OTHER)
                .addValue("name", by.name())
                .addValue("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC));
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
