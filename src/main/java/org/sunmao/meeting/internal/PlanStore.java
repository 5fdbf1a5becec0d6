package org.sunmao.meeting.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.PlanCopy.Kept;
import org.sunmao.meeting.internal.PlanReader.Plan;
import org.sunmao.meeting.internal.YearProposal.Held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans in PostgreSQL, and what was held in their years. Called within the scope of whoever asks.
 */
@Repository
class PlanStore {

    private static final String GET =
            """
            select version, theme_day, adopted_name, adopted_at from meeting.plan
            where organization = :organization and year = :year
            """;
    private static final String LINES =
            """
            select id, type, on_day, topic, moved_reason from meeting.planned
            where organization = :organization and year = :year order by on_day, id
            """;
    private static final String ADD =
            """
            insert into meeting.plan (organization, year, theme_day, adopted_name, adopted_at)
            values (:organization, :year, :themeDay, :name, :at) on conflict do nothing
            """;
    private static final String MOVE =
            """
            update meeting.plan set version = version + 1, theme_day = :themeDay,
              adopted_name = :name, adopted_at = :at
            where organization = :organization and year = :year and version = :version
            """;
    private static final String CLEAR =
            "delete from meeting.planned where organization = :organization and year = :year";
    private static final String ADD_LINE =
            """
            insert into meeting.planned (id, organization, year, type, on_day, topic, moved_reason)
            values (:id, :organization, :year, :type, :on, :topic, :reason)
            """;
    private static final String HELD =
            """
            select id, type, held_on, topic from meeting.meeting
            where organization = :organization and held_on >= :first and held_on <= :last
              and state in ('draft', 'signed', 'returned', 'accepted', 'archived')
            order by held_on, id
            """;

    /** The day of the month on which theme days were most often held, and the latest of those. */
    private static final String USUAL_DAY =
            """
            select least(extract(day from held_on)::int, 28) from meeting.meeting
            where organization = :organization and type = 'theme-day' and held_on <= :before
              and held_on > cast(:before as date) - 730
              and state in ('draft', 'signed', 'returned', 'accepted', 'archived')
            group by 1 order by count(*) desc, max(held_on) desc limit 1
            """;

    private static final String LAST_DAY =
            """
            select theme_day from meeting.plan
            where organization = :organization and year <= :year and theme_day is not null
            order by year desc limit 1
            """;

    /** A plan that was adopted. */
    record Adopted(int version, int themeDay, String by, Instant at) {}

    record Line(UUID id, Kept kept) {}

    /** Who adopts it, and when. */
    record Adopting(String by, Instant at) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    PlanStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Adopted> get(UUID organization, int year) {
        return of(GET, organization, year)
                .query(
                        (row, _) ->
                                new Adopted(
                                        row.getInt("version"),
                                        row.getInt("theme_day"),
                                        row.getString("adopted_name"),
                                        row.getObject("adopted_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional();
    }

    List<Line> lines(UUID organization, int year) {
        return of(LINES, organization, year).query((row, _) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var kept =
                new Kept(
                        type(row),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("topic"),
                        row.getString("moved_reason"));
        return new Line(row.getObject("id", UUID.class), kept);
    }

    static MeetingType type(ResultSet row) throws SQLException {
        return MeetingType.find(row.getString("type")).orElseThrow();
    }

    /** What an organization itself held from one day to another. */
    List<Held> held(UUID organization, LocalDate first, LocalDate last) {
        return jdbc.sql(HELD)
                .param("organization", organization)
                .param("first", first)
                .param("last", last)
                .query(
                        (row, _) ->
                                new Held(
                                        row.getObject("id", UUID.class),
                                        type(row),
                                        row.getObject("held_on", LocalDate.class),
                                        row.getString("topic")))
                .list();
    }

    /** The day it planned its theme days for last, or else that on which it held them. */
    Optional<Integer> usualDay(UUID organization, int year, LocalDate today) {
        return of(LAST_DAY, organization, year)
                .query(Integer.class)
                .optional()
                .or(
                        () ->
                                jdbc.sql(USUAL_DAY)
                                        .param("organization", organization)
                                        .param("before", today)
                                        .query(Integer.class)
                                        .optional());
    }

    /**
     * Keeps a plan.
     *
     * @param version of what it replaces; null where there is none
     * @return false where another one was adopted meanwhile
     */
    boolean keep(UUID organization, int year, Plan plan, @Nullable Integer version, Adopting by) {
        var written =
                of(version == null ? ADD : MOVE, organization, year)
                        .param("themeDay", plan.themeDay())
                        .param("name", by.by())
                        .param("at", OffsetDateTime.ofInstant(by.at(), ZoneOffset.UTC))
                        .param("version", version == null ? 0 : version)
                        .update();
        if (written == 0) {
            return false;
        }
        of(CLEAR, organization, year).update();
        var rows =
                plan.lines().stream()
                        .map(line -> row(organization, year, line))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(ADD_LINE, rows);
        return true;
    }

    private static SqlParameterSource row(UUID organization, int year, Kept line) {
        return new MapSqlParameterSource()
                .addValue("id", UuidCreator.getTimeOrderedEpoch())
                .addValue("organization", organization)
                .addValue("year", year)
                .addValue("type", line.type().code())
                .addValue("on", line.on())
                .addValue("topic", line.topic())
                .addValue("reason", line.movedReason());
    }

    private JdbcClient.StatementSpec of(String sql, UUID organization, int year) {
        return jdbc.sql(sql).param("organization", organization).param("year", year);
    }
}
