package org.sunmao.house;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;

import java.util.Arrays;

/** In the house of the tests a second factor is offered to all and asked of none. */
@TestConfiguration(proxyBeanMethods = false)
class OfferedFactors {

    private static final String OFFERED =
            """
            insert into access.second_factor_policy (role, obligatory, changed_at)
            select unnest(?::text[]), false, now() on conflict do nothing
            """;

    private final JdbcClient jdbc;

    OfferedFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        var roles = Arrays.stream(Role.values()).map(Role::code).toArray(String[]::new);
        jdbc.sql(OFFERED).param((Object) roles).update();
    }
}
