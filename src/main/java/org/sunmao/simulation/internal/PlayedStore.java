package org.sunmao.simulation.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Keeps how far the played year is entered, so that a stopped one goes on where it was. */
@Repository
class PlayedStore {

    private static final String SPAN =
            "select first_on, last_on, finished_at is not null as finished from simulation.year";
    private static final String BEGIN =
            """
            insert into simulation.year (seed, first_on, last_on) values (:seed, :first, :last)
            """;
    private static final String FINISH =
            "update simulation.year set finished_at = :now, hash = :hash";
    private static final String ENTERED =
            "select exists (select from simulation.month where month = :month and part = :part)";
    private static final String ENTER =
            """
            insert into simulation.month (month, part, meetings) values (:month, :part, :meetings)
            """;

    /** Lectures that a township has given, for those who followed. */
    private static final String LECTURES =
            """
            select held_on, id from meeting.held_published
            where organization = :organization and type = 'lecture' order by id
            """;

    private final JdbcClient jdbc;

    PlayedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which days are played, and whether all is entered. */
    record Begun(Span span, boolean finished) {}

    Optional<Begun> begun() {
        return jdbc.sql(SPAN)
                .query(
                        (row, _) ->
                                new Begun(
                                        new Span(
                                                row.getObject("first_on", LocalDate.class),
                                                row.getObject("last_on", LocalDate.class)),
                                        row.getBoolean("finished")))
                .optional();
    }

    void begin(long seed, Span span) {
        jdbc.sql(BEGIN)
                .param("seed", seed)
                .param("first", span.first())
                .param("last", span.last())
                .update();
    }

    void finish(Instant now, String hash) {
        jdbc.sql(FINISH).param("now", now.atOffset(ZoneOffset.UTC)).param("hash", hash).update();
    }

    boolean isEntered(YearMonth month, UUID part) {
        return jdbc.sql(ENTERED)
                .param("month", month.atDay(1))
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    void enter(YearMonth month, UUID part, int meetings) {
        jdbc.sql(ENTER)
                .param("month", month.atDay(1))
                .param("part", part)
                .param("meetings", meetings)
                .update();
    }

    Map<LocalDate, UUID> lectures(UUID organization) {
        var lectures = new HashMap<LocalDate, UUID>();
        jdbc.sql(LECTURES)
                .param("organization", organization)
                .query(
                        row -> {
                            lectures.put(
                                    row.getObject("held_on", LocalDate.class),
                                    Objects.requireNonNull(row.getObject("id", UUID.class)));
                        });
        return lectures;
    }
}
