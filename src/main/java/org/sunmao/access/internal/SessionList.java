package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Role;

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

/** Open sessions as people see them: by a number of their own, never by their token. */
@Repository
class SessionList {

    private static final String DEVICE =
            "update access.session set device = :device where token = :token";
    private static final String COLUMNS =
            """
            select s.id, s.account, a.username, a.name, a.member, g.role, s.device, s.opened_at,
              s.seen_at, s.token = :token as current
            from access.session s
            join access.account a on a.id = s.account
            join access.grant g on g.id = s.acting
            where s.ends_at > :now
            """;
    private static final String OWN =
            COLUMNS + " and s.account = :account order by s.seen_at desc, s.id limit 200";
    private static final String ALL =
            COLUMNS
                    + """
                     and (:term = '' or a.username = :term or a.member is null
                        and (strpos(a.username, :term) > 0 or strpos(lower(a.name), :term) > 0))
                      and (cast(:after as uuid) is null or s.id < :after)
                    order by s.id desc limit :limit
                    """;
    private static final String END =
            """
            delete from access.session
            where id = :id and (cast(:account as uuid) is null or account = :account)
            returning account
            """;
    private static final String END_OTHERS =
            "delete from access.session where account = :account and token <> :token";

    /** The grant must be the account's own, and hold; the state is what signing in left. */
    private static final String ACT_UNDER =
            """
            update access.session s set token = :next, acting = g.id from access.grant g
            where s.token = :token and g.id = :grant and g.account = s.account and %s
            """
                    .formatted(AccountStore.HOLDS);

    private static final String SWEEP =
            """
            delete from access.session s where s.ends_at <= :now
              or not exists (select from access.grant g where g.id = s.acting and %s)
            """
                    .formatted(AccountStore.HOLDS);

    /**
     * A session.
     *
     * @param name of whose it is; of a member, only their username tells
     * @param role in words, under which it acts
     */
    record Open(
            UUID id,
            UUID account,
            String username,
            String name,
            String role,
            String device,
            Instant openedAt,
            Instant seenAt,
            boolean current) {}

    private final JdbcClient jdbc;

    SessionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void device(Token token, String device) {
        jdbc.sql(DEVICE).param("device", device).param("token", token.hash()).update();
    }

    List<Open> own(Token token, UUID account, Instant now) {
        return jdbc.sql(OWN)
                .param("token", token.hash())
                .param("now", at(now))
                .param("account", account)
                .query((row, _) -> open(row, row.getString("name")))
                .list();
    }

    List<Open> all(Token token, String term, @Nullable UUID after, int limit, Instant now) {
        return jdbc.sql(ALL)
                .param("token", token.hash())
                .param("now", at(now))
                .param("term", term)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> open(row, told(row)))
                .list();
    }

    /**
     * Ends one.
     *
     * @param account whose it must be; null for anybody's
     * @return whose it was
     */
    Optional<UUID> end(UUID id, @Nullable UUID account) {
        return jdbc.sql(END)
                .param("id", id)
                .param("account", account, Types.OTHER)
                .query(UUID.class)
                .optional();
    }

    int endOthers(Token token, UUID account) {
        return jdbc.sql(END_OTHERS).param("account", account).param("token", token.hash()).update();
    }

    /** Under another grant, and another token: whoever knew the old one is out. */
    boolean actUnder(Token token, Token next, UUID grant, LocalDate today) {
        return jdbc.sql(ACT_UNDER)
                        .param("next", next.hash())
                        .param("token", token.hash())
                        .param("grant", grant)
                        .param("today", today)
                        .update()
                == 1;
    }

    void sweep(Instant now, LocalDate today) {
        jdbc.sql(SWEEP).param("now", at(now)).param("today", today).update();
    }

    /** Whoever looks after security sees no members. */
    private static String told(ResultSet row) throws SQLException {
        return row.getObject("member") == null ? row.getString("name") : "";
    }

    private static Open open(ResultSet row, String name) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("username"),
                name,
                Role.of(row.getString("role")).label(),
                row.getString("device"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
