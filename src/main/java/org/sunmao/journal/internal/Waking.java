package org.sunmao.journal.internal;

import static java.util.Objects.requireNonNull;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Listens, on a connection of its own, for what any process appends. It only makes things quicker:
 * the followers look by themselves as well.
 */
record Waking(JdbcConnectionDetails login, Runnable wake, BooleanSupplier running)
        implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
    private static final int PATIENCE_MILLIS = 500;

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.debug("Nothing to listen to; the followers look by themselves", e);
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                requireNonNull(login.getJdbcUrl()),
                                login.getUsername(),
                                login.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("listen journal");
            var heard = connection.unwrap(PGConnection.class);
            while (running.getAsBoolean()) {
                if (heard.getNotifications(PATIENCE_MILLIS).length > 0) {
                    wake.run();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
