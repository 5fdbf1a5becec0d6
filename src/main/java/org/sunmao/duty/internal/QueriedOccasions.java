package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.duty.Occasions;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Occasions that one query over what the registers publish finds.
 *
 * @param sql with {@code :organizations} (an array) and {@code :today}; tells organization,
 *     subject_kind, subject, from_day, due, ended_on and evidence
 */
record QueriedOccasions(String name, String sql, JdbcClient jdbc, JsonMapper json)
        implements Occasions {

    private static final TypeReference<Map<String, Object>> EVIDENCE = new TypeReference<>() {};

    @Override
    public void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        jdbc.sql(sql)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("today", today)
                .query((row, _) -> occasion(row))
                .list()
                .forEach(found);
    }

    private Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getObject("organization", UUID.class),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("due", LocalDate.class),
                ended(row),
                json.readValue(row.getString("evidence"), EVIDENCE));
    }

    private static @Nullable LocalDate ended(ResultSet row) throws SQLException {
        return row.getObject("ended_on") == null ? null : RegisterReading.day(row, "ended_on");
    }
}
