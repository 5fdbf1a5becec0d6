package org.sunmao.journal.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.journal.SecurityEvents;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Counts events by their minute, through the one function that may. */
@Component
class PostgresEvents implements SecurityEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEvents.class);

    private static final String COUNT =
            """
            select journal.count_event(:id, :minute, :kind, :account, :source, :what)::text
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void note(Kind kind, @Nullable UUID account, String what) {
        var origin = Origin.current();
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        try {
            jdbc.sql(COUNT)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("minute", minute.atOffset(ZoneOffset.UTC))
                    .param("kind", kind.code())
                    .param("account", account, Types.OTHER)
                    .param("source", origin == null ? "" : origin.source())
                    .param("what", what)
                    .query((_, _) -> true)
                    .single();
        } catch (DataAccessException e) {
            LOG.warn("a security event could not be noted: {}", kind.code(), e);
        }
    }
}
