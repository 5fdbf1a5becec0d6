package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Duties of a scope, for those who look at them. */
@Repository
class DutyReading {

    private static final String SELECT =
            "select "
                    + DutyStore.COLUMNS
                    + """
                    , (select l.name from organization.label_published l
                      where l.id = d.organization and l.valid_from <= :day and l.valid_to > :day)
                      as organization_name
                    from duty.duty d
                    """;

    /** Today is what was stored: the database finds it by its indexes. */
    private static final String STORED = " cross join lateral (select d.state, d.light) s ";

    private static final String IN_SCOPE =
            """
             where d.organization in (select p.id from organization.place_published p
              where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day)
            """;
    private static final String BELOW =
            """
             and d.organization in (select p.id from organization.place_published p
              join organization.place_published t on t.id = :organization
                and t.valid_from <= :day and t.valid_to > :day
              where p.path >= t.path and p.path < rtrim(t.path, '/') || '0'
                and p.valid_from <= :day and p.valid_to > :day)
            """;
    private static final String OF_ITSELF =
            " and d.organization = :organization and s.state in ('open', 'late')";
    private static final String BY_DUE = " order by d.due, d.id limit :limit";

    private final JdbcClient jdbc;

    DutyReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a list goes on: behind this row. */
    record Behind(LocalDate due, UUID id) {}

    List<ReadDuty> list(Scope scope, DutyQuestion asked, @Nullable Behind behind, int limit) {
        var sql = SELECT + (scope.now() ? STORED : StandingSql.ON_DAY) + IN_SCOPE;
        var query =
                in(scope, sql + where(asked, behind) + BY_DUE)
                        .param("states", asked.states())
                        .param("lights", asked.lights())
                        .param("organization", asked.organization())
                        .param("rule", asked.rule())
                        .param("name", asked.name())
                        .param("subject", asked.subject())
                        .param("limit", limit);
        var month = asked.month();
        if (month != null) {
            query = query.param("first", month.atDay(1)).param("last", month.atEndOfMonth());
        }
        if (behind != null) {
            query = query.param("due", stored(behind.due())).param("id", behind.id());
        }
        return query.query((row, _) -> duty(row)).list();
    }

    private static String where(DutyQuestion asked, @Nullable Behind behind) {
        return " and s.state in (:states)"
                + (asked.lights().isEmpty() ? "" : " and s.light in (:lights)")
                + (asked.organization() == null ? "" : BELOW)
                + (asked.rule() == null ? "" : " and d.rule = :rule")
                + (asked.name() == null ? "" : " and d.name = :name")
                + (asked.subject() == null ? "" : " and d.subject = :subject")
                + (asked.month() == null ? "" : " and d.due between :first and :last")
                + (behind == null ? "" : " and (d.due, d.id) > (:due, cast(:id as uuid))");
    }

    /** What an organization itself has to do, and no other: the next first. */
    List<ReadDuty> own(Scope scope, UUID organization, int limit) {
        return in(scope, SELECT + StandingSql.ON_DAY + IN_SCOPE + OF_ITSELF + BY_DUE)
                .param("organization", organization)
                .param("limit", limit)
                .query((row, _) -> duty(row))
                .list();
    }

    int countOwn(Scope scope, UUID organization) {
        var sql = "select count(*) from duty.duty d" + StandingSql.ON_DAY + IN_SCOPE + OF_ITSELF;
        return in(scope, sql).param("organization", organization).query(Integer.class).single();
    }

    Optional<ReadDuty> get(Scope scope, UUID id) {
        return in(scope, SELECT + IN_SCOPE + " and d.id = :id")
                .param("id", id)
                .query((row, _) -> duty(row))
                .optional();
    }

    static StatementSpec in(JdbcClient jdbc, Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }

    private StatementSpec in(Scope scope, String sql) {
        return in(jdbc, scope, sql);
    }

    static ReadDuty duty(ResultSet row) throws SQLException {
        var name = Objects.requireNonNullElse(row.getString("organization_name"), "");
        return new ReadDuty(DutyStore.read(row), name);
    }

    /** As the database keeps the end of time. */
    static LocalDate stored(LocalDate day) {
        return day.equals(NEVER) ? LocalDate.MAX : day;
    }
}
