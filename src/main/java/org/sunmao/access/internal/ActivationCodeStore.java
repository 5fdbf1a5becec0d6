package org.sunmao.access.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.internal.ActivationCode.Kind;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Activation codes in PostgreSQL: of a code only the keyed hash. */
@Repository
class ActivationCodeStore {

    private static final String VOID =
            """
            update access.activation_code set voided_at = :now
            where member = any(:members) and used_at is null and voided_at is null
            """;

    /** All of a branch in one statement. */
    private static final String ISSUE =
            """
            insert into access.activation_code
              (id, member, organization, kind, code, issued_by, issued_at, expires_at)
            select n.id, n.member, n.organization, :kind, n.code, :by, :now, :expires
            from unnest(:ids, :members, :organizations, :codes)
              as n (id, member, organization, code)
            """;

    private static final String FIND =
            """
            select c.id, c.member, c.organization, c.kind, c.issued_by, a.name as issued_by_name,
              c.expires_at, c.used_at, c.voided_at
            from access.activation_code c join access.account a on a.id = c.issued_by
            where c.code = :code
            """;
    private static final String USE =
            """
            update access.activation_code set used_at = :now
            where id = :id and used_at is null and voided_at is null
            """;
    private static final String STANDING =
            """
            select m.member, a.username, c.kind, c.issued_at, c.expires_at, b.name as issued_by
            from unnest(:members) as m (member)
            left join access.account a on a.member = m.member and a.disabled_at is null
            left join access.activation_code c on c.member = m.member
              and c.used_at is null and c.voided_at is null and c.expires_at > :now
            left join access.account b on b.id = c.issued_by
            """;
    private static final String OWNER =
            """
            select id, username, name, disabled_at from access.account where member = :member
            order by disabled_at nulls first, id limit 1
            """;
    private static final String ROLES =
            """
            select g.role, g.organization from access.grant g
            where g.account = :account and g.valid_to > :today
            """;
    private static final String TAKEN =
            "select username from access.account where username = any(:names)";

    /** A code to be kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record New(UUID member, UUID organization, byte[] code) {}

    /** How a member stands: the account, and the code that is out. */
    record CodeStanding(
            UUID member,
            @Nullable String username,
            @Nullable String kind,
            @Nullable OffsetDateTime issuedAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable String issuedBy) {}

    record Owner(UUID id, String username, String name, @Nullable OffsetDateTime disabledAt) {}

    record Held(String role, @Nullable UUID organization) {}

    private static final RowMapper<CodeStanding> STANDINGS =
            new SimplePropertyRowMapper<>(CodeStanding.class);
    private static final RowMapper<Owner> OWNERS = new SimplePropertyRowMapper<>(Owner.class);
    private static final RowMapper<Held> HELD = new SimplePropertyRowMapper<>(Held.class);

    private final JdbcClient jdbc;

    ActivationCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int voidOpen(Collection<UUID> members, Instant now) {
        return jdbc.sql(VOID)
                .param("members", members.toArray(UUID[]::new))
                .param("now", time(now))
                .update();
    }

    void issue(List<New> codes, Kind kind, UUID by, Instant now, Instant expires) {
        jdbc.sql(ISSUE)
                .param("ids", ids(codes, _ -> UuidCreator.getTimeOrderedEpoch()))
                .param("members", ids(codes, New::member))
                .param("organizations", ids(codes, New::organization))
                .param("codes", codes.stream().map(New::code).toArray(byte[][]::new))
                .param("kind", kind.code())
                .param("by", by)
                .param("now", time(now))
                .param("expires", time(expires))
                .update();
    }

    private static UUID[] ids(List<New> codes, Function<New, UUID> id) {
        return codes.stream().map(id).toArray(UUID[]::new);
    }

    Optional<ActivationCode> find(byte[] code) {
        return jdbc.sql(FIND).param("code", code).query(ActivationCodeStore::code).optional();
    }

    boolean use(UUID id, Instant now) {
        return jdbc.sql(USE).param("id", id).param("now", time(now)).update() == 1;
    }

    Map<UUID, CodeStanding> standing(Collection<UUID> members, Instant now) {
        return jdbc
                .sql(STANDING)
                .param("members", members.toArray(UUID[]::new))
                .param("now", time(now))
                .query(STANDINGS)
                .list()
                .stream()
                .collect(Collectors.toMap(CodeStanding::member, one -> one, (one, _) -> one));
    }

    /** Whose account belongs to a member; one that is in use before one that is not. */
    Optional<Owner> owner(UUID member) {
        return jdbc.sql(OWNER).param("member", member).query(OWNERS).optional();
    }

    /** What the account may do today or later. */
    List<Held> roles(UUID account, LocalDate today) {
        return jdbc.sql(ROLES).param("account", account).param("today", today).query(HELD).list();
    }

    List<String> taken(List<String> names) {
        return jdbc.sql(TAKEN)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static ActivationCode code(ResultSet row, int number) throws SQLException {
        return new ActivationCode(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("organization", UUID.class),
                Kind.of(row.getString("kind")),
                row.getObject("issued_by", UUID.class),
                row.getString("issued_by_name"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("used_at", OffsetDateTime.class)),
                instant(row.getObject("voided_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
