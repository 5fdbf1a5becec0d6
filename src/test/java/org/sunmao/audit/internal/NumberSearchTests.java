package org.sunmao.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Whole numbers stay out of addresses and logs, and cannot be tried one after the other. */
@HouseTest
@Proves("PRV-09")
@Import(Log.class)
class NumberSearchTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Log log;
    @Autowired JdbcClient jdbc;

    private UUID branch = UUID.randomUUID();
    private UUID wang = UUID.randomUUID();
    private String number = "";
    private String username = "";
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        branch = village.county().townships().getFirst().branches().getFirst().id();
        var member = Village.someone(branch, "王五");
        number = String.valueOf(member.citizenNumber());
        wang = village.enter(member);
        username = village.account(Role.SECRETARY, branch, null);
        secretary = new Caller(port).signIn(username, Village.PASSWORD);
    }

    @AfterEach
    void setBack() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void aWholeNumberInTheAddressIsRefusedAndInTheBodyFindsThePerson() {
        for (var whole : new String[] {number, "100 1234 5678"}) {
            var refused = secretary.get("/api/members?q={}", whole);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("detail").asString()).contains("网址");
            assertThat(secretary.get("/api/members/count?q={}", whole).status()).isEqualTo(400);
        }
        assertThat(search(number).ids()).containsExactly(wang);
        assertThat(search("10012345678").ids()).contains(wang);
        assertThat(log.by(username).getFirst().kind()).isEqualTo("number-search");
        assertThat(log.by(username).getFirst().subject()).isEqualTo(wang);
    }

    @Test
    void theLogHoldsAHashAndNeverTheNumber() {
        var nobody = Village.number(LocalDate.of(1950, 2, 3), 7);
        assertThat(search(nobody).ids()).isEmpty();

        assertThat(log.by(username))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.kind()).isEqualTo("number-search");
                            assertThat(line.subject()).isNull();
                            assertThat(line.count()).isZero();
                            assertThat(line.what()).isNull();
                        });
    }

    @Test
    void onlyARoleThatMayFindByNumberDoes() {
        var name = village.account(Role.SUPERVISOR, branch, null);
        var supervisor = new Caller(port).signIn(name, Village.PASSWORD);
        assertThat(supervisor.post("/api/members/search", Map.of("number", number)).status())
                .isEqualTo(403);
        assertThat(search("张三").status()).isEqualTo(400);
        assertThat(secretary.post("/api/members/search", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void numbersAreNotTriedOneAfterTheOther() {
        var statuses =
                IntStream.range(0, 25)
                        .mapToObj(i -> Village.number(LocalDate.of(1949, 5, 6), i))
                        .map(tried -> search(tried).status())
                        .toList();

        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses.subList(20, 25)).containsOnly(429);
        var refused = search(number);
        assertThat(refused.json().get("rule").asString()).isEqualTo("PRV-09");
        assertThat(refused.json().get("detail").asString()).contains("分钟后再试");
        assertThat(alarms("audit.number-probing")).isEqualTo(1);

        clock.ahead(Duration.ofMinutes(25));
        assertThat(search(number).status()).isEqualTo(429);
    }

    @Test
    void aNumberThatIsRegisteredElsewhereCountsAsATry() {
        var other = village.county().townships().getFirst().branches().getFirst().id();
        var elsewhere = Village.someone(other, "赵六");
        village.enter(elsewhere);
        var entry =
                Map.of(
                        "name", "赵六",
                        "citizenNumber", String.valueOf(elsewhere.citizenNumber()),
                        "sex", "1",
                        "nation", "01",
                        "bornOn", elsewhere.bornOn().toString(),
                        "status", "full",
                        "organization", branch.toString(),
                        "joinedOn", elsewhere.joinedOn().toString(),
                        "fullOn", elsewhere.joinedOn().plusYears(1).toString());
        var answer = secretary.post("/api/members", entry);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.response().body()).contains("已经登记在平台上");
        assertThat(log.kinds(username)).containsExactly("number-search");
    }

    private long alarms(String action) {
        return jdbc.sql(
                        """
                        select count(*) from journal.entry e
                        join access.account a on a.id = e.subject
                        where e.action = :action and a.username = :username
                        """)
                .param("action", action)
                .param("username", username)
                .query(Long.class)
                .single();
    }

    private Caller.Answer search(String typed) {
        return secretary.post("/api/members/search", Map.of("number", typed));
    }
}
