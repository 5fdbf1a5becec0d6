package org.sunmao.message.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Feeds in PostgreSQL: of a secret only the hash. */
@Repository
class FeedStore {

    private static final String MAKE =
            """
            insert into message.feed (account, secret, made_at) values (:account, :secret, :now)
            on conflict (account) do update set secret = excluded.secret, made_at = excluded.made_at
            """;
    private static final String MADE = "select made_at from message.feed where account = :account";
    private static final String REVOKE = "delete from message.feed where account = :account";
    private static final String FIND = "select account from message.feed where secret = :secret";

    /** Unmet duties of one organization, and no name of a person. */
    private static final String DUTIES =
            """
            select d.id, d.name, d.opens, d.due, n.name as organization
            from duty.duty_published d
            join organization.label_published n on n.id = d.organization
              and n.valid_from <= :day and n.valid_to > :day
            where d.organization = :organization and d.organization in (select p.id
                from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day)
              and d.ended_on > :day and d.void_on > :day and d.due < :until
              and not coalesce(d.contested_on <= :day and d.contest_until > :day, false)
              and not coalesce(d.waived_on <= :day and d.waived_until > :day, false)
            order by d.due, d.id limit :limit
            """;

    record Entry(UUID id, String name, LocalDate opens, LocalDate due, String organization) {}

    private static final RowMapper<Entry> ENTRY = new SimplePropertyRowMapper<>(Entry.class);

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes one, or makes it anew: the one before is none any more. */
    void make(UUID account, FeedSecret secret, Instant now) {
        jdbc.sql(MAKE)
                .param("account", account)
                .param("secret", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Instant> madeAt(UUID account) {
        return jdbc.sql(MADE)
                .param("account", account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    boolean revoke(UUID account) {
        return jdbc.sql(REVOKE).param("account", account).update() == 1;
    }

    Optional<UUID> find(FeedSecret secret) {
        return jdbc.sql(FIND).param("secret", secret.hash()).query(UUID.class).optional();
    }

    List<Entry> duties(Scope scope, UUID organization, LocalDate until, int limit) {
        return jdbc.sql(DUTIES)
                .param("organization", organization)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day())
                .param("until", until)
                .param("limit", limit)
                .query(ENTRY)
                .list();
    }
}
