package org.sunmao.exchange.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.Clock;

/** What comes in and goes out, and until when it is kept (PRV-06). */
@Configuration(proxyBeanMethods = false)
class ExchangeRetention {

    private static final String LAPSED = "delete from exchange.export where expires_at < :before";

    @Bean
    Retained lapsedExports(JdbcClient jdbc, Clock clock) {
        return Retained.of(
                Retention.EXPORT,
                before ->
                        jdbc.sql(LAPSED)
                                .param(
                                        "before",
                                        before.atStartOfDay(clock.getZone()).toOffsetDateTime())
                                .update());
    }

    @Bean
    Retained importedRows(ImportJobs jobs, Clock clock) {
        return Retained.of(
                Retention.IMPORT,
                before -> jobs.forget(before.atStartOfDay(clock.getZone()).toInstant()));
    }
}
