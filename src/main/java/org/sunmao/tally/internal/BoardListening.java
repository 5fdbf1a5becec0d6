package org.sunmao.tally.internal;

import static java.util.Objects.requireNonNull;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Listens, on a connection of its own, for what any process tells of boards. Whatever was told
 * while nobody listened is made up for: anything may have changed.
 */
record BoardListening(JdbcConnectionDetails login, Consumer<Notice> heard, BooleanSupplier running)
        implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardListening.class);
    private static final int PATIENCE_MILLIS = 500;
    private static final int PATIENCES_BETWEEN_PROOFS = 10;
    private static final int PROOF_SECONDS = 2;
    private static final int WITHOUT_MILLIS = 3000;

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.debug("Nothing to listen to; boards are looked at every few seconds", e);
                pause();
            }
            heard.accept(Notice.MANY);
        }
    }

    private void listen() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                requireNonNull(login.getJdbcUrl()),
                                login.getUsername(),
                                login.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("listen board");
            heard.accept(Notice.MANY);
            while (running.getAsBoolean() && proved(connection)) {
                for (var round = 0; round < PATIENCES_BETWEEN_PROOFS; round++) {
                    take(connection);
                }
            }
        }
    }

    /** A connection that broke without a word would be silent for ever. */
    private static boolean proved(Connection connection) throws SQLException {
        return connection.isValid(PROOF_SECONDS);
    }

    private void take(Connection connection) throws SQLException {
        if (!running.getAsBoolean()) {
            return;
        }
        for (var one : connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS)) {
            heard.accept(Notice.read(one.getParameter()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WITHOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
