package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sunmao.database.internal.TestServers.sql;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.database.StartRefused;

import java.nio.file.Path;

import javax.sql.DataSource;

/** The module inside Spring Boot, here and in processes of its own. */
class ServingProcessTests {

    @TempDir Path data;

    @Test
    void thePoolIsTheApplicationsAndTheMigrationsAreTheOwners() throws Exception {
        TestServers.copyCluster(data);
        try (var context = ServingProcess.serve(data)) {
            var pool = JdbcClient.create(context.getBean(DataSource.class));
            assertThat(pool.sql("select current_user").query(String.class).single())
                    .isEqualTo(Preparation.APPLICATION);

            var migrations = context.getBean(Flyway.class).getConfiguration().getDataSource();
            assertThat(
                            JdbcClient.create(migrations)
                                    .sql(OWNER_OF_MIGRATION)
                                    .query(String.class)
                                    .single())
                    .isEqualTo(Preparation.OWNER);
        }
        assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
                .noneMatch(line -> line.contains("-D " + data));
    }

    @Test
    void aSecondServingProcessIsRefusedWithoutAStackTrace() throws Exception {
        try (var held = LockedDirectory.open(data)) {
            assertThatThrownBy(() -> LockedDirectory.open(data)).isInstanceOf(StartRefused.class);
            var second = ServingProcess.launch(data);
            // Should it serve after all, the end of its input is the end of it.
            second.getOutputStream().close();
            var told = second.inputReader().readAllAsString();

            assertThat(second.waitFor()).isNotZero();
            assertThat(told)
                    .contains("数据目录 " + held.path() + " 正由另一个榫卯进程（pid ")
                    .contains("is held by another serving process")
                    .contains("Action:")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aKilledProcessLeavesItsCommittedDataAndNoTrap() throws Exception {
        var killed = ServingProcess.launch(data);
        var output = killed.inputReader();
        assertThat(output.lines().anyMatch(ServingProcess.COMMITTED::equals)).isTrue();
        var left = Postmaster.of(data.toRealPath().resolve("postgres")).orElseThrow();
        killed.destroyForcibly().waitFor();
        assertThat(left.isOurs()).as("its server survives it").isTrue();

        try (var server = EmbeddedServer.start(data.toRealPath())) {
            assertThat(sql(server.owner()).sql("select id from kept").query(Long.class).list())
                    .containsExactly(1L);
            assertThat(left.isOurs()).isFalse();
        }
    }

    private static final String OWNER_OF_MIGRATION =
            "select nspowner::regrole::text from pg_namespace where nspname = 'migration'";
}
