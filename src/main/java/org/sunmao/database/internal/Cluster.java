package org.sunmao.database.internal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of one PostgreSQL under the data directory, and the programs that act on them. */
record Cluster(Path data, Path files, Path log, Binaries binaries) {

    static final int MAJOR = SupportedVersion.OLDEST / 10_000;
    static final String SUPERUSER = "postgres";

    /** Recovery after a power cut reads the write-ahead log; it may take its time. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";

    static Cluster under(Path data, Binaries binaries) {
        return new Cluster(data, data.resolve("postgres"), data.resolve("postgres.log"), binaries);
    }

    /** Made beside its place and moved there whole: a killed initdb leaves nothing to trip over. */
    void makeIfMissing() throws IOException {
        if (Files.exists(files)) {
            checkMajor();
            return;
        }
        var fresh = data.resolve("postgres.new");
        var password = data.resolve("postgres.password.new");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.write(password, Passwords.next());
        var made = binaries.program("initdb").run(initialization(fresh, password));
        if (!made.succeeded()) {
            PrivateFiles.deleteTree(fresh);
            throw refused("初始化", made.output());
        }
        Files.move(password, passwordIn(fresh));
        Files.move(fresh, files, ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(passwordIn(files)).strip();
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.read(files);
    }

    /** The log of this run; the one before is kept beside it. */
    void turnLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.log.1"), REPLACE_EXISTING);
        }
        PrivateFiles.make(log);
    }

    Program.Result start(int port) throws IOException {
        var options =
                """
                -p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on \
                -c timezone=UTC -c log_timezone=UTC\
                """
                        .formatted(port);
        return control("start", "-t", START_SECONDS, "-l", log.toString(), "-o", options);
    }

    /** Fast: open transactions are rolled back, nobody is waited for. */
    Program.Result stop() throws IOException {
        return control("stop", "-t", STOP_SECONDS, "-m", "fast");
    }

    /** The last lines of the log: where PostgreSQL says why. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    StartRefused refused(String deed, String output) {
        var reason =
                """
                内置 PostgreSQL %s失败，它给出的原因是：
                %s
                The embedded PostgreSQL could not be started; its own words stand above.\
                """
                        .formatted(deed, output);
        var wayOut =
                """
                请按上述原因处理（常见的有：磁盘已满、目录属于其他用户、上级目录不可进入），日志在 %s；\
                或用 %s 连接外部 PostgreSQL %d。\
                """
                        .formatted(log, ExternalServer.HOW, MAJOR);
        return new StartRefused(reason, wayOut);
    }

    private Program.Result control(String action, String... arguments) throws IOException {
        var all = new java.util.ArrayList<>(List.of(action, "-D", files.toString(), "-w"));
        all.addAll(List.of(arguments));
        return binaries.program("pg_ctl").run(all);
    }

    private void checkMajor() throws IOException {
        var major = Files.readString(files.resolve("PG_VERSION")).strip();
        if (!major.equals(Integer.toString(MAJOR))) {
            var reason =
                    """
                    数据库文件 %s 由 PostgreSQL %s 建立，本程序携带的是 PostgreSQL %d。
                    The database files were made by another major version of PostgreSQL.\
                    """
                            .formatted(files, major, MAJOR);
            throw new StartRefused(reason, "请用原版本的程序导出数据，再导入新的数据目录（见运维文档）。");
        }
    }

    private static List<String> initialization(Path fresh, Path password) {
        return List.of(
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    private static Path passwordIn(Path files) {
        return files.resolve("superuser.password");
    }
}
