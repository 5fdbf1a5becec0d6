package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sunmao.database.internal.TestServers.sql;
import static org.sunmao.database.internal.TestServers.start;
import static org.sunmao.database.internal.TestServers.startNew;
import static org.sunmao.database.internal.TestServers.superuser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What happens to a server between its first start and its last. */
class EmbeddedServerLifeTests {

    @TempDir Path data;

    @Test
    void dataOutlivesAStopAndStrayedRolesAreBroughtBack() throws IOException {
        try (var first = start(data)) {
            sql(first.owner()).sql("create table public.kept as select 1 as id").update();
            var admin = sql(superuser(first, Preparation.DATABASE));
            admin.sql("alter role sunmao_app superuser bypassrls createdb").update();
        }
        try (var second = start(data)) {
            assertThat(count(second)).isOne();
            var mighty = "select rolsuper or rolbypassrls or rolcreatedb from pg_roles";
            var role = " where rolname = current_user";
            assertThat(sql(second.application()).sql(mighty + role).query(Boolean.class).single())
                    .isFalse();
        }
    }

    @Test
    void aServerThatDiesComesBackOnTheSamePort() throws IOException {
        try (var server = start(data)) {
            sql(server.owner()).sql("create table public.kept as select 1 as id").update();
            var first = TestServers.cluster(data).postmaster().orElseThrow();
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

            await().atMost(30, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(count(server)).isOne());
            assertThat(TestServers.cluster(data).postmaster())
                    .isPresent()
                    .get()
                    .isNotEqualTo(first);
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws IOException {
        var half = Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(half.resolveSibling("postgresql.conf"), "half");
        Files.writeString(data.resolve("superuser.password"), "half");

        try (var server = startNew(data)) {
            assertThat(sql(server.application()).sql("select 1").query(Long.class).single())
                    .isOne();
        }
        assertThat(data.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void aForeignProcessThatHasTheOldNumberIsLeftAlone() throws IOException {
        TestServers.copyCluster(data);
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            var pidFile = data.resolve("postgres/postmaster.pid");
            Files.writeString(pidFile, foreign.pid() + "\n" + data + "\n0\n1\n\n127.0.0.1\n0 0\n");

            start(data).close();

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void aStartThatFailsIsToldInPostgresOwnWords() throws IOException {
        start(data).close();
        Files.writeString(
                data.resolve("postgres/postgresql.conf"), "max_connections = many", APPEND);

        assertThatThrownBy(() -> start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("内置 PostgreSQL 启动失败")
                .hasMessageContaining("max_connections");
    }

    @Test
    void anInitdbThatFailsIsToldInItsOwnWords() throws IOException {
        // An unpacked runtime without its templates: initdb finds no input file.
        var cluster = TestServers.cluster(data);
        var broken = Files.createDirectories(data.resolve("broken/bin"));
        for (var program : new String[] {"initdb", "postgres"}) {
            var real = cluster.binaries().program(program).path();
            Files.copy(real, broken.resolve(program));
            assertThat(broken.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.createSymbolicLink(
                data.resolve("broken/lib"), cluster.binaries().folder().resolve("lib"));
        var without = Cluster.under(data, new Binaries(data.resolve("broken")));

        assertThatThrownBy(without::makeIfMissing)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("内置 PostgreSQL 初始化失败")
                .hasMessageContaining("initdb");
    }

    @Test
    void filesOfAnotherMajorVersionAreNotTouched() throws IOException {
        var files = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(files.resolve("PG_VERSION"), "17\n", UTF_8);

        assertThatThrownBy(() -> startNew(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 17");
        assertThat(files).isDirectoryContaining("glob:**PG_VERSION");
    }

    private static long count(EmbeddedServer server) {
        return sql(server.owner()).sql("select count(*) from kept").query(Long.class).single();
    }
}
