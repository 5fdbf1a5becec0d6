package org.sunmao.simulation.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether the registers hold demonstration data, and whether they hold anything. */
@Repository
class DemonstrationStore {

    private static final String KIND = "select kind from simulation.demonstration";
    private static final String ADD =
            "insert into simulation.demonstration (kind, loaded_at) values (:kind, :now)";
    private static final String ORGANIZATIONS =
            "select exists (select from organization.place_published)";

    /** One transaction loads all; no other may last so long. */
    private static final String NO_TIMEOUT = "set local transaction_timeout = 0";

    /** Without it the first minutes after a load are spent on plans for empty tables. */
    private static final String STATISTICS =
            "select simulation.refresh_statistics() is not null as done";

    private final JdbcClient jdbc;

    DemonstrationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> kind() {
        return jdbc.sql(KIND).query(String.class).optional();
    }

    void add(String kind, Instant now) {
        jdbc.sql(ADD).param("kind", kind).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    boolean anyOrganization() {
        return jdbc.sql(ORGANIZATIONS).query(Boolean.class).single();
    }

    /** Lets the running transaction last as long as it needs. */
    void takeTime() {
        jdbc.sql(NO_TIMEOUT).update();
    }

    void refreshStatistics() {
        jdbc.sql(STATISTICS).query(Boolean.class).single();
    }
}
