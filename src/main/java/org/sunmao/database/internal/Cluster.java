package org.sunmao.database.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.apache.commons.lang3.SystemUtils;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one PostgreSQL under the data directory, and the programs that act on them. */
record Cluster(Path files, Path log, Binaries binaries) {

    static final String SUPERUSER = "postgres";
    static final String FILES = "postgres";

    /** Recovery after a power cut reads the write-ahead log; it may take its time. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";
    private static final int LAST_WORDS = 1500;

    static Cluster under(Path data, Binaries binaries) {
        return new Cluster(data.resolve(FILES), data.resolve("postgres.log"), binaries);
    }

    /** Made beside its place and moved there whole: a killed initdb leaves nothing to trip over. */
    void makeIfMissing() throws IOException {
        if (Files.exists(files)) {
            checkMajor();
            return;
        }
        var fresh = files.resolveSibling("postgres.new");
        var password = files.resolveSibling("superuser.password");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.write(password, Passwords.next());
        var made = binaries.program("initdb").run(initialization(fresh, password));
        if (!made.succeeded()) {
            throw refused("初始化", made.output());
        }
        Files.move(password, passwordIn(fresh));
        Files.move(fresh, files, ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(passwordIn(files)).strip();
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(files);
    }

    /** The log of this run; the one before is kept beside it. */
    void turnLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.log.1"), REPLACE_EXISTING);
        }
        PrivateFiles.make(log);
    }

    /**
     * Errors of statements stay out of the log: the application reports them, and they would bring
     * people's data into a plain file. What the server says of itself is kept. Pages are read at
     * random as cheaply as in order: without that word, looking up fifty names scans them all.
     */
    Program.Result start(int port) throws IOException {
        var options =
                """
                -p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on \
                -c shared_buffers=256MB -c random_page_cost=1.1 \
                -c timezone=UTC -c log_timezone=UTC -c log_min_messages=log -c log_checkpoints=off\
                """
                        .formatted(port);
        return control("start", "-t", START_SECONDS, "-l", log.toString(), "-o", options);
    }

    /** Fast: open transactions are rolled back, nobody is waited for. */
    Program.Result stop() throws IOException {
        return control("stop", "-t", STOP_SECONDS, "-m", "fast");
    }

    /** The end of the log, where PostgreSQL says why. */
    String lastWords() throws IOException {
        try (var channel = FileChannel.open(log)) {
            var bytes = ByteBuffer.allocate(LAST_WORDS);
            channel.read(bytes, Math.max(0, channel.size() - LAST_WORDS));
            return new String(bytes.array(), 0, bytes.position(), UTF_8).strip();
        }
    }

    StartRefused refused(String deed, String itsWords) {
        var reason =
                """
                内置 PostgreSQL %s失败，原因如下：
                %s
                The embedded PostgreSQL failed to start; its own words stand above.\
                """
                        .formatted(deed, itsWords);
        var wayOut =
                """
                请按上述原因处理（常见的有：磁盘已满，目录属于其他用户，上级目录不可进入，所在分区禁止执行程序）；\
                日志在 %s；%s\
                """
                        .formatted(log, ExternalServer.OR_EXTERNAL);
        return new StartRefused(reason, wayOut);
    }

    private Program.Result control(String action, String... more) throws IOException {
        var first = Stream.of(action, "-D", files.toString(), "-w");
        return binaries.program("pg_ctl").run(Stream.concat(first, Stream.of(more)).toList());
    }

    private void checkMajor() throws IOException {
        var major = Files.readString(files.resolve("PG_VERSION")).strip();
        if (!major.equals(Integer.toString(SupportedVersion.MAJOR))) {
            var reason =
                    """
                    数据库文件 %s 由 PostgreSQL %s 建立，本程序携带的是 PostgreSQL %d。
                    The database files were made by another major version of PostgreSQL.\
                    """
                            .formatted(files, major, SupportedVersion.MAJOR);
            throw new StartRefused(reason, "请用原来的程序版本导出数据，再导入新的数据目录（见 docs/operate/database.md）。");
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
                "--lc-ctype=" + letters(),
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    /**
     * Sorting is PostgreSQL's own and the same everywhere. Only pg_trgm still asks the system which
     * characters are letters, and to the system's locale C no Chinese character is one.
     */
    private static String letters() {
        if (SystemUtils.IS_OS_WINDOWS) {
            return "en-US";
        }
        return SystemUtils.IS_OS_MAC ? "en_US.UTF-8" : "C.UTF-8";
    }

    private static Path passwordIn(Path files) {
        return files.resolve("superuser.password");
    }
}
