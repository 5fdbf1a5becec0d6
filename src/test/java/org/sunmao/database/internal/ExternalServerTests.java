package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sunmao.database.internal.TestServers.in;
import static org.sunmao.database.internal.TestServers.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A server that somebody else runs: here a bare cluster, which we did not prepare. */
@TestInstance(Lifecycle.PER_CLASS)
class ExternalServerTests {

    @TempDir static Path data;
    Cluster cluster;
    Login superuser;
    JdbcClient admin;

    @BeforeAll
    void start() throws IOException {
        TestServers.copyCluster(data);
        cluster = TestServers.cluster(data);
        cluster.turnLog();
        var port = EmbeddedServer.startOnFreePort(cluster);
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable".formatted(port);
        superuser = new Login(url, Cluster.SUPERUSER, cluster.password());
        admin = sql(superuser);
    }

    @AfterAll
    void stop() throws IOException {
        assertThat(cluster.stop().succeeded()).isTrue();
    }

    @BeforeEach
    void eachTestFindsANewDatabaseAndNoRoles() {
        admin.sql("drop database if exists town with (force)").update();
        var roles = "select string_agg(rolname, ', ') from pg_roles where oid > 16383";
        admin.sql(roles)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single()
                .ifPresent(all -> admin.sql("drop role " + all).update());
        admin.sql("create database town").update();
    }

    @Test
    void aSuperuserPreparesTheRolesAndServesNobodyAfterwards() {
        var server = named(superuser);

        assertThat(server.application().user()).isEqualTo(Preparation.APPLICATION);
        assertThat(
                        sql(server.application())
                                .sql("select current_user")
                                .query(String.class)
                                .single())
                .isEqualTo(Preparation.APPLICATION);
        sql(server.owner()).sql("create schema house").update();
        assertThatThrownBy(() -> sql(server.application()).sql("create schema mine").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void severalProcessesAgreeOnThePasswords() {
        var first = named(superuser);
        var second = named(superuser);

        assertThat(second).isEqualTo(first);
        assertThat(sql(first.application()).sql("select 1").query(Long.class).single()).isOne();
    }

    @Test
    void whoMayCreateRolesNeedNotBeASuperuser() {
        create("manager", "createrole createdb");
        admin.sql("alter database town owner to manager").update();

        var server = named(login("manager"));
        named(login("manager"));

        sql(server.owner()).sql("create schema house").update();
        assertThat(server.application().user()).isEqualTo(Preparation.APPLICATION);
    }

    @Test
    void whoMayNotCreateRolesIsToldOfTheOtherWay() {
        create("visitor", "");

        assertThatThrownBy(() -> named(login("visitor")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("visitor")
                .extracting(refused -> ((StartRefused) refused).wayOut())
                .asString()
                .contains("spring.flyway.user");
    }

    @Test
    void rolesMadeByHandAreTakenAsTheyAre() {
        create("house_owner", "");
        create("sunmao_app", "");
        admin.sql("alter role sunmao_app set transaction_timeout = '30s'").update();
        admin.sql("alter database town owner to house_owner").update();

        var server = named(login("sunmao_app"), login("house_owner"));

        assertThat(server.application()).isEqualTo(batching(login("sunmao_app")));
        assertThat(server.owner().user()).isEqualTo("house_owner");
        assertThat(exists(Preparation.OWNER)).isFalse();
    }

    @Test
    void anApplicationRoleToWhichNoMigrationGrantsAnythingIsRefused() {
        create("house_owner", "");
        create("house_app", "");

        assertThatThrownBy(() -> named(login("house_app"), login("house_owner")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("应用账号必须叫 sunmao_app");
    }

    @ParameterizedTest
    @CsvSource({
        "superuser, alter role sunmao_app superuser",
        "bypasser, alter role sunmao_app bypassrls",
        "member of a bypasser, grant house_bypasser to sunmao_app",
        "owner, grant house_owner to sunmao_app",
    })
    void anApplicationRoleThatEscapesRowLevelSecurityIsRefused(String kind, String deed) {
        create("house_owner", "");
        create("house_bypasser", "bypassrls");
        create("sunmao_app", "");
        admin.sql(deed).update();

        assertThatThrownBy(() -> named(login("sunmao_app"), login("house_owner")))
                .as(kind)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("应用账号 sunmao_app 是或可以成为");
    }

    @Test
    void anApplicationRoleThatOwnsATableIsRefused() {
        create("house_owner", "");
        create("sunmao_app", "");
        sql(in("town", superuser)).sql("create table house (id int)").update();
        sql(in("town", superuser)).sql("alter table house owner to sunmao_app").update();

        assertThatThrownBy(() -> named(login("sunmao_app"), login("house_owner")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("拥有数据表");
    }

    @Test
    void anApplicationRoleWhoseTransactionsNeverEndIsRefused() {
        create("house_owner", "");
        create("sunmao_app", "");

        assertThatThrownBy(() -> named(login("sunmao_app"), login("house_owner")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("transaction_timeout");
    }

    @Test
    void aWrongPasswordIsRefusedWithTheServersReason() {
        var guess = new Login(superuser.url(), superuser.user(), "guess");

        assertThatThrownBy(() -> named(guess))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theServersOwnDatabaseIsNotTaken() {
        assertThatThrownBy(() -> ExternalServer.named(environment(superuser)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("postgres");
        assertThat(exists(Preparation.APPLICATION)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://127.0.0.1/town, anyone, secret",
        "jdbc:postgresql://127.0.0.1/town?user=anyone, anyone, secret",
        "jdbc:postgresql://127.0.0.1/town, '', secret",
        "jdbc:postgresql://127.0.0.1/town, anyone, ''",
    })
    void anIncompleteNameIsRefusedBeforeAnythingIsAsked(String url, String user, String password) {
        assertThatThrownBy(() -> ExternalServer.named(environment(new Login(url, user, password))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("外部数据库的设置不完整");
    }

    private ExternalServer named(Login login) {
        return ExternalServer.named(environment(in("town", login)));
    }

    private ExternalServer named(Login login, Login owner) {
        return ExternalServer.named(
                environment(login)
                        .withProperty("spring.flyway.user", owner.user())
                        .withProperty("spring.flyway.password", owner.password()));
    }

    private static MockEnvironment environment(Login login) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", login.url())
                .withProperty("spring.datasource.username", login.user())
                .withProperty("spring.datasource.password", login.password());
    }

    private Login login(String user) {
        return in("town", new Login(superuser.url(), user, "secret"));
    }

    private static Login batching(Login login) {
        var url = login.url() + "&reWriteBatchedInserts=true";
        return new Login(url, login.user(), login.password());
    }

    private void create(String role, String attributes) {
        admin.sql("create role %s login password 'secret' %s".formatted(role, attributes)).update();
    }

    private boolean exists(String role) {
        return admin.sql("select to_regrole(:role) is not null")
                .param("role", role)
                .query(Boolean.class)
                .single();
    }
}
