package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passwords of accounts that exist, as hashes: the present one and those before. */
@Repository
class PasswordStore {

    /** Locks the account: of two changes at once, the second sees what the first has set. */
    private static final String NOW =
            "select password from access.account where id = :account for update";

    private static final String BEFORE =
            """
            select password from access.password_before where account = :account
            order by replaced_at desc limit :most
            """;
    private static final String KEEP =
            """
            insert into access.password_before (account, password, replaced_at)
            select id, password, :now from access.account
            where id = :account and password is not null
            on conflict do nothing
            """;
    private static final String SET =
            """
            update access.account set password = :password, password_set_at = :now,
              password_reset_by = :by, password_reset_at = :resetAt
            where id = :account
            """;
    private static final String RESET =
            """
            select b.name as by, a.password_reset_at as at from access.account a
            join access.account b on b.id = a.password_reset_by
            where a.id = :account
            """;
    private static final String SEEN =
            """
            update access.account set password_reset_by = null, password_reset_at = null
            where id = :account
            """;

    /** Who handed over the code with which a password was set anew, and when that was. */
    record Reset(String by, OffsetDateTime at) {}

    private final JdbcClient jdbc;

    PasswordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing as long as nobody has set one. */
    Optional<String> hash(UUID account) {
        return jdbc.sql(NOW).param("account", account).query(String.class).optional();
    }

    List<String> before(UUID account, int most) {
        return jdbc.sql(BEFORE)
                .param("account", account)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Sets a new password.
     *
     * @param resetBy who handed over a code for it; null if its owner changed it
     */
    void set(UUID account, String hash, @Nullable UUID resetBy, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        jdbc.sql(KEEP).param("account", account).param("now", time).update();
        jdbc.sql(SET)
                .param("account", account)
                .param("password", hash)
                .param("now", time)
                .param("by", resetBy)
                .param("resetAt", resetBy == null ? null : time)
                .update();
    }

    Optional<Reset> reset(UUID account) {
        return jdbc.sql(RESET).param("account", account).query(Reset.class).optional();
    }

    void seen(UUID account) {
        jdbc.sql(SEEN).param("account", account).update();
    }
}
