package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.member.internal.Correction.Accepted;
import org.sunmao.member.internal.Correction.Answer;
import org.sunmao.member.internal.Correction.Asked;
import org.sunmao.member.internal.Correction.Done;
import org.sunmao.member.internal.Correction.Refused;
import org.sunmao.member.internal.Correction.State;
import org.sunmao.member.internal.Correction.Withdrawn;
import org.sunmao.vault.Vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Correction requests, with who holds the member today; what members wrote is sealed. */
@Repository
class CorrectionStore {

    private static final String SAYS = "member.correction_says";
    private static final String PROPOSED = "member.correction_proposed";

    private static final String SELECT =
            """
            select c.*, f.name as member_name, f.organization,
              (select l.name from organization.label_published l
                where l.id = f.organization and l.valid_to = 'infinity') as organization_name
            from member.correction c
            join member.profile f on f.id = c.member and f.valid_to = 'infinity'
            where true
            """;
    private static final String IN_SUBTREE =
            """
             and f.organization in (select p.id from organization.place_published p
              where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            """;
    private static final String OPEN = " and c.state in ('asked', 'accepted')";
    private static final String CLOSED = " and c.state not in ('asked', 'accepted')";

    /** A branch's own; and what nobody answered in time is the committee's, too. */
    private static final String OF_BRANCH = " and not c.committee";

    private static final String OF_COMMITTEE = " and (c.committee or c.due_on < :today)";

    private static final String LATE = " and c.due_on < :today";

    private static final String ADD =
            """
            insert into member.correction (id, member, field, committee, says, proposed, state,
              asked_at, due_on)
            values (:id, :member, :field, :committee, :says, :proposed, 'asked', :at, :due)
            """;
    private static final String MOVE =
            """
            update member.correction set state = :state, version = version + 1,
              answered_at = :at, answered_by = :by, answer = :answer
            where id = :id
            """;
    private static final String SWEEP =
            """
            delete from member.correction
            where state in ('done', 'refused', 'withdrawn') and answered_at < :before
            """;

    /** Whose turn it is: that of a branch, of a committee, or all that lies in the scope. */
    enum Turn {
        BRANCH,
        COMMITTEE,
        ALL
    }

    /**
     * What is listed.
     *
     * @param member only theirs
     */
    record Listed(Turn turn, boolean closed, @Nullable UUID member) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    CorrectionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(Correction it) {
        var proposed = it.proposed();
        jdbc.sql(ADD)
                .param("id", it.id())
                .param("member", it.member())
                .param("field", it.field())
                .param("committee", it.committee())
                .param("says", vault.seal(SAYS, it.says()))
                .param(
                        "proposed",
                        proposed == null ? null : vault.seal(PROPOSED, proposed),
                        Types.BINARY)
                .param("at", at(it.askedAt()))
                .param("due", it.dueOn())
                .update();
    }

    /** Those within the scope, the newest first. */
    List<Correction> list(Scope scope, Listed listed, @Nullable UUID after, int limit) {
        var sql = where(listed) + IN_SUBTREE + page(after) + " limit :limit";
        var query = bind(scope, SELECT + sql, listed).param("limit", limit);
        if (after != null) {
            query = query.param("after", after);
        }
        return query.query((row, _) -> correction(row)).list();
    }

    long count(Scope scope, Listed listed) {
        var sql = "select count(*) from (" + SELECT + where(listed) + IN_SUBTREE + ") n";
        return bind(scope, sql, listed).query(Long.class).single();
    }

    /** How many of them nobody answered in time. */
    long late(Scope scope, Listed listed) {
        var late = where(listed) + LATE + IN_SUBTREE;
        var sql = "select count(*) from (" + SELECT + late + ") n";
        return bind(scope, sql, listed).query(Long.class).single();
    }

    /** A member's own, wherever they are held. */
    List<Correction> own(UUID member, @Nullable UUID after, int limit) {
        var sql = SELECT + " and c.member = :member" + page(after) + " limit :limit";
        var query = jdbc.sql(sql).param("member", member).param("limit", limit);
        if (after != null) {
            query = query.param("after", after);
        }
        return query.query((row, _) -> correction(row)).list();
    }

    /** One within the scope, locked until the transaction ends. */
    Optional<Correction> lock(Scope scope, UUID id) {
        var all = new Listed(Turn.ALL, false, null);
        return bind(scope, SELECT + IN_SUBTREE + " and c.id = :id for update of c", all)
                .param("id", id)
                .query((row, _) -> correction(row))
                .optional();
    }

    Optional<Correction> get(Scope scope, UUID id) {
        var all = new Listed(Turn.ALL, false, null);
        return bind(scope, SELECT + IN_SUBTREE + " and c.id = :id", all)
                .param("id", id)
                .query((row, _) -> correction(row))
                .optional();
    }

    Optional<Correction> lockOwn(UUID member, UUID id) {
        return jdbc.sql(SELECT + " and c.member = :member and c.id = :id for update of c")
                .param("member", member)
                .param("id", id)
                .query((row, _) -> correction(row))
                .optional();
    }

    void move(UUID id, State to) {
        var answer = answer(to);
        var closed = to instanceof Withdrawn(var when) ? when : null;
        var time = answer == null ? closed : answer.at();
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", Correction.code(to))
                .param("at", time == null ? null : at(time), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", answer == null ? null : answer.by(), Types.OTHER)
                .param("answer", to instanceof Refused(_, var why) ? why : null, Types.VARCHAR)
                .update();
    }

    int sweep(OffsetDateTime before) {
        return jdbc.sql(SWEEP).param("before", before).update();
    }

    /** What members wrote, opened. */
    String open(String column, byte[] sealed) {
        return vault.open(column.equals("says") ? SAYS : PROPOSED, sealed);
    }

    private static String where(Listed listed) {
        var turn =
                switch (listed.turn()) {
                    case BRANCH -> OF_BRANCH;
                    case COMMITTEE -> OF_COMMITTEE;
                    case ALL -> "";
                };
        return (listed.closed() ? CLOSED : OPEN + turn)
                + (listed.member() == null ? "" : " and c.member = :member");
    }

    private static String page(@Nullable UUID after) {
        return (after == null ? "" : " and c.id < :after") + " order by c.id desc";
    }

    private JdbcClient.StatementSpec bind(Scope scope, String sql, Listed listed) {
        var query =
                jdbc.sql(sql)
                        .param("lo", scope.subtree().lo())
                        .param("hi", scope.subtree().hi())
                        .param("today", scope.day());
        return listed.member() == null ? query : query.param("member", listed.member());
    }

    private Correction correction(ResultSet row) throws SQLException {
        var proposed = row.getBytes("proposed");
        return new Correction(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getString("member_name"),
                row.getObject("organization", UUID.class),
                Objects.requireNonNullElse(row.getString("organization_name"), ""),
                row.getString("field"),
                row.getBoolean("committee"),
                vault.open(SAYS, row.getBytes("says")),
                proposed == null ? null : vault.open(PROPOSED, proposed),
                instant(row, "asked_at"),
                row.getObject("due_on", LocalDate.class),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        var by = row.getObject("answered_by", UUID.class);
        return switch (row.getString("state")) {
            case "asked" -> new Asked();
            case "accepted" -> new Accepted(new Answer(by, instant(row, "answered_at")));
            case "done" -> new Done(new Answer(by, instant(row, "answered_at")));
            case "withdrawn" -> new Withdrawn(instant(row, "answered_at"));
            case "refused" ->
                    new Refused(
                            new Answer(by, instant(row, "answered_at")), row.getString("answer"));
            default -> throw new IllegalStateException("unknown state");
        };
    }

    private static @Nullable Answer answer(State state) {
        return switch (state) {
            case Accepted(var answer) -> answer;
            case Done(var answer) -> answer;
            case Refused(var answer, _) -> answer;
            case Asked _, Withdrawn _ -> null;
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
