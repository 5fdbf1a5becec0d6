package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sunmao.database.internal.TestServers.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The build lays a PostgreSQL 17 beside the classes, where there is one for the platform. */
class OldServerTests {

    static final Path OLD = Path.of("target/postgres-too-old.jar");

    @TempDir Path data;

    @Test
    @EnabledIf("thereIsOne")
    void isRefusedBeforeAnythingIsTouched() throws IOException {
        var cluster = Cluster.under(data, Binaries.unpack(archive(), data.resolve("runtime")));
        cluster.makeIfMissing();
        cluster.turnLog();
        var port = EmbeddedServer.startOnFreePort(cluster);
        try {
            var url = "jdbc:postgresql://127.0.0.1:%d/template1".formatted(port);
            var old =
                    new MockEnvironment()
                            .withProperty("spring.datasource.url", url)
                            .withProperty("spring.datasource.username", Cluster.SUPERUSER)
                            .withProperty("spring.datasource.password", cluster.password());

            assertThatThrownBy(() -> ExternalServer.named(old))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("外部数据库是 PostgreSQL 17.")
                    .hasMessageContaining("18 or newer is needed");
            var roles = "select count(*) from pg_roles where rolname like 'sunmao%'";
            var admin = new Login(url, Cluster.SUPERUSER, cluster.password());
            assertThat(sql(admin).sql(roles).query(Long.class).single()).isZero();
        } finally {
            assertThat(cluster.stop().succeeded()).isTrue();
        }
    }

    static boolean thereIsOne() {
        return OLD.toFile().exists();
    }

    private static byte[] archive() throws IOException {
        try (var jar = new ZipFile(OLD.toFile())) {
            var entry = jar.stream().filter(e -> e.getName().endsWith(".txz")).findFirst();
            return jar.getInputStream(entry.orElseThrow()).readAllBytes();
        }
    }
}
