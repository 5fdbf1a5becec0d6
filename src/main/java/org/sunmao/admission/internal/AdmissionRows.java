package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Admission.Kind;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.vault.Vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/** Rows of admissions; what is sealed is opened on the way. */
@Component
class AdmissionRows implements RowMapper<Admission> {

    static final String NUMBER = "admission.citizen_number";
    static final String MOBILE = "admission.mobile";

    private final Vault vault;
    private final StageJson stages;

    AdmissionRows(Vault vault, StageJson stages) {
        this.vault = vault;
        this.stages = stages;
    }

    @Override
    public Admission mapRow(ResultSet row, int number) throws SQLException {
        return new Admission(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                row.getObject("person", UUID.class),
                Kind.of(row.getString("kind")),
                whose(row),
                Objects.requireNonNull(row.getObject("applied_on", LocalDate.class)),
                stages.stage(row.getString("state")),
                waiting(row),
                row.getBoolean("late"),
                new Entered(
                        row.getObject("entered_by", UUID.class),
                        row.getString("entered_name"),
                        instant(row, "entered_at")));
    }

    static Waiting waiting(ResultSet row) throws SQLException {
        var next = row.getString("next_step");
        return new Waiting(
                Objects.requireNonNull(row.getObject("since", LocalDate.class)),
                next == null ? null : StepCode.of(next),
                row.getObject("due", LocalDate.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    private Whose whose(ResultSet row) throws SQLException {
        return new Whose(
                row.getString("name"),
                row.getString("sex"),
                row.getString("nation"),
                Objects.requireNonNull(row.getObject("born_on", LocalDate.class)),
                opened(NUMBER, row.getBytes("citizen_number")),
                opened(MOBILE, row.getBytes("mobile")),
                row.getString("education"),
                row.getString("job_post"));
    }

    @Nullable String opened(String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(field, sealed);
    }

    byte @Nullable [] sealed(String field, @Nullable String clear) {
        return clear == null ? null : vault.seal(field, clear);
    }

    byte @Nullable [] index(@Nullable String number) {
        return number == null ? null : vault.blindIndex(NUMBER, number);
    }
}
