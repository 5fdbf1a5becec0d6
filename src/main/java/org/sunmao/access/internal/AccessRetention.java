package org.sunmao.access.internal;

import static org.sunmao.privacy.Retention.ATTEMPT;
import static org.sunmao.privacy.Retention.CODE;
import static org.sunmao.privacy.Retention.RECEIPT;
import static org.sunmao.privacy.Retention.SESSION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.privacy.Retained;

import java.time.Clock;
import java.time.LocalDate;

/** What signing in leaves behind, and until when (PRV-06). */
@Configuration(proxyBeanMethods = false)
class AccessRetention {

    private static final String ATTEMPTS = "delete from access.attempt where since < :before";
    private static final String SESSIONS = "delete from access.session where ends_at < :before";
    private static final String RECEIPTS = "delete from access.receipt where kept_at < :before";
    private static final String LINKS = "delete from access.first_link where used_at < :before";

    private static final String CODES =
            """
            delete from access.activation_code
            where coalesce(used_at, voided_at, expires_at) < :before
            """;
    private static final String PHONES = "delete from access.phone where ends_at < :before";

    private static final String INVITATIONS =
            "delete from access.invitation where coalesce(used_at, ends_at) < :before";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Retained oldAttempts() {
        return Retained.of(ATTEMPT, before -> delete(ATTEMPTS, before));
    }

    @Bean
    Retained endedSessions() {
        return Retained.of(SESSION, before -> delete(SESSIONS, before));
    }

    @Bean
    Retained oldReceipts() {
        return Retained.of(RECEIPT, before -> delete(RECEIPTS, before));
    }

    @Bean
    Retained usedLinks() {
        return Retained.of(CODE, before -> delete(LINKS, before));
    }

    @Bean
    Retained spentCodes() {
        return Retained.of(CODE, before -> delete(CODES, before));
    }

    @Bean
    Retained forgottenPhones() {
        return Retained.of(SESSION, before -> delete(PHONES, before));
    }

    @Bean
    Retained usedInvitations() {
        return Retained.of(CODE, before -> delete(INVITATIONS, before));
    }

    private int delete(String sql, LocalDate before) {
        var begin = before.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return jdbc.sql(sql).param("before", begin).update();
    }
}
