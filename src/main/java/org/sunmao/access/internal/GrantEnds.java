package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Ends grants, those of deputies with them, each with its entry in the journal. */
@Repository
class GrantEnds {

    private static final String END =
            """
            with gone as (
              update access.grant g set valid_to = greatest(g.valid_from, :day)
              where g.valid_to > :day and %s
              returning g.id, g.account, g.organization, g.role, g.basis_kind),
            standing_in as (
              update access.grant g set valid_to = greatest(g.valid_from, :day)
              from gone where g.principal = gone.id and g.valid_to > :day
              returning g.account, g.organization, g.role, g.basis_kind)
            select account, organization, role, basis_kind from gone
            union all select account, organization, role, basis_kind from standing_in
            """;
    private static final String OF_POSTS =
            END.formatted("g.basis_kind = 'post' and g.basis_id in (:posts)");
    private static final String OF_ORGANIZATION = END.formatted("g.organization = :organization");
    private static final String OF_ACCOUNT = END.formatted("g.account = :account");
    private static final String ONE = END.formatted("g.id = :id");

    private record Ended(
            UUID account, @Nullable UUID organization, String role, String basisKind) {}

    private static final RowMapper<Ended> ENDINGS = new SimplePropertyRowMapper<>(Ended.class);

    private final JdbcClient jdbc;
    private final Journal journal;

    GrantEnds(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void ofPosts(Scope scope, Collection<UUID> posts, LocalDate on) {
        end(scope, on, "", OF_POSTS, statement -> statement.param("posts", posts));
    }

    void ofOrganization(Scope scope, UUID organization, LocalDate on) {
        end(
                scope,
                on,
                "",
                OF_ORGANIZATION,
                statement -> statement.param("organization", organization));
    }

    void ofAccount(Scope scope, UUID account, LocalDate on, String reason) {
        end(scope, on, reason, OF_ACCOUNT, statement -> statement.param("account", account));
    }

    void one(Scope scope, UUID id, LocalDate on, String reason) {
        end(scope, on, reason, ONE, statement -> statement.param("id", id));
    }

    private void end(
            Scope scope,
            LocalDate on,
            String reason,
            String sql,
            UnaryOperator<JdbcClient.StatementSpec> of) {
        var ended = of.apply(jdbc.sql(sql).param("day", on)).query(ENDINGS).list();
        journal.append(scope.actor(), ended.stream().map(one -> act(one, on, reason)).toList());
    }

    private static Act act(Ended ended, LocalDate on, String reason) {
        var values = new HashMap<String, String>();
        values.put("role", ended.role());
        values.put("basis", ended.basisKind());
        if (!reason.isEmpty()) {
            values.put("reason", reason);
        }
        return new Act(
                ended.organization(),
                "access.end-grant",
                "account",
                ended.account(),
                on,
                List.of(),
                values);
    }
}
