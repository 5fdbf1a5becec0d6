package org.sunmao.database.internal;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.util.LinuxUtils;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Our own PostgreSQL: started with the application, kept alive beside it, stopped after it. */
final class EmbeddedServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int PORTS_TO_TRY = 3;
    private static final long PAUSE_SECONDS = 1;

    private final Cluster cluster;
    private int port;
    private boolean closed;
    private @Nullable Future<?> again;

    private final String ownerPassword = Passwords.next();
    private final String applicationPassword = Passwords.next();

    private EmbeddedServer(Cluster cluster) {
        this.cluster = cluster;
    }

    static EmbeddedServer start(LockedDirectory data) {
        refuseRoot();
        var binaries = Binaries.unpack(data.file("runtime"));
        var server = new EmbeddedServer(Cluster.under(data.path(), binaries));
        try {
            server.cluster.makeIfMissing();
            server.stopStale();
            server.cluster.turnLog();
            server.startOnFreePort();
        } catch (IOException e) {
            throw LockedDirectory.notWritable(data.path(), e);
        }
        try {
            server.prepare();
            server.watch();
            return server;
        } catch (IOException | SQLException e) {
            server.close();
            throw server.cluster.refused("准备", e.toString());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public Login application() {
        return new Login(url(Preparation.DATABASE), Preparation.APPLICATION, applicationPassword);
    }

    @Override
    public Login owner() {
        return new Login(url(Preparation.DATABASE), Preparation.OWNER, ownerPassword);
    }

    Login superuser(String database) throws IOException {
        return new Login(url(database), Cluster.SUPERUSER, cluster.password());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            var stopped = cluster.stop();
            LOG.info("Embedded PostgreSQL stopped: {}", stopped.output());
        } catch (IOException e) {
            LOG.warn("Embedded PostgreSQL could not be stopped", e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true"
                .formatted(port, database);
    }

    private static void refuseRoot() {
        if (!"root".equals(System.getProperty("user.name")) || LinuxUtils.isUnshareAvailable()) {
            return;
        }
        var reason =
                """
                PostgreSQL 不允许以 root 身份运行；本机又无法用 unshare -U 建立用户命名空间来降低身份。
                PostgreSQL refuses root, and "unshare -U" does not work here.\
                """;
        var wayOut =
                """
                请改用普通用户运行本程序（数据目录须属于该用户），或安装并允许 unshare（软件包 util-linux），\
                或用 %s 连接外部 PostgreSQL %d。\
                """
                        .formatted(ExternalServer.HOW, Cluster.MAJOR);
        throw new StartRefused(reason, wayOut);
    }

    private void stopStale() throws IOException {
        var postmaster = cluster.postmaster();
        var process = postmaster.flatMap(Postmaster::process);
        if (postmaster.isEmpty() || process.isEmpty()) {
            return;
        }
        if (!postmaster.get().isOurs(process.get())) {
            postmaster.get().forget();
            return;
        }
        LOG.warn("A killed process left PostgreSQL running (pid {}); stopping it", process.get());
        var stopped = cluster.stop();
        if (!stopped.succeeded()) {
            throw cluster.refused("停止上次残留的进程（pid " + process.get() + "）", stopped.output());
        }
    }

    private void startOnFreePort() throws IOException {
        var started = new Program.Result(1, "");
        for (var tries = 0; tries < PORTS_TO_TRY && !started.succeeded(); tries++) {
            port = freePort();
            started = cluster.start(port);
        }
        if (!started.succeeded()) {
            throw cluster.refused("启动", started.output() + "\n" + cluster.lastWords());
        }
        LOG.info("Embedded PostgreSQL serves {} on 127.0.0.1:{}", cluster.files(), port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void prepare() throws IOException, SQLException {
        try (var admin = superuser("postgres").connect()) {
            Preparation.roles(admin, ownerPassword, applicationPassword);
            Preparation.database(admin);
        }
        try (var admin = superuser(Preparation.DATABASE).connect()) {
            Preparation.rights(admin);
        }
    }

    private void watch() throws IOException {
        cluster.postmaster()
                .flatMap(Postmaster::process)
                .ifPresent(process -> again = process.onExit().thenRunAsync(this::startAgain));
    }

    /** On the same port, so that the pool finds it again by itself. */
    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        try {
            LOG.error(
                    "PostgreSQL died; starting it again. Its last words:\n{}", cluster.lastWords());
            var started = cluster.start(port);
            if (started.succeeded()) {
                watch();
                return;
            }
            LOG.error("PostgreSQL did not start again: {}", started.output());
        } catch (IOException e) {
            LOG.error("PostgreSQL did not start again", e);
        }
        // Its children may still be leaving; they hold the shared memory.
        CompletableFuture.delayedExecutor(PAUSE_SECONDS, SECONDS).execute(this::startAgain);
    }
}
