package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions in the database: they survive a restart and end everywhere at once. */
@Repository
class SessionStore {

    private static final String OPEN =
            """
            insert into access.session (token, account, acting, state, opened_at, seen_at, ends_at,
              phone)
            values (:token, :account, :acting, :state, :now, :now, :ends, :phone)
            """;

    /** Account and grant are read anew with each request, so that rights change at once. */
    private static final String STANDING =
            """
            select s.token, a.id, a.username, a.name, a.member, g.role, g.organization,
              g.id as acting, g.behalf, s.state, s.seen_at, s.ends_at, s.opened_at,
              s.stepped_up_at, s.phone, a.password_set_at,
              f.confirmed_at is not null as enrolled, p.obligatory
            from access.session s
            join access.account a on a.id = s.account
            join access.grant g on g.id = s.acting
            left join access.second_factor f on f.account = a.id
            left join access.second_factor_policy p on p.role = g.role
            where s.token in (:tokens) and a.disabled_at is null and %s
            """
                    .formatted(AccountStore.HOLDS);

    private static final String SEE =
            "update access.session set seen_at = :now where token = :token";
    private static final String CLOSE = "delete from access.session where token = :token";
    private static final String SWEEP = "delete from access.session where ends_at < :now";

    /** From now on under another token, and wholly open as far as it has to prove anything. */
    private static final String ROTATE =
            """
            update access.session set token = :next, state = 'open' where token = :token
            """;

    private static final String STEP_UP =
            "update access.session set stepped_up_at = :now where token = :token";
    private static final String CLOSE_OTHERS =
            "delete from access.session where account = :account and token <> :token";

    /** A session as stored; whether it still holds is for {@link Sessions} to say. */
    record Stored(SignedIn who, Instant seenAt, Instant endsAt, SessionFacts facts) {}

    /** How a session begins: in which state, and by which remembered phone. */
    record Beginning(State state, @Nullable UUID phone) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(
            Token token,
            UUID account,
            UUID acting,
            Beginning beginning,
            Instant now,
            Instant ends) {
        jdbc.sql(SWEEP).param("now", time(now)).update();
        jdbc.sql(OPEN)
                .param("token", token.hash())
                .param("account", account)
                .param("acting", acting)
                .param("now", time(now))
                .param("ends", time(ends))
                .param("state", beginning.state().code())
                .param("phone", beginning.phone())
                .update();
    }

    Optional<Stored> find(Token token, LocalDate today) {
        return standing(Set.of(token), today).values().stream().findAny();
    }

    /** Those of the sessions whose account and grant hold. */
    Map<Token, Stored> standing(Collection<Token> tokens, LocalDate today) {
        var byHash = new HashMap<ByteBuffer, Token>();
        tokens.forEach(token -> byHash.put(ByteBuffer.wrap(token.hash()), token));
        var found = new HashMap<Token, Stored>();
        jdbc.sql(STANDING)
                .param("tokens", byHash.keySet().stream().map(ByteBuffer::array).toList())
                .param("today", today)
                .query(
                        row -> {
                            var token = byHash.get(ByteBuffer.wrap(row.getBytes("token")));
                            found.put(Objects.requireNonNull(token), stored(row));
                        });
        return found;
    }

    void see(Token token, Instant now) {
        jdbc.sql(SEE).param("now", time(now)).param("token", token.hash()).update();
    }

    void close(Token token) {
        jdbc.sql(CLOSE).param("token", token.hash()).update();
    }

    void rotate(Token token, Token next) {
        jdbc.sql(ROTATE).param("next", next.hash()).param("token", token.hash()).update();
    }

    void stepUp(Token token, Instant now) {
        jdbc.sql(STEP_UP).param("now", time(now)).param("token", token.hash()).update();
    }

    /** Ends the sessions of an account, except one. */
    void closeOthers(UUID account, byte[] token) {
        jdbc.sql(CLOSE_OTHERS).param("account", account).param("token", token).update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var who =
                new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("name"),
                        Role.of(row.getString("role")),
                        row.getObject("organization", UUID.class),
                        row.getObject("member", UUID.class),
                        state(row.getString("state")),
                        row.getObject("acting", UUID.class),
                        row.getObject("behalf", UUID.class));
        return new Stored(
                who,
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                facts(row));
    }

    private static SessionFacts facts(ResultSet row) throws SQLException {
        var steppedUp = row.getObject("stepped_up_at", OffsetDateTime.class);
        return new SessionFacts(
                row.getBoolean("enrolled"),
                row.getObject("obligatory", Boolean.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant(),
                steppedUp == null ? null : steppedUp.toInstant(),
                row.getObject("phone", UUID.class));
    }

    private static State state(String code) {
        return switch (code) {
            case "open" -> State.OPEN;
            case "second-factor" -> State.SECOND_FACTOR;
            case "password-change" -> State.PASSWORD_CHANGE;
            default -> throw new IllegalStateException("unknown state: " + code);
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
