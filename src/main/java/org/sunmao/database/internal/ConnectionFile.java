package org.sunmao.database.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.sunmao.database.DataDirectory;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code ${sunmao.data}/connection}: by which commands reach the running server's database, mode
 * 600. It is there from the end of the migrations to the stop.
 */
final class ConnectionFile implements SmartInitializingSingleton, AutoCloseable {

    static final String NAME = "connection";

    private static final String PID = "pid";
    private static final String URL = "url";
    private static final String USER = "user";
    private static final String PASSWORD = "password";

    private final DataDirectory data;
    private final Login login;

    ConnectionFile(DataDirectory data, Login login) {
        this.data = data;
        this.login = login;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var told = new Properties();
        told.setProperty(PID, Long.toString(ProcessHandle.current().pid()));
        told.setProperty(URL, login.url());
        told.setProperty(USER, login.user());
        told.setProperty(PASSWORD, login.password());
        var text = new StringWriter();
        try {
            told.store(text, "The way into the running server's database; gone when it stops");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.writePrivately(data.file(NAME), text.toString());
    }

    @Override
    public void close() {
        forget(data);
    }

    /** The login that the holder of the directory wrote; what a killed process left is none. */
    static Optional<Login> read(DataDirectory data, String holder) {
        var told = new Properties();
        try (var in = Files.newBufferedReader(data.file(NAME), UTF_8)) {
            told.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        var url = told.getProperty(URL);
        var user = told.getProperty(USER);
        var password = told.getProperty(PASSWORD);
        if (!holder.equals(told.getProperty(PID))
                || url == null
                || user == null
                || password == null) {
            return Optional.empty();
        }
        return Optional.of(new Login(url, user, password));
    }

    static void forget(DataDirectory data) {
        try {
            Files.deleteIfExists(data.file(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
