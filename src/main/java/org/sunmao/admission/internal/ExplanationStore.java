package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What was explained and waits for the superior, and what became of it. */
@Repository
class ExplanationStore {

    private static final String ADD =
            """
            insert into admission.explanation (id, admission, step, on_day, what, numbers, told,
              meeting, breaches, reason, organization, account, behalf, name, at, state)
            values (:id, :admission, :step, :on, cast(:what as jsonb), :numbers, :told,
              :meeting, cast(:breaches as jsonb), :reason, :organization, :account, :behalf,
              :name, :at, 'asked')
            """;
    private static final String OPEN =
            "select * from admission.explanation where admission = :admission and state = 'asked'";
    private static final String KNOWN =
            """
            select exists (select from admission.explanation
              where admission = :admission and id = :id)
            """;
    private static final String DECIDE =
            """
            update admission.explanation set state = :state, decided_by = :by,
              decided_name = :name, decided_at = :at, decision_reason = :reason
            where id = :id
            """;

    private static final String NOTHING = "{}";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StageJson steps;
    private final StepStore sealed;

    ExplanationStore(JdbcClient jdbc, JsonMapper json, StageJson steps, StepStore sealed) {
        this.jdbc = jdbc;
        this.json = json;
        this.steps = steps;
        this.sealed = sealed;
    }

    void add(Explanation explanation) {
        var by = explanation.by();
        var what = explanation.what();
        jdbc.sql(ADD)
                .param("id", explanation.id())
                .param("admission", explanation.admission())
                .param("step", explanation.code().code())
                .param("on", explanation.on())
                .param("what", what == null ? NOTHING : steps.write(what))
                .param("numbers", numbers(explanation.numbers()), Types.ARRAY)
                .param("told", sealed.sealed(explanation.told()), Types.BINARY)
                .param("meeting", explanation.meeting(), Types.OTHER)
                .param("breaches", json.writeValueAsString(explanation.breaches()))
                .param("reason", explanation.reason())
                .param("organization", explanation.organization())
                .param("account", by.account(), Types.OTHER)
                .param("behalf", by.behalf(), Types.OTHER)
                .param("name", by.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .update();
    }

    /** The one that waits; there is one at most. */
    Optional<Explanation> open(UUID admission) {
        return jdbc.sql(OPEN)
                .param("admission", admission)
                .query((row, _) -> explanation(row))
                .optional();
    }

    boolean known(UUID admission, UUID id) {
        return jdbc.sql(KNOWN)
                .param("admission", admission)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void decide(UUID id, String state, Taken.By by, @Nullable String reason) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state)
                .param("by", by.account(), Types.OTHER)
                .param("name", by.name())
                .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    private static Integer @Nullable [] numbers(List<Integer> numbers) {
        return numbers.isEmpty() ? null : numbers.toArray(Integer[]::new);
    }

    private Explanation explanation(ResultSet row) throws SQLException {
        var numbers = row.getArray("numbers");
        return new Explanation(
                row.getObject("id", UUID.class),
                row.getObject("admission", UUID.class),
                StepCode.of(row.getString("step")),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                numbers == null ? steps.step(row.getString("what")) : null,
                numbers == null ? List.of() : List.of((Integer[]) numbers.getArray()),
                sealed.told(row.getBytes("told")),
                row.getObject("meeting", UUID.class),
                sealed.breaches(row.getString("breaches")),
                row.getString("reason"),
                row.getObject("organization", UUID.class),
                StepStore.by(row));
    }
}
