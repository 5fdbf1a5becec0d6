package org.sunmao.access.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembered phones in PostgreSQL. */
@Repository
class PhoneStore {

    private static final String ADD =
            """
            insert into access.phone (id, account, token, rotated_at, label, opened_at, ends_at)
            values (:id, :account, :token, :now, :label, :now, :ends)
            """;

    /** Locked: of two requests with one token, the second sees that it was replaced. */
    private static final String FIND =
            """
            select p.id, p.account, p.token = :token as current, p.rotated_at, p.ends_at
            from access.phone p join access.account a on a.id = p.account
            where (p.token = :token or p.before = :token) and a.disabled_at is null
            for update of p
            """;

    private static final String ROTATE =
            """
            update access.phone set before = token, token = :next, rotated_at = :now
            where id = :id
            """;
    private static final String OF =
            """
            select id, label, opened_at, rotated_at, ends_at from access.phone
            where account = :account and ends_at > :now order by opened_at desc, id
            """;
    private static final String FORGET = "delete from access.phone where id = :id";
    private static final String FORGET_TOKEN =
            "delete from access.phone where token = :token or before = :token";
    private static final String FORGET_ALL = "delete from access.phone where account = :account";
    private static final String FORGET_OWN =
            "delete from access.phone where id = :id and account = :account";
    private static final String SWEEP = "delete from access.phone where ends_at < :now";

    /** Whatever else an account may do, besides reading its own records. */
    private static final String MORE =
            """
            select exists (select from access.grant g
              where g.account = :account and g.role not in ('member', 'applicant') and %s)
            """
                    .formatted(AccountStore.HOLDS);

    record Found(
            UUID id,
            UUID account,
            boolean current,
            OffsetDateTime rotatedAt,
            OffsetDateTime endsAt) {}

    record RememberedPhone(
            UUID id,
            String label,
            OffsetDateTime openedAt,
            OffsetDateTime rotatedAt,
            OffsetDateTime endsAt) {}

    private static final RowMapper<Found> FOUND = new SimplePropertyRowMapper<>(Found.class);
    private static final RowMapper<RememberedPhone> LISTED =
            new SimplePropertyRowMapper<>(RememberedPhone.class);

    private final JdbcClient jdbc;

    PhoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID account, Token token, String label, Instant now, Instant ends) {
        jdbc.sql(SWEEP).param("now", time(now)).update();
        jdbc.sql(ADD)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("account", account)
                .param("token", token.hash())
                .param("label", label)
                .param("now", time(now))
                .param("ends", time(ends))
                .update();
    }

    Optional<Found> find(Token token) {
        return jdbc.sql(FIND).param("token", token.hash()).query(FOUND).optional();
    }

    void rotate(UUID id, Token next, Instant now) {
        jdbc.sql(ROTATE)
                .param("id", id)
                .param("next", next.hash())
                .param("now", time(now))
                .update();
    }

    List<RememberedPhone> of(UUID account, Instant now) {
        return jdbc.sql(OF).param("account", account).param("now", time(now)).query(LISTED).list();
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
    }

    void forget(Token token) {
        jdbc.sql(FORGET_TOKEN).param("token", token.hash()).update();
    }

    boolean forget(UUID id, UUID account) {
        return jdbc.sql(FORGET_OWN).param("id", id).param("account", account).update() == 1;
    }

    void forgetAll(UUID account) {
        jdbc.sql(FORGET_ALL).param("account", account).update();
    }

    boolean mayMore(UUID account, LocalDate today) {
        return jdbc.sql(MORE)
                .param("account", account)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
