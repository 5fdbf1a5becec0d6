package org.sunmao.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The auditor reads all that was done and nothing of what was said; others read alarms at most. */
@HouseTest
@Proves("PRV-05")
class AuditLogTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private UUID zhang = UUID.randomUUID();
    private Caller officer = new Caller(0);
    private Caller auditor = new Caller(0);
    private String username = "";

    @BeforeEach
    void signIn() {
        county = village.county();
        var first = county.townships().getFirst().branches().getFirst();
        branch = first.id();
        zhang = first.members().getFirst();
        username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD);
        auditor = caller(Role.AUDIT_ADMIN);
    }

    @AfterEach
    void setBack() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void anUnmaskingIsFoundByNameAndActionAndShowsNoName() {
        officer.post(
                "/api/members/" + zhang + "/unmask",
                Map.of("fields", List.of("mobile"), "reason", "contact", "text", "通知开会"));
        var found = items("/api/audit/log?account={}&action=reading.unmask", username);

        assertThat(found).hasSize(1);
        var line = found.getFirst();
        assertThat(line.get("label").asString()).isEqualTo("查看完整号码");
        assertThat(line.get("reason").asString()).isEqualTo("联系本人：通知开会");
        assertThat(line.get("source").asString()).isEqualTo("127.0.0.1");
        assertThat(line.get("request").isNull()).isFalse();
        assertThat(line.get("organization").asString()).isEqualTo("中共演示县委员会");
        assertThat(line.toString()).doesNotContain("张三", "10012345678");
        assertThat(line.get("subject").asString())
                .isEqualTo("党员 " + zhang.toString().substring(28));
    }

    @Test
    void changesSignInsAndReadingsStandInOneOrderAndPageByPage() {
        officer.get("/api/members/{}", zhang);
        officer.get("/api/members");
        var all = items("/api/audit/log?account={}", username);

        assertThat(all)
                .extracting(line -> line.get("action").asString())
                .containsExactly("reading.list", "reading.view", "access.sign-in");
        assertThat(all.getLast().get("source").asString()).isEqualTo("127.0.0.1");
        var first = auditor.get("/api/audit/log?account={}&limit=2", username).json();
        assertThat(first.get("items")).hasSize(2);
        var next = first.get("next").asString();
        var rest = items("/api/audit/log?account={}&limit=2&after=" + next, username);
        assertThat(rest).hasSize(1);
        assertThat(items("/api/audit/log?account={}&log=entry", username)).hasSize(1);
        assertThat(items("/api/audit/log?account={}&to=2020-01-01", username)).isEmpty();
        assertThat(auditor.get("/api/audit/log?from=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aRefusedAccessAndAFailedSignInAreEventsCountedByTheMinute() {
        var name = village.account(Role.MEMBER, branch, zhang);
        var member = new Caller(port).signIn(name, Village.PASSWORD);
        for (var i = 0; i < 5; i++) {
            assertThat(member.get("/api/members").status()).isEqualTo(403);
        }
        new Caller(port).post("/api/session", Map.of("username", name, "password", "wrong"));
        var refused = items("/api/audit/log?log=event&account={}&action=security.refused", name);
        var failed =
                items("/api/audit/log?log=event&account={}&action=security.sign-in-failed", name);

        assertThat(refused).hasSizeBetween(1, 2);
        assertThat(refused.stream().mapToInt(line -> line.get("count").asInt()).sum()).isEqualTo(5);
        assertThat(refused.getFirst().get("what").asString()).isEqualTo("GET /api/members");
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().get("source").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void readingManyPeopleInAMinuteIsAnAlarmAndGoingOnIsRefused() {
        var many = Collections.nCopies(1100, "李四");
        village.members(branch, many);
        var next = officer.get("/api/members?limit=200").json().get("next").asString();
        var security = caller(Role.SECURITY_ADMIN);
        assertThat(mass(security)).as("200 are no alarm").isZero();

        var status = 200;
        for (var page = 0; page < 8 && status == 200; page++) {
            var answer = officer.get("/api/members?limit=200&after=" + next);
            status = answer.status();
            next = status == 200 ? answer.json().path("next").asString("") : next;
        }
        assertThat(mass(security)).isEqualTo(1);
        assertThat(status).isEqualTo(429);
        var refused = officer.get("/api/members/{}", zhang);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().get("detail").asString()).contains("1 分钟后再试");
        assertThat(items("/api/audit/log?account={}&action=audit.mass-reading", username))
                .hasSize(1);

        clock.ahead(Duration.ofSeconds(61));
        assertThat(officer.get("/api/members/{}", zhang).status()).isEqualTo(200);
    }

    @Test
    void theSamePeopleReadAgainAreNotMore() {
        for (var i = 0; i < 60; i++) {
            officer.get("/api/members");
        }
        assertThat(mass(caller(Role.SECURITY_ADMIN))).isZero();
    }

    @Test
    void theLogGoesOutAsAFileWhichStandsInTheLog() {
        officer.get("/api/members/{}", zhang);
        var name = village.account(Role.AUDIT_ADMIN, null, null);
        var other = new Caller(port).signIn(name, Village.PASSWORD);
        var path = "/api/audit/log/file?account=" + username + "&format=";
        var text = new String(other.fetch(path + "csv").body(), StandardCharsets.UTF_8);

        assertThat(text).contains("查看党员信息", "登录", "演示用户 于").doesNotContain("张三");
        assertThat(text.lines().count()).isEqualTo(4);
        var book = other.fetch(path + "xlsx").body();
        assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(other.get("/api/audit/log/file?format=exe").status()).isEqualTo(400);
        assertThat(items("/api/audit/log?account={}&action=audit.export", name)).hasSize(2);
    }

    @Test
    void nobodyButTheAuditorReadsTheLog() {
        for (var role : Role.values()) {
            if (role != Role.AUDIT_ADMIN) {
                var top = role.administrates() ? null : county.top();
                var name = village.account(role, top, role == Role.MEMBER ? zhang : null);
                var who = new Caller(port).signIn(name, Village.PASSWORD);
                assertThat(who.get("/api/audit/log").status()).as(role.label()).isEqualTo(403);
                assertThat(who.get("/api/audit/log/file?format=csv").status()).isEqualTo(403);
                assertThat(who.get("/api/security/alarms").status())
                        .as(role.label())
                        .isEqualTo(role == Role.SECURITY_ADMIN ? 200 : 403);
            }
        }
    }

    @Test
    void theStateTellsHowFarTheJournalIsSealed() {
        var state = auditor.get("/api/audit/state").json();
        assertThat(state.get("sealed").asLong()).isNotNegative();
        assertThat(state.get("open").asLong()).isNotNegative();
    }

    private long mass(Caller who) {
        return who.get("/api/security/alarms?limit=200")
                .json()
                .get("items")
                .valueStream()
                .filter(line -> line.get("action").asString().equals("audit.mass-reading"))
                .filter(line -> line.get("organization").asString("").equals("中共演示县委员会"))
                .filter(this::own)
                .count();
    }

    private boolean own(JsonNode line) {
        var mine = items("/api/audit/log?account={}&action=audit.mass-reading", username);
        return mine.stream().anyMatch(one -> one.get("id").equals(line.get("id")));
    }

    private List<JsonNode> items(String path, Object... values) {
        var answer = auditor.get(path, values);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private Caller caller(Role role) {
        return new Caller(port).signIn(village.account(role, null, null), Village.PASSWORD);
    }
}
