package org.sunmao.database.internal;

import org.springframework.core.env.Environment;
import org.sunmao.database.DataDirectory;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A command's way into the data: through the running server's connection file, or, where none runs,
 * through a PostgreSQL started for the command alone and stopped after it.
 *
 * <p>Whether a server runs is told by the lock of the directory, not by a file that may be left
 * over.
 */
record Attachment(DataDirectory directory, Login login, Runnable end) implements AutoCloseable {

    static Attachment to(Path directory, Environment environment) {
        if (!Files.isDirectory(directory)) {
            throw nothing(directory);
        }
        var alone = LockedDirectory.tryOpen(directory);
        return alone.isPresent()
                ? alone(alone.get(), environment)
                : beside(directory.toAbsolutePath().normalize());
    }

    @Override
    public void close() {
        end.run();
    }

    private static Attachment beside(Path directory) {
        var readable = new ReadDirectory(directory);
        var login = ConnectionFile.read(readable, LockedDirectory.holder(directory));
        if (login.isEmpty()) {
            throw notReady(directory);
        }
        return new Attachment(readable, login.get(), () -> {});
    }

    private static Attachment alone(LockedDirectory data, Environment environment) {
        try {
            ConnectionFile.forget(data);
            if (!DatabaseConfiguration.external(environment)
                    && Files.notExists(data.file(Cluster.FILES))) {
                throw nothing(data.path());
            }
            var server = DatabaseConfiguration.server(data, environment);
            return new Attachment(
                    new ReadDirectory(data.path()), server.application(), () -> end(server, data));
        } catch (RuntimeException e) {
            letGo(data);
            throw e;
        }
    }

    private static void end(Server server, LockedDirectory data) {
        server.close();
        letGo(data);
    }

    private static void letGo(LockedDirectory data) {
        try {
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartRefused nothing(Path directory) {
        var reason =
                """
                目录 %s 里没有榫卯的数据。
                There are no data of Sunmao in %1$s.\
                """
                        .formatted(directory.toAbsolutePath().normalize());
        return new StartRefused(reason, "请用 --sunmao.data=… 指明服务程序使用的数据目录。");
    }

    private static StartRefused notReady(Path directory) {
        var reason =
                """
                数据目录 %s 的服务程序正在启动或停止，现在还连不上它的数据库。
                The server that holds %1$s is starting or stopping.\
                """
                        .formatted(directory);
        return new StartRefused(reason, "请稍候再试。");
    }

    /** A command reads the directory; what it lacks, it must not invent. */
    private record ReadDirectory(Path path) implements DataDirectory {

        @Override
        public Path file(String name) {
            return path.resolve(name);
        }

        @Override
        public void writePrivately(Path file, String content) {
            var reason =
                    """
                    缺少文件 %s。
                    The file %1$s is missing.\
                    """
                            .formatted(file);
            throw new StartRefused(reason, "请从备份中恢复该文件，或用 --sunmao.data=…、--sunmao.keys=… 指明其位置。");
        }
    }
}
