package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sunmao.database.internal.TestServers.connect;
import static org.sunmao.database.internal.TestServers.sql;
import static org.sunmao.database.internal.TestServers.superuser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;

/** One running server, seen from outside. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedServerTests {

    @TempDir static Path data;
    EmbeddedServer server;
    JdbcClient application;
    JdbcClient admin;

    @BeforeAll
    void start() throws IOException {
        server = TestServers.start(data);
        application = sql(server.application());
        admin = sql(superuser(server, Preparation.DATABASE));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatIsCommittedIsOnTheDisk() {
        for (var setting :
                List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(show(setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void nobodyElseReachesIt() {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("unix_socket_directories")).isEmpty();
        assertThat(show("password_encryption")).isEqualTo("scram-sha-256");
        var methods = admin.sql("select distinct auth_method from pg_hba_file_rules");
        assertThat(methods.query(String.class).list()).containsExactly("scram-sha-256");
    }

    @Test
    void textIsUnicodeAndSortsTheSameOnEveryMachine() {
        var locale =
                "select datlocale from pg_database where datname = 'sunmao' and datlocprovider ="
                        + " 'b'";
        assertThat(admin.sql(locale).query(String.class).single()).isEqualTo("C.UTF-8");
        assertThat(show("server_encoding")).isEqualTo("UTF8");
    }

    @ParameterizedTest
    @ValueSource(strings = {Cluster.SUPERUSER, Preparation.OWNER, Preparation.APPLICATION})
    void aWrongPasswordIsRefused(String user) {
        var guess = new Login(server.application().url(), user, "guess");

        assertThatThrownBy(() -> connect(guess))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theFilesAreTheirOwnersAlone() throws IOException {
        assertThat(mode(data.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(mode(data.resolve("postgres/superuser.password"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("postgres.log"))).isEqualTo("rw-------");
        assertThat(data.resolve("superuser.password")).doesNotExist();
    }

    @Test
    void bothRolesMayLogInAndNothingMore() {
        var roles =
                """
                select rolname from pg_roles
                where rolname like 'sunmao%' and rolcanlogin
                  and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole
                           or rolreplication)
                  and not exists (select from pg_auth_members where member = pg_roles.oid)
                order by rolname
                """;
        assertThat(admin.sql(roles).query(String.class).list())
                .containsExactly(Preparation.APPLICATION, Preparation.OWNER);
    }

    @Test
    void theOwnerOwnsTheDatabaseAndTheApplicationNothing() {
        var owner = "select datdba::regrole::text from pg_database where datname = 'sunmao'";
        var owned =
                "select count(*) from pg_shdepend where deptype = 'o' and refobjid ="
                        + " :role::regrole";

        assertThat(admin.sql(owner).query(String.class).single()).isEqualTo(Preparation.OWNER);
        assertThat(
                        admin.sql(owned)
                                .param("role", Preparation.APPLICATION)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create temporary table mine (id int)",
                "create schema mine",
                "create extension hstore",
                "create role mine",
                "set role sunmao_owner",
                "alter role sunmao_app bypassrls"
            })
    void theApplicationDefinesNothing(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template1"})
    void theApplicationEntersNoOtherDatabase(String other) {
        assertThatThrownBy(() -> connect(TestServers.in(other, server.application())))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void noTransactionOfTheApplicationLivesLongerThanAMinute() {
        assertThat(application.sql("show transaction_timeout").query(String.class).single())
                .isEqualTo("1min");
    }

    @Test
    void bothExtensionsServeTheApplication() {
        var owned = "select extowner::regrole::text from pg_extension where extname = :name";
        for (var extension : List.of("btree_gist", "pg_trgm")) {
            var owner = admin.sql(owned).param("name", extension).query(String.class).single();
            assertThat(owner).as(extension).isEqualTo(Preparation.OWNER);
        }
        var alike = "select '榫卯村党支部' % '榫卯村党总支'";
        assertThat(application.sql(alike).query(Boolean.class).single()).isTrue();
    }

    @Test
    void theLogHoldsNoStatementOfTheApplication() throws IOException {
        var failing = application.sql("select 1 / 0 as secret").query(Long.class);
        assertThatThrownBy(failing::single).rootCause().hasMessageContaining("division by zero");

        assertThat(data.resolve("postgres.log")).content().doesNotContain("secret");
    }

    private String show(String setting) {
        return admin.sql("show " + setting).query((row, _) -> row.getString(1)).single();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
