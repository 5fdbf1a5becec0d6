package org.sunmao.house;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, which a test may set forward and must set back. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    @Bean
    @Primary
    Clock testClock() {
        return this;
    }

    public void ahead(Duration by) {
        ahead = by;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
