package org.sunmao.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.ZoneId;

@Configuration
class TimeConfiguration {

    /** A dated act falls on the day of the organization's seat, wherever the server runs. */
    @Bean
    Clock clock(@Value("${sunmao.zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
