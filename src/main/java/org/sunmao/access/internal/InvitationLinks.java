package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Invitations;
import org.sunmao.access.Scope;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** One-time links in the database: of a token only the hash, of an account only the newest. */
@Repository
class InvitationLinks implements Invitations {

    static final RuleId OWN_ACCOUNT = new RuleId("SEC-01");

    private static final String ACCOUNT =
            """
            select id, username, name, null::uuid as made_by from access.account
            where username = :username
            """;
    private static final String ISSUE =
            """
            insert into access.invitation as i (account, token, made_by, made_at, ends_at)
            values (:account, :token, :by, :now, :ends)
            on conflict (account) do update set token = excluded.token, made_by = excluded.made_by,
              made_at = excluded.made_at, ends_at = excluded.ends_at, used_at = null
            """;
    private static final String OPEN =
            """
            select a.id, a.username, a.name, i.made_by from access.invitation i
            join access.account a on a.id = i.account
            where i.token = :token and i.used_at is null and i.ends_at > :now
              and a.disabled_at is null
            """;
    private static final String USE =
            """
            update access.invitation i set used_at = :now from access.account a
            where i.token = :token and i.used_at is null and i.ends_at > :now
              and a.id = i.account and a.disabled_at is null
            returning a.id, a.username, a.name, i.made_by
            """;
    private static final String END = "delete from access.invitation where account = :account";

    /**
     * Whom a link is for.
     *
     * @param madeBy who made it; null for the house itself
     */
    record Invited(UUID id, String username, String name, @Nullable UUID madeBy) {}

    private static final SimplePropertyRowMapper<Invited> INVITED =
            new SimplePropertyRowMapper<>(Invited.class);

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Clock clock;

    InvitationLinks(JdbcClient jdbc, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public Invitation issue(Scope scope, String username) {
        var whom = jdbc.sql(ACCOUNT).param("username", username).query(INVITED).single();
        return issue(whom, scope.actor().account());
    }

    Invitation issue(Invited whom, @Nullable UUID by) {
        var token = Token.next();
        var now = clock.instant();
        var days = rulebook.rule(OWN_ACCOUNT, LocalDate.now(clock)).figure("linkDays");
        var ends = now.plus(Duration.ofDays(days));
        jdbc.sql(ISSUE)
                .param("account", whom.id())
                .param("token", token.hash())
                .param("by", by, Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .update();
        return new Invitation(whom.username(), whom.name(), token.value(), ends);
    }

    /** Whom a link is for, without using it. */
    Optional<Invited> find(Token token) {
        return query(OPEN, token);
    }

    /** Uses a link up; of two at once, one does. */
    Optional<Invited> use(Token token) {
        return query(USE, token);
    }

    void end(UUID account) {
        jdbc.sql(END).param("account", account).update();
    }

    private Optional<Invited> query(String sql, Token token) {
        return jdbc.sql(sql)
                .param("token", token.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(INVITED)
                .optional();
    }
}
