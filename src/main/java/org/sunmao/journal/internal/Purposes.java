package org.sunmao.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/** Does something under a purpose that the policies ask for, and goes back to the one before. */
@Component
class Purposes {

    static final String AUDIT = "audit";
    static final String OWN_READINGS = "own-readings";
    static final String EXPIRE = "expire";

    private static final String PURPOSE =
            "select coalesce(current_setting('sunmao.purpose', true), '')";
    private static final String SET = "select set_config('sunmao.purpose', :purpose, true)";

    private final JdbcClient jdbc;

    Purposes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <T> T under(String purpose, Supplier<T> work) {
        var before = jdbc.sql(PURPOSE).query(String.class).single();
        set(purpose);
        var result = work.get();
        set(before);
        return result;
    }

    private void set(String purpose) {
        jdbc.sql(SET).param("purpose", purpose).query((_, _) -> true).single();
    }
}
