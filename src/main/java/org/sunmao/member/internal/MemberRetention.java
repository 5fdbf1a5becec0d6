package org.sunmao.member.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.Clock;

/** Requests that were answered long ago; the register itself is archived and never let go. */
@Configuration(proxyBeanMethods = false)
class MemberRetention {

    @Bean
    Retained closedCorrections(CorrectionStore store, Clock clock) {
        return Retained.of(
                Retention.CORRECTION,
                before -> store.sweep(before.atStartOfDay(clock.getZone()).toOffsetDateTime()));
    }
}
