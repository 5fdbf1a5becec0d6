package org.sunmao.database.internal;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Real servers on new directories. The programs are unpacked once and the first cluster is copied:
 * both take seconds, and what is tested comes after them.
 */
final class TestServers {

    /** Of this process: another may be at work on the same. */
    private static final Path SHARED = Path.of("target/test-data/" + ProcessHandle.current().pid());

    private TestServers() {}

    static EmbeddedServer start(Path data) throws IOException {
        copyCluster(data);
        return startNew(data);
    }

    /** With initdb and all that follows it. */
    static EmbeddedServer startNew(Path data) throws IOException {
        shareProgramsWith(data);
        return EmbeddedServer.start(data.toRealPath());
    }

    static Cluster cluster(Path data) throws IOException {
        shareProgramsWith(data);
        var programs = Binaries.unpack(Binaries.ofThisPlatform(), data.resolve("runtime"));
        return Cluster.under(data.toRealPath(), programs);
    }

    static JdbcClient sql(Login login) {
        return JdbcClient.create(
                new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }

    static Login superuser(EmbeddedServer server, String database) throws IOException {
        return in(database, server.superuser());
    }

    static Login in(String database, Login login) {
        var url = login.url().replaceFirst("/\\w+\\?", "/" + database + "?");
        return new Login(url, login.user(), login.password());
    }

    static void connect(Login login) throws SQLException {
        login.connect().close();
    }

    static synchronized void copyCluster(Path data) throws IOException {
        var first = SHARED.resolve("postgres");
        if (Files.notExists(first)) {
            Files.createDirectories(SHARED);
            cluster(SHARED).makeIfMissing();
        }
        if (Files.notExists(data.resolve("postgres"))) {
            FileSystemUtils.copyRecursively(first, data.resolve("postgres"));
            Files.setPosixFilePermissions(data.resolve("postgres"), fromString("rwx------"));
        }
    }

    private static void shareProgramsWith(Path data) throws IOException {
        var shared = Files.createDirectories(SHARED.resolve("runtime")).toAbsolutePath();
        if (Files.notExists(data.resolve("runtime"))) {
            Files.createSymbolicLink(data.resolve("runtime"), shared);
        }
    }
}
