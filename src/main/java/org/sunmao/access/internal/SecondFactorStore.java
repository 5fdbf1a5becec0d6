package org.sunmao.access.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Second factors and their recovery codes in PostgreSQL. */
@Repository
class SecondFactorStore {

    /** Asking again before the first code makes a new secret; a confirmed one is never replaced. */
    private static final String ENROL =
            """
            insert into access.second_factor as f (account, secret, enrolled_at)
            values (:account, :secret, :now)
            on conflict (account) do update set
              secret = excluded.secret, enrolled_at = excluded.enrolled_at
              where f.confirmed_at is null
            """;

    private static final String PENDING =
            "select secret from access.second_factor where account = :account"
                    + " and confirmed_at is null";
    private static final String CONFIRMED =
            "select secret from access.second_factor where account = :account"
                    + " and confirmed_at is not null";
    private static final String CONFIRM =
            """
            update access.second_factor set confirmed_at = :now, last_step = :step
            where account = :account and confirmed_at is null
            """;

    /** A step is taken once: of two requests with one code, the second finds it taken. */
    private static final String TAKE =
            """
            update access.second_factor set last_step = :step
            where account = :account and last_step < :step
            """;

    private static final String REMOVE =
            "delete from access.second_factor where account = :account";
    private static final String FORGET =
            "delete from access.recovery_code where account = :account";
    private static final String KEEP =
            "insert into access.recovery_code (account, code) values (:account, :code)";
    private static final String USE =
            """
            update access.recovery_code set used_at = :now
            where account = :account and code = :code and used_at is null
            """;
    private static final String LEFT =
            """
            select count(*) from access.recovery_code
            where account = :account and used_at is null
            """;

    private final JdbcClient jdbc;

    SecondFactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean enrol(UUID account, byte[] secret, Instant now) {
        return jdbc.sql(ENROL)
                        .param("account", account)
                        .param("secret", secret)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    Optional<byte[]> pending(UUID account) {
        return jdbc.sql(PENDING).param("account", account).query(byte[].class).optional();
    }

    Optional<byte[]> confirmed(UUID account) {
        return jdbc.sql(CONFIRMED).param("account", account).query(byte[].class).optional();
    }

    boolean confirm(UUID account, long step, Instant now) {
        return jdbc.sql(CONFIRM)
                        .param("account", account)
                        .param("step", step)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    boolean take(UUID account, long step) {
        return jdbc.sql(TAKE).param("account", account).param("step", step).update() == 1;
    }

    void remove(UUID account) {
        jdbc.sql(FORGET).param("account", account).update();
        jdbc.sql(REMOVE).param("account", account).update();
    }

    /** New recovery codes; the old ones are void. */
    void keep(UUID account, List<byte[]> codes) {
        jdbc.sql(FORGET).param("account", account).update();
        for (var code : codes) {
            jdbc.sql(KEEP).param("account", account).param("code", code).update();
        }
    }

    boolean use(UUID account, byte[] code, Instant now) {
        return jdbc.sql(USE)
                        .param("account", account)
                        .param("code", code)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return jdbc.sql(LEFT).param("account", account).query(Integer.class).single();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
