package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for a reset of the second factor in PostgreSQL. */
@Repository
class SecondFactorRequestStore {

    private static final String ASK =
            """
            insert into access.second_factor_request (id, account, reason, asked_at)
            values (:id, :account, :reason, :now)
            """;
    private static final String ASKED =
            """
            select r.id, r.account, a.username, a.name, r.reason, r.asked_at
            from access.second_factor_request r join access.account a on a.id = r.account
            """;
    private static final String FIND = ASKED + " where r.id = :id";
    private static final String OPEN =
            ASKED
                    + """
                       where r.decided_at is null
                        and (cast(:after as uuid) is null or r.id > :after)
                      order by r.id limit :most
                      """;
    private static final String DECIDE =
            """
            update access.second_factor_request
            set decided_by = :by, decided_at = :now, granted = :granted
            where id = :id and decided_at is null
            """;

    /** Somebody's request. */
    record FactorReset(
            UUID id,
            UUID account,
            String username,
            String name,
            String reason,
            OffsetDateTime askedAt) {}

    private static final RowMapper<FactorReset> ROWS =
            new SimplePropertyRowMapper<>(FactorReset.class);

    private final JdbcClient jdbc;

    SecondFactorRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(UUID id, UUID account, String reason, Instant now) {
        jdbc.sql(ASK)
                .param("id", id)
                .param("account", account)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<FactorReset> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ROWS).optional();
    }

    List<FactorReset> open(@Nullable UUID after, int most) {
        return jdbc.sql(OPEN).param("after", after).param("most", most).query(ROWS).list();
    }

    boolean decide(UUID id, UUID by, boolean granted, Instant now) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("by", by)
                        .param("granted", granted)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
