package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.request.internal.Request.State;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests in PostgreSQL; the policy leaves those that the scope issues or is asked. */
@Repository
class RequestStore {

    private static final String SCOPE =
            """
            (select o.id from organization.place_published o
              where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                and o.valid_to > :day)
            """;

    /** What waits for approval is seen by those who ask alone: nobody is its target yet. */
    private static final String ISSUED = "(:everything or r.organization in " + SCOPE + ")";

    private static final String RECEIVED =
            """
            r.id in (select t.request from request.target t where t.organization in
            """
                    + SCOPE
                    + ")";
    private static final String SELECT = "select r.* from request.request r where ";
    private static final String GET =
            SELECT + "r.id = :id and (" + ISSUED + " or " + RECEIVED + ")";
    private static final String LOCK = SELECT + "r.id = :id and " + ISSUED + " for update of r";

    /** The newest first. */
    private static final String BEHIND =
            """
             and (cast(:state as text) is null or r.state = :state)
             and (cast(:after as uuid) is null or r.id < :after) order by r.id desc limit :limit
            """;

    private static final String LIST_ISSUED = SELECT + ISSUED + BEHIND;
    private static final String LIST_RECEIVED = SELECT + RECEIVED + " and not " + ISSUED + BEHIND;
    private static final String ADD =
            """
            insert into request.request (id, organization, title, document, article, purpose,
              items, frequency, starts_on, answer_days, last_on, minutes, target_top, target_kinds,
              approver, approver_name, state, issued_by, issued_member, issued_for, issued_name,
              issued_at)
            values (:id, :organization, :title, :document, :article, :purpose,
              cast(:items as jsonb), :frequency, :startsOn, :answerDays, :lastOn, :minutes, :top,
              cast(:kinds as text[]), :approver, :approverName, 'draft', :by, :member, :behalf,
              :name, :at)
            """;
    private static final String EXPIRING =
            """
            select r.* from request.request r where r.state = 'active' and r.last_on < :day
            order by r.last_on limit 100 for update skip locked
            """;
    private static final String MOVE =
            """
            update request.request set state = :state, decided_by = :decidedBy,
              decided_name = :decidedName, decided_at = :decidedAt,
              decision_reason = :decisionReason, ended_on = :endedOn, ended_by = :endedBy,
              ended_name = :endedName, end_reason = :endReason
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final RequestRows rows;

    RequestStore(JdbcClient jdbc, RequestRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Optional<Request> get(Scope scope, UUID id) {
        return in(scope, GET).param("id", id).query(rows).optional();
    }

    /** For a step: only those who ask may take one. */
    Optional<Request> lock(Scope scope, UUID id) {
        return in(scope, LOCK).param("id", id).query(rows).optional();
    }

    /**
     * Some of them, the newest first.
     *
     * @param received those of organizations outside the scope, instead of its own
     */
    List<Request> list(
            Scope scope,
            boolean received,
            @Nullable String state,
            @Nullable UUID after,
            int limit) {
        return in(scope, received ? LIST_RECEIVED : LIST_ISSUED)
                .param("state", state, Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Those whose last day has gone by, for the one who moves them. */
    List<Request> expiring(LocalDate day) {
        return jdbc.sql(EXPIRING).param("day", day).query(rows).list();
    }

    void add(Request request) {
        var ask = request.ask();
        var by = request.by();
        jdbc.sql(ADD)
                .param("id", request.id())
                .param("organization", request.organization())
                .param("title", ask.title())
                .param("document", ask.document())
                .param("article", ask.article())
                .param("purpose", ask.purpose())
                .param("items", rows.items(ask.items()))
                .param("frequency", ask.frequency().code())
                .param("startsOn", ask.startsOn())
                .param("answerDays", ask.answerDays())
                .param("lastOn", ask.lastOn())
                .param("minutes", ask.minutes())
                .param("top", ask.top())
                .param("kinds", "{" + String.join(",", ask.kinds()) + "}")
                .param("approver", ask.approver().account())
                .param("approverName", ask.approver().name())
                .param("by", by.account())
                .param("member", by.member(), Types.OTHER)
                .param("behalf", by.behalf(), Types.OTHER)
                .param("name", by.name())
                .param("at", RequestRows.at(request.at()))
                .update();
    }

    void move(UUID id, State state) {
        var decided = RequestRows.decision(state);
        var ended = state instanceof State.Ended end ? end : null;
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", RequestRows.code(state))
                .param("decidedBy", decided == null ? null : decided.account(), Types.OTHER)
                .param("decidedName", decided == null ? null : decided.name(), Types.VARCHAR)
                .param(
                        "decidedAt",
                        decided == null ? null : RequestRows.at(decided.at()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decisionReason", decided == null ? null : decided.reason(), Types.VARCHAR)
                .param("endedOn", ended == null ? null : ended.on(), Types.DATE)
                .param("endedBy", ended == null ? null : ended.by().account(), Types.OTHER)
                .param("endedName", ended == null ? null : ended.by().name(), Types.VARCHAR)
                .param("endReason", ended == null ? null : ended.reason(), Types.VARCHAR)
                .update();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }
}
