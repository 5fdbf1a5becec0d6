package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.internal.GrantProcess.State;
import org.sunmao.access.internal.GrantRequest.Decided;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for grants in PostgreSQL. */
@Repository
class GrantRequestStore {

    private static final String ADD =
            """
            insert into access.grant_request (id, state, account, role, organization, valid_from,
              valid_to, reason, principal, requested_by, requested_as, requested_at)
            values (:id, 'requested', :account, :role, :organization, :from, :to, :reason,
              :principal, :by, :as, :at)
            """;
    private static final String DECIDE =
            """
            update access.grant_request set state = :state, decided_by = :by, decided_at = :at,
              decision = :reason
            where id = :id and state = 'requested'
            """;

    /** One's own, those for oneself, and those one has to do with by one's role. */
    private static final String VISIBLE =
            """
            (:all or r.requested_by = :me or r.requested_as = :me or r.account = :me
              or :accounts and r.organization is null
              or :officer and r.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day))
            """;

    private static final String LIST =
            "select r.* from access.grant_request r where "
                    + VISIBLE
                    + """
                     and (not :waiting or r.state = 'requested')
                      and (cast(:after as uuid) is null or r.id < :after)
                    order by r.id desc limit :limit
                    """;
    private static final String LOCK =
            "select r.* from access.grant_request r where r.id = :id and "
                    + VISIBLE
                    + " for update";
    private static final String SAME =
            """
            select exists (select from access.grant_request r
              where r.state = 'requested' and r.account = :account and r.role = :role
                and r.organization is not distinct from :organization
                and r.principal is not distinct from :principal)
            """;
    private static final String LAPSED =
            """
            select r.* from access.grant_request r
            where r.state = 'requested' and r.valid_to <= :day
            order by r.id limit 200 for update skip locked
            """;

    private static final RowMapper<GrantRequest> ROWS = (row, _) -> request(row);

    private final JdbcClient jdbc;

    GrantRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(GrantRequest request) {
        jdbc.sql(ADD)
                .param("id", request.id())
                .param("account", request.account())
                .param("role", request.role().code())
                .param("organization", request.organization(), Types.OTHER)
                .param("from", request.from())
                .param("to", request.to())
                .param("reason", request.reason())
                .param("principal", request.principal(), Types.OTHER)
                .param("by", request.requestedBy())
                .param("as", request.requestedAs(), Types.OTHER)
                .param("at", at(request.requestedAt()))
                .update();
    }

    void decide(UUID id, State state, Decided decided) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.code())
                .param("by", decided.by(), Types.OTHER)
                .param("at", at(decided.at()))
                .param("reason", decided.reason(), Types.VARCHAR)
                .update();
    }

    List<GrantRequest> list(
            SignedIn who, Scope scope, boolean waiting, @Nullable UUID after, int limit) {
        return visible(LIST, who, scope)
                .param("waiting", waiting)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    /** Of two who decide at once, one waits. */
    Optional<GrantRequest> lock(SignedIn who, Scope scope, UUID id) {
        return visible(LOCK, who, scope).param("id", id).query(ROWS).optional();
    }

    /** Whether the same is being asked for already. */
    boolean waits(GrantRequest request) {
        return jdbc.sql(SAME)
                .param("account", request.account())
                .param("role", request.role().code())
                .param("organization", request.organization(), Types.OTHER)
                .param("principal", request.principal(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    List<GrantRequest> lapsed(LocalDate day) {
        return jdbc.sql(LAPSED).param("day", day).query(ROWS).list();
    }

    private JdbcClient.StatementSpec visible(String sql, SignedIn who, Scope scope) {
        return jdbc.sql(sql)
                .param("all", who.role() == Role.SECURITY_ADMIN)
                .param("accounts", who.role() == Role.SYSTEM_ADMIN)
                .param("officer", who.role().may(Right.GRANTS_REQUEST))
                .param("me", who.behalf() == null ? who.account() : who.behalf())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }

    private static GrantRequest request(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return new GrantRequest(
                row.getObject("id", UUID.class),
                State.of(row.getString("state")),
                row.getObject("account", UUID.class),
                Role.of(row.getString("role")),
                row.getObject("organization", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("reason"),
                row.getObject("principal", UUID.class),
                row.getObject("requested_by", UUID.class),
                row.getObject("requested_as", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                at == null
                        ? null
                        : new Decided(
                                row.getObject("decided_by", UUID.class),
                                at.toInstant(),
                                row.getString("decision")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
