package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.internal.Review.Withdrawal;

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

/** Reviews of temporary branches in PostgreSQL. */
@Repository
class ReviewStore {

    private static final String OF_ORGANIZATION =
            """
            select * from organization.review where organization = :organization
              and (:on::date is null or (on_day, id) < (:on, :id))
            order by on_day desc, id desc limit :limit
            """;
    private static final String GET =
            """
            select * from organization.review where id = :id and organization in (
              select p.id from organization.place p
              where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day)
            """;
    private static final String ADD =
            """
            insert into organization.review (id, organization, on_day, result, note, entered_by,
              entered_name, entered_at)
            values (:id, :organization, :on, :result, :note, :account, :by, :at)
            """;
    private static final String ON_DAY =
            """
            select exists (select from organization.review
              where organization = :organization and on_day = :on and withdrawn_at is null)
            """;
    private static final String WITHDRAW =
            """
            update organization.review set withdrawn_at = :at, withdrawn_name = :by,
              withdrawn_reason = :reason
            where id = :id and withdrawn_at is null
            """;

    private static final RowMapper<Review> REVIEWS = (row, _) -> review(row);

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest first, as far as the scope lets them be seen.
     *
     * @param behind after which the page begins
     */
    List<Review> of(UUID organization, @Nullable Behind behind, int limit) {
        return jdbc.sql(OF_ORGANIZATION)
                .param("organization", organization)
                .param("on", behind == null ? null : behind.on())
                .param("id", behind == null ? null : behind.id())
                .param("limit", limit)
                .query(REVIEWS)
                .list();
    }

    /** A row of the list. */
    record Behind(LocalDate on, UUID id) {}

    Optional<Review> get(Scope scope, UUID id) {
        return jdbc.sql(GET)
                .param("id", id)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(REVIEWS)
                .optional();
    }

    boolean standsOn(UUID organization, LocalDate on) {
        return jdbc.sql(ON_DAY)
                .param("organization", organization)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    void add(Review review, @Nullable UUID account) {
        jdbc.sql(ADD)
                .param("id", review.id())
                .param("organization", review.organization())
                .param("on", review.on())
                .param("result", review.result())
                .param("note", review.note())
                .param("account", account, Types.OTHER)
                .param("by", review.by())
                .param("at", review.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(UUID id, Withdrawal withdrawal) {
        jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("at", withdrawal.at().atOffset(ZoneOffset.UTC))
                .param("by", withdrawal.by())
                .param("reason", withdrawal.reason())
                .update();
    }

    private static Review review(ResultSet row) throws SQLException {
        var withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getString("result"),
                row.getString("note"),
                row.getString("entered_name"),
                at(row, "entered_at"),
                withdrawnAt == null
                        ? null
                        : new Withdrawal(
                                row.getString("withdrawn_name"),
                                withdrawnAt.toInstant(),
                                row.getString("withdrawn_reason")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
