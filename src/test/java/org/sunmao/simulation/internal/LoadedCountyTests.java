package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.access.Accounts;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.FreshData;
import org.sunmao.rules.Rulebook;
import org.sunmao.simulation.Demonstration.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A house that was started empty with {@code sunmao.demo=county}. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"sunmao.demo=county", "sunmao.demo.year=false"})
@ContextConfiguration(initializers = FreshData.class)
@DirtiesContext
class LoadedCountyTests {

    /** Nothing that refers to another module's row refers to nothing (data.md, Ownership). */
    private static final String DANGLING =
            """
            select (select count(*) from member.profile p
                where p.organization not in (select id from organization.organization)
                  or p.admitted_in not in (select id from organization.organization)
                  or p.residence not in (select code from code.division)
                  or p.floating_to not in (select code from code.division))
              + (select count(*) from organization.profile p
                where p.division not in (select code from code.division))
              + (select count(*) from organization.body_profile p
                where p.division not in (select code from code.division))
              + (select count(*) from organization.post p
                where p.member not in (select id from member.member))
              + (select count(*) from access.account a
                where a.member not in (select id from member.member))
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @LocalServerPort int port;
    @Autowired SeededDemonstration demonstration;
    @Autowired DemonstrationStore store;
    @Autowired DemoAccounts demoAccounts;
    @Autowired Loading loading;
    @Autowired PlayedYear year;
    @Autowired PlayedAdmissions admissions;
    @Autowired Accounts accounts;
    @Autowired Rulebook rulebook;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void waitUntilItIsLoaded() {
        var end = Instant.now().plus(PATIENCE);
        while (demonstration.progress().state() == State.LOADING && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(demonstration.progress().state()).isEqualTo(State.READY);
    }

    @Test
    void allIsThereAndNothingRefersToNothing() {
        assertThat(count("select count(*) from organization.organization")).isEqualTo(700);
        assertThat(count("select count(*) from organization.body")).isEqualTo(500);
        assertThat(count("select count(*) from member.profile")).isEqualTo(20_000);
        assertThat(count(DANGLING)).isZero();
        assertThat(demonstration.progress().done()).isEqualTo(demonstration.progress().total());
    }

    @Test
    void theFileOfAccountsIsPrivateAndItsAccountsOpenADesk() throws IOException {
        var file = demoAccounts.file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var passwords = passwords();
        assertThat(passwords).as("of all but applicants").hasSize(Role.values().length);
        passwords.forEach((username, password) -> new Caller(port).signIn(username, password));
    }

    @Test
    void theOfficerFindsZhangSanByHisInitialsAndHeFindsHimself() throws IOException {
        var officer = caller("county");
        var found = officer.get("/api/members?q={}&limit=200", "zs").json().get("items");
        assertThat(found.valueStream().map(item -> item.get("name").asString())).contains("张三");

        var session = caller("member").get("/api/session").json();
        var own = session.get("member").asString();
        var page = caller("member").get("/api/members/" + own);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().toString()).contains("张三").contains("中共兴县蔚汾镇东关村党支部");
        assertThat(caller("secretary").get("/api/members/" + own).status()).isEqualTo(200);
        assertThat(caller("supervisor").get("/api/members/" + own).status()).isEqualTo(404);
    }

    @Test
    void theSecretaryActsByThePost() throws IOException {
        var secretary = caller("secretary");
        var session = secretary.get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("secretary");
        var own = session.get("organization").get("id").asString();
        var posts = secretary.get("/api/organizations/" + own + "/posts").json();
        var first = posts.get("items").get(0);
        assertThat(first.get("kind").asString()).isEqualTo("secretary");
        assertThat(first.get("person").get("member").asString())
                .isEqualTo(session.get("member").asString());
        assertThat(posts.get("term").get("due").asString()).isNotEmpty();
        assertThat(count("select count(*) from access.grant where basis_kind = 'post'"))
                .isEqualTo(1);
    }

    @Test
    void aLaterStartWithoutDemonstrationKeepsTheMark() {
        var later =
                new SeededDemonstration(
                        "none",
                        store,
                        loading,
                        year,
                        admissions,
                        demoAccounts,
                        accounts,
                        rulebook,
                        clock);
        later.afterSingletonsInstantiated();

        assertThat(later.progress().kind()).isEqualTo("county");
        assertThat(later.progress().state()).isEqualTo(State.READY);
    }

    /** A board that shows everything shows nothing: some of each kind, and nearly all in order. */
    @Test
    void aFewOrganizationsShowWhatTheRulesFindAndNearlyAllAreInOrder() throws IOException {
        var sql = Files.readString(Path.of("src/test/resources/simulation/survey.sql"));
        var found =
                scopes.system("test", _ -> jdbc.sql(sql).query(LoadedCountyTests::found).list());
        assertThat(found)
                .extracting(Found::name)
                .contains(
                        "branch-too-small",
                        "branch-too-large",
                        "joint-too-many",
                        "secretary-vacant",
                        "term-ends",
                        "temporary-review",
                        "leader-missing",
                        "member-without-group",
                        "floating-without-contact");
        var organizations = found.stream().map(Found::organization).distinct().count();
        assertThat(organizations).as("%s", found).isBetween(25L, 80L);
    }

    private record Found(String name, UUID organization) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(row.getString("name"), row.getObject("id", UUID.class));
    }

    private Caller caller(String username) throws IOException {
        return new Caller(port).signIn(username, String.valueOf(passwords().get(username)));
    }

    private Map<String, String> passwords() throws IOException {
        try (var lines = Files.lines(demoAccounts.file())) {
            return lines.skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .collect(Collectors.toMap(cells -> cells.get(1), cells -> cells.get(2)));
        }
    }

    private long count(String sql) {
        return scopes.system("test", _ -> jdbc.sql(sql).query(Long.class).single());
    }
}
