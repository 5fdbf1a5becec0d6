package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.rules.RuleId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was decided, by days. Public: whom a rule binds may know by whose decision. */
@Repository
class FigureStore {

    /**
     * A figure of an organization for some days.
     *
     * @param to the first day it no longer holds; null where it has no end
     */
    record Held(
            UUID organization,
            RuleId rule,
            String name,
            LocalDate from,
            @Nullable LocalDate to,
            String value,
            String reason,
            UUID proposal) {

        boolean on(LocalDate day) {
            return !from.isAfter(day) && (to == null || day.isBefore(to));
        }

        boolean concerns(Proposal wish) {
            return organization.equals(wish.organization())
                    && rule.equals(wish.rule())
                    && name.equals(wish.name());
        }
    }

    private static final String ALL =
            """
            select organization, rule, name, valid_from, nullif(valid_to, 'infinity') as valid_to,
              value, reason, proposal from locality.figure order by valid_from, organization, name
            """;

    /** Two approvals at once would each see what was before the other. */
    private static final String ALONE = "lock table locality.figure in share row exclusive mode";

    private static final String REMOVE =
            """
            delete from locality.figure where organization = :organization and rule = :rule
              and name = :name and valid_from = :from
            """;
    private static final String ADD =
            """
            insert into locality.figure (organization, rule, name, valid_from, valid_to, value,
              reason, proposal)
            values (:organization, :rule, :name, :from, coalesce(cast(:to as date), 'infinity'),
              :value, :reason, :proposal)
            """;

    private static final RowMapper<Held> ROWS = (row, _) -> held(row);

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> all() {
        return jdbc.sql(ALL).query(ROWS).list();
    }

    /** Until the caller's transaction ends, nobody else decides. */
    void alone() {
        jdbc.sql(ALONE).update();
    }

    void remove(Held held) {
        jdbc.sql(REMOVE)
                .param("organization", held.organization())
                .param("rule", held.rule().value())
                .param("name", held.name())
                .param("from", held.from())
                .update();
    }

    void add(Held held) {
        jdbc.sql(ADD)
                .param("organization", held.organization())
                .param("rule", held.rule().value())
                .param("name", held.name())
                .param("from", held.from())
                .param("to", held.to(), java.sql.Types.DATE)
                .param("value", held.value())
                .param("reason", held.reason())
                .param("proposal", held.proposal())
                .update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("organization", UUID.class),
                new RuleId(row.getString("rule")),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("value"),
                row.getString("reason"),
                row.getObject("proposal", UUID.class));
    }
}
