package org.sunmao.access.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Accounts.NewAccount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts and grants in PostgreSQL. */
@Repository
class AccountStore {

    private static final String INSERT =
            """
            insert into access.account (id, username, name, password, member, created_at)
            values (:id, :username, :name, :password, :member, :now)
            """;
    private static final String GRANT =
            """
            insert into access.grant (id, account, role, organization, valid_from, basis_kind)
            values (:id, :account, :role, :organization, :from, :basis)
            """;
    private static final String FIND =
            """
            select id, password from access.account
            where username = :username and disabled_at is null
            """;

    /** Whether a grant holds today; that of a deputy does as long as the one it stands in for. */
    static final String HOLDS =
            """
            g.valid_from <= :today and g.valid_to > :today
              and (g.principal is null or exists (select from access.grant p
                join access.account pa on pa.id = p.account
                where p.id = g.principal and pa.disabled_at is null
                  and p.valid_from <= :today and p.valid_to > :today))\
            """;

    /** The widest role first; what one holds for another comes last. */
    private static final String ACTING =
            """
            select g.id from access.grant g
            where g.account = :account and %s
            order by g.principal is not null,
              array_position(array['county-officer', 'township-officer', 'supervisor',
                'secretary', 'member', 'applicant', 'system-admin', 'security-admin',
                'audit-admin'], g.role),
              g.id
            limit 1
            """
                    .formatted(HOLDS);

    private static final String MEMBERS =
            "select distinct member from access.account where member = any(:members)";
    private static final String NAMES =
            "select id, name from access.account where id in (:accounts)";
    private static final String NAMED =
            """
            select id from access.account
            where strpos(name, :words) > 0 or strpos(username, lower(:words)) > 0
            order by id limit 200
            """;
    private static final String ANY = "select exists (select from access.account)";
    private static final String ANY_OPENED =
            "select exists (select from access.account where password is not null)";
    private static final String FORGET = "select access.forget_first_start()";

    record Credentials(UUID id, @Nullable String password) {}

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(
            NewAccount account,
            String username,
            @Nullable String hash,
            Instant now,
            LocalDate today) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("username", username)
                .param("name", account.name())
                .param("password", hash)
                .param("member", account.member())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        var role = account.role();
        if (role != null) {
            jdbc.sql(GRANT)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("account", id)
                    .param("role", role.code())
                    .param("organization", account.organization())
                    .param("from", today)
                    .param("basis", account.basis())
                    .update();
        }
        return id;
    }

    Optional<Credentials> find(String username) {
        return jdbc.sql(FIND).param("username", username).query(Credentials.class).optional();
    }

    /** The grant an account acts under, if it has one that is valid. */
    @Nullable UUID acting(UUID account, LocalDate today) {
        return jdbc.sql(ACTING)
                .param("account", account)
                .param("today", today)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    Set<UUID> named(String words) {
        return jdbc.sql(NAMED)
                .param("words", words)
                .query((row, _) -> row.getObject("id", UUID.class))
                .set();
    }

    Map<UUID, String> names(Collection<UUID> accounts) {
        var names = new HashMap<UUID, String>();
        jdbc.sql(NAMES)
                .param("accounts", accounts)
                .query(
                        row -> {
                            names.put(row.getObject("id", UUID.class), row.getString("name"));
                        });
        return names;
    }

    Set<UUID> members(Collection<UUID> members) {
        return new HashSet<>(
                jdbc.sql(MEMBERS)
                        .param("members", members.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    boolean anyOpened() {
        return jdbc.sql(ANY_OPENED).query(Boolean.class).single();
    }

    void forgetFirstStart() {
        jdbc.sql(FORGET).query((_, _) -> true).single();
    }
}
