package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.locality.internal.Proposal.By;
import org.sunmao.locality.internal.Proposal.Decided;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.rules.RuleId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Proposals in PostgreSQL; the policy leaves those of the organizations of the scope. */
@Repository
class ProposalStore {

    private static final String IN_SCOPE =
            """
            (:everything or p.organization in (select o.id from organization.place_published o
              where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                and o.valid_to > :day))
            """;
    private static final String GET =
            "select * from locality.proposal p where p.id = :id and " + IN_SCOPE;
    private static final String LOCK = GET + " for update of p";

    /** The newest first. */
    private static final String LIST =
            """
            select * from locality.proposal p
            where (cast(:state as text) is null or p.state = :state)
              and (cast(:rule as text) is null or p.rule = :rule)
              and (cast(:after as uuid) is null or p.id < :after) and
            """
                    + IN_SCOPE
                    + " order by p.id desc limit :limit";

    private static final String PENDING =
            """
            select exists (select from locality.proposal p where p.state = 'pending'
              and p.organization = :organization and p.rule = :rule and p.name = :name)
            """;
    private static final String ADD =
            """
            insert into locality.proposal (id, organization, rule, name, value, starts_on, ends_on,
              reason, state, proposed_by, proposed_member, proposed_for, proposed_name, proposed_at)
            values (:id, :organization, :rule, :name, :value, :startsOn, :endsOn, :reason,
              'pending', :account, :member, :behalf, :by, :at)
            """;
    private static final String DECIDE =
            """
            update locality.proposal set state = :state, decided_by = :account,
              decided_name = :by, decided_at = :at, decision_reason = :reason
            where id = :id and state = 'pending'
            """;

    private static final RowMapper<Proposal> ROWS = (row, _) -> proposal(row);

    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Proposal> get(Scope scope, UUID id) {
        return in(scope, GET).param("id", id).query(ROWS).optional();
    }

    Optional<Proposal> lock(Scope scope, UUID id) {
        return in(scope, LOCK).param("id", id).query(ROWS).optional();
    }

    List<Proposal> list(
            Scope scope,
            @Nullable State state,
            @Nullable RuleId rule,
            @Nullable UUID after,
            int limit) {
        return in(scope, LIST)
                .param("state", state == null ? null : code(state), Types.VARCHAR)
                .param("rule", rule == null ? null : rule.value(), Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    boolean pending(UUID organization, RuleId rule, String name) {
        return jdbc.sql(PENDING)
                .param("organization", organization)
                .param("rule", rule.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void add(Proposal proposal) {
        jdbc.sql(ADD)
                .param("id", proposal.id())
                .param("organization", proposal.organization())
                .param("rule", proposal.rule().value())
                .param("name", proposal.name())
                .param("value", proposal.value(), Types.VARCHAR)
                .param("startsOn", proposal.startsOn())
                .param("endsOn", proposal.endsOn(), Types.DATE)
                .param("reason", proposal.reason())
                .param("account", proposal.by().account())
                .param("member", proposal.by().member(), Types.OTHER)
                .param("behalf", proposal.by().behalf(), Types.OTHER)
                .param("by", proposal.by().name())
                .param("at", at(proposal.at()))
                .update();
    }

    void decide(UUID id, State state, Decided decided) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", code(state))
                .param("account", decided.account())
                .param("by", decided.name())
                .param("at", at(decided.at()))
                .param("reason", decided.reason(), Types.VARCHAR)
                .update();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                new RuleId(row.getString("rule")),
                row.getString("name"),
                row.getString("value"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                new By(
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("proposed_member", UUID.class),
                        row.getObject("proposed_for", UUID.class),
                        row.getString("proposed_name")),
                instant(row, "proposed_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                decided(row));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        var account = row.getObject("decided_by", UUID.class);
        return account == null
                ? null
                : new Decided(
                        account,
                        row.getString("decided_name"),
                        instant(row, "decided_at"),
                        row.getString("decision_reason"));
    }

    static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
