package org.sunmao.access.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.sunmao.access.RightEnded;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks, some times a second and with one query, which of the watched sessions still hold. */
@Component
class Standing implements StillHolds, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final long EVERY_MILLIS = 400;

    /** One's own right before that of a deputy. */
    private static final String AGAIN =
            """
            select g.id, g.behalf from access.grant g join access.account a on a.id = g.account
            where a.id = :account and a.disabled_at is null and g.role = :role
              and g.organization is not distinct from :organization::uuid and %s
            order by g.behalf is not null, g.id limit 1
            """
                    .formatted(AccountStore.HOLDS);

    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService beat;

    Standing(Sessions sessions, JdbcClient jdbc, Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Watch watch() {
        var session = requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var token = (Token) requireNonNull(session.getCredentials());
        var one = new Watched(token, (SignedIn) requireNonNull(session.getPrincipal()));
        watched.add(one);
        return one;
    }

    @Override
    public SignedIn again(SignedIn who) {
        return jdbc.sql(AGAIN)
                .param("account", who.account())
                .param("role", who.role().code())
                .param("organization", who.organization())
                .param("today", LocalDate.now(clock))
                .query((row, _) -> under(who, row))
                .optional()
                .orElseThrow(RightEnded::new);
    }

    private static SignedIn under(SignedIn who, ResultSet row) throws SQLException {
        return new SignedIn(
                who.account(),
                who.username(),
                who.name(),
                who.role(),
                who.organization(),
                who.member(),
                who.state(),
                row.getObject("id", UUID.class),
                row.getObject("behalf", UUID.class));
    }

    /** Whoever cannot be asked about is not let on: the database is away, and so is all else. */
    void look() {
        // Whoever begins to be watched meanwhile was not asked about.
        var asked = List.copyOf(watched);
        if (asked.isEmpty()) {
            return;
        }
        try {
            var tokens = asked.stream().map(Watched::token).collect(Collectors.toSet());
            var standing = sessions.standing(tokens);
            asked.stream()
                    .filter(one -> !one.who().equals(standing.get(one.token())))
                    .forEach(Watched::end);
        } catch (RuntimeException e) {
            LOG.warn("Sessions cannot be looked at; what goes on under them ends", e);
            asked.forEach(Watched::end);
        }
    }

    @Override
    public synchronized void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("standing").factory());
        var _ = started.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        beat = started;
    }

    @Override
    public synchronized void stop() {
        var running = beat;
        if (running != null) {
            running.shutdownNow();
        }
        watched.forEach(Watched::end);
        beat = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return beat != null;
    }

    /** One watch; two of the same session are two. */
    private final class Watched implements Watch {

        private final Token token;
        private final SignedIn who;
        private final CountDownLatch end = new CountDownLatch(1);

        Watched(Token token, SignedIn who) {
            this.token = token;
            this.who = who;
        }

        Token token() {
            return token;
        }

        SignedIn who() {
            return who;
        }

        void end() {
            end.countDown();
        }

        @Override
        public boolean ended() {
            return end.getCount() == 0;
        }

        @Override
        public boolean endsWithin(Duration time) throws InterruptedException {
            return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            watched.remove(this);
        }
    }
}
