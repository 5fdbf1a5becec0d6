package org.sunmao.person.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is kept for a time is there until then, and gone the night after. */
@HouseTest
class RetentionTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired RetentionJob job;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Scopes scopes;

    County county;
    String username;
    UUID account;
    Caller officer;

    @BeforeEach
    void build() {
        county = village.county();
        username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD).stepUp();
        account = id("select id from access.account where username = ?", username);
    }

    @AfterEach
    void today() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void aCountOfFailedAttemptsLastsADay() {
        new Caller(port).post("/api/session", Map.of("username", username, "password", "x"));
        goesAfter(1, "select count(*) from access.attempt where key = ?", "account:" + username);
    }

    @Test
    void aSessionThatEndedLastsThirtyDays() {
        goesAfter(30, "select count(*) from access.session where account = ?", account);
    }

    @Test
    void aReceiptLastsSevenDays() {
        var branch = county.townships().getFirst().branches().getFirst().id();
        var entry =
                Map.of(
                        "organization", branch.toString(),
                        "name", "周新",
                        "sex", "1",
                        "citizenNumber", Village.number(LocalDate.of(1969, 3, 4), 901),
                        "nation", "01",
                        "bornOn", "1969-03-04",
                        "status", "full",
                        "joinedOn", "1992-07-01",
                        "fullOn", "1993-07-01");
        var made = officer.post("/api/members", entry, UUID.randomUUID());
        assertThat(made.status()).isEqualTo(201);
        goesAfter(7, "select count(*) from access.receipt where account = ?", account);
    }

    @Test
    void anExportLastsSevenDaysAfterItLapsed() {
        var asked =
                officer.post(
                        "/api/exports",
                        Map.of(
                                "kind", "member",
                                "columns", List.of("name"),
                                "format", "csv",
                                "layout", "standard"));
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        goesAfter(14, "select count(*) from exchange.export where account = ?", account);
    }

    @Test
    void theRowsOfAnImportThatNobodyCommittedLastSevenDays() {
        var file = "姓名\n张三\n".getBytes(UTF_8);
        var sent = officer.upload("/api/imports", "a.csv", file, Map.of("kind", "member"));
        var path = "/api/imports/" + sent.json().get("id").asString();
        while (officer.get(path).json().get("state").asString().equals("previewing")) {
            Thread.onSpinWait();
        }
        goesAfter(
                7,
                """
                select count(*) from exchange.staged s join exchange.import i on i.id = s.import
                where i.account = ?
                """,
                account);
    }

    @Test
    void whatTheJournalSaysOfASignInLastsThreeYearsAndThatItWasStaysProved() {
        goesAfter(
                3 * 365,
                """
                select count(*) from journal.detail d join journal.entry e on e.id = d.entry
                where e.subject = ? and e.action = 'access.sign-in'
                """,
                account);
        assertThat(count("select count(*) from journal.entry where subject = ?", account))
                .isPositive();
    }

    @Test
    void whatTheJournalSaysOfAMemberStaysWithTheirFile() {
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        clock.ahead(Duration.ofDays(20 * 366));
        job.run();
        assertThat(count("select count(*) from journal.detail where subject = ?", member))
                .isPositive();
        assertThat(count("select count(*) from member.profile where id = ?", member)).isOne();
    }

    @Test
    void eachNightLeavesAnEntryWithItsCounts() {
        var before = count("select count(*) from journal.entry where action = ?", "person.let-go");
        assertThat(job.run()).containsKeys("attempt", "session", "receipt", "import", "export");
        assertThat(count("select count(*) from journal.entry where action = ?", "person.let-go"))
                .isEqualTo(before + 1);
    }

    /** There on the last day of its time, and gone two days later. */
    private void goesAfter(int days, String sql, Object whose) {
        clock.ahead(Duration.ofDays(days - 1));
        job.run();
        assertThat(count(sql, whose)).as("a day before").isPositive();
        clock.ahead(Duration.ofDays(days + 2));
        job.run();
        assertThat(count(sql, whose)).as("after").isZero();
    }

    private long count(String sql, Object value) {
        return scopes.system("test", _ -> jdbc.sql(sql).param(value).query(Long.class).single());
    }

    private UUID id(String sql, Object value) {
        return scopes.system("test", _ -> jdbc.sql(sql).param(value).query(UUID.class).single());
    }
}
