package org.sunmao.database.internal;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.util.LinuxUtils;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Our own PostgreSQL: started with the application, looked after beside it, stopped after it. */
final class EmbeddedServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int PORTS_TO_TRY = 3;
    private static final long SECONDS_BETWEEN_LOOKS = 1;
    private static final long MOST_SECONDS = 60;

    private final Cluster cluster;
    private final int port;
    private final String ownerPassword = Passwords.next();
    private final String applicationPassword = Passwords.next();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("postgres-watch").factory());

    private EmbeddedServer(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    static EmbeddedServer start(Path data) {
        refuseRootWithoutNamespace();
        try {
            var binaries = Binaries.unpack(Binaries.ofThisPlatform(), data.resolve("runtime"));
            var cluster = Cluster.under(data, binaries);
            cluster.makeIfMissing();
            endStale(cluster);
            binaries.removeOthers();
            cluster.turnLog();
            var server = new EmbeddedServer(cluster, startOnFreePort(cluster));
            server.prepareAndWatch();
            return server;
        } catch (IOException e) {
            throw LockedDirectory.notWritable(data, e);
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

    Login superuser() throws IOException {
        return new Login(url("postgres"), Cluster.SUPERUSER, cluster.password());
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            try {
                var stopped = cluster.stop();
                LOG.info("Embedded PostgreSQL stopped ({})", stopped.output());
            } catch (IOException e) {
                LOG.warn("Embedded PostgreSQL could not be stopped", e);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&reWriteBatchedInserts=true"
                .formatted(port, database);
    }

    private static void refuseRootWithoutNamespace() {
        if (!"root".equals(System.getProperty("user.name")) || LinuxUtils.isUnshareAvailable()) {
            return;
        }
        var reason =
                """
                PostgreSQL 不允许以 root 身份运行，而本机又不能用 unshare -U 另建用户命名空间。
                PostgreSQL refuses to run as root, and "unshare -U" does not work here.\
                """;
        var wayOut =
                """
                请改由普通用户启动（数据目录须属于该用户），或安装并放行 unshare（软件包 util-linux），%s\
                """
                        .formatted(ExternalServer.OR_EXTERNAL);
        throw new StartRefused(reason, wayOut);
    }

    /** What a killed process of ours left behind; a foreign process is never touched. */
    private static void endStale(Cluster cluster) throws IOException {
        var left = cluster.postmaster().filter(Postmaster::lives);
        if (left.isEmpty()) {
            return;
        }
        var pid = left.get().pid();
        if (!left.get().isOurs()) {
            left.get().forget();
            return;
        }
        LOG.warn("A killed process left its PostgreSQL running (pid {}); it is stopped first", pid);
        var stopped = cluster.stop();
        if (!stopped.succeeded()) {
            throw cluster.refused("残留进程（pid " + pid + "）的停止", stopped.output());
        }
    }

    static int startOnFreePort(Cluster cluster) throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            var started = cluster.start(port);
            if (started.succeeded()) {
                LOG.info("Embedded PostgreSQL serves {} on 127.0.0.1:{}", cluster.files(), port);
                return port;
            }
            if (attempt == PORTS_TO_TRY) {
                throw cluster.refused("启动", started.output() + "\n" + cluster.lastWords());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void prepareAndWatch() throws IOException {
        try {
            prepare();
            watchAfter(SECONDS_BETWEEN_LOOKS);
        } catch (SQLException | DataAccessException e) {
            close();
            throw cluster.refused("准备", String.valueOf(e.getMessage()));
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
    }

    private void prepare() throws IOException, SQLException {
        try (var admin = superuser().connect()) {
            Preparation.roles(admin, owner(), application());
            Preparation.createDatabase(admin);
        }
        try (var owner = owner().connect()) {
            Preparation.rights(owner);
        }
        try (var application = application().connect()) {
            ApplicationRole.check(application, Preparation.APPLICATION, Preparation.OWNER);
        }
    }

    private void watchAfter(long seconds) {
        var _ = watch.schedule(() -> lookAfter(seconds), seconds, SECONDS);
    }

    /** Should the server die, it comes back on the same port: the pool finds it by itself. */
    private synchronized void lookAfter(long waited) {
        if (watch.isShutdown()) {
            return;
        }
        // On a full disk each try fails and is logged: they become rarer.
        watchAfter(serves() ? SECONDS_BETWEEN_LOOKS : Math.min(2 * waited, MOST_SECONDS));
    }

    private boolean serves() {
        try {
            if (cluster.postmaster().filter(Postmaster::isOurs).isPresent()) {
                return true;
            }
            LOG.error("PostgreSQL died; starting it again. Its log:\n{}", cluster.lastWords());
            endStale(cluster);
            var started = cluster.start(port);
            LOG.warn("PostgreSQL {}", started.succeeded() ? "serves again" : started.output());
            return started.succeeded();
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL could not be started again; the next try follows", e);
            return false;
        }
    }
}
