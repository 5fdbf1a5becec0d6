package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a floating member takes part is registered at home: one host, here or elsewhere. */
@HouseTest
class HostApiTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID home = UUID.randomUUID();
    private UUID host = UUID.randomUUID();
    private UUID member = UUID.randomUUID();
    private String page = "";
    private Caller officer = new Caller(0);
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        var branch = county.townships().getFirst().branches().getFirst();
        home = branch.id();
        host = county.townships().getLast().branches().getLast().id();
        member = branch.members().getFirst();
        page = "/api/members/" + member;
        officer = caller(Role.COUNTY_OFFICER, county.top());
        secretary = caller(Role.SECRETARY, home);
    }

    @Test
    @Proves("R-MOB-03")
    void aHostIsRegisteredByDayAndForgottenWithTheReturn() {
        var away = taken(0, Map.of("floating", true, "host", host, "effectiveOn", "2026-02-01"));
        assertThat(away.get("host").get("name").asString()).isEqualTo("中共西庄党支部");
        assertThat(away.get("hostName").isNull()).isTrue();
        var elsewhere = Map.of("hostName", "中共苏州市某某公司支部委员会", "effectiveOn", "2026-03-01");
        var named = taken(1, elsewhere);
        assertThat(named.get("host").isNull()).as("there is one").isTrue();
        assertThat(named.get("hostName").asString()).contains("苏州");
        taken(2, Map.of("floating", false, "effectiveOn", "2026-04-01"));

        assertThat(then("2026-01-31").get("host").isNull()).isTrue();
        assertThat(then("2026-02-15").get("host").get("id").asString()).isEqualTo(host.toString());
        assertThat(then("2026-03-15").get("hostName").asString()).contains("苏州");
        assertThat(then("2026-04-15").get("hostName").isNull()).isTrue();
        var history = officer.get(page + "/history").json().get("items").toString();
        assertThat(history).contains("流入地党组织", "中共西庄党支部", "苏州");
        var own = caller(Role.MEMBER, home, member);
        assertThat(own.get(page + "?asOf=2026-02-15").json().get("host").get("name").asString())
                .isEqualTo("中共西庄党支部");
    }

    @Test
    void whatIsNoHostIsRefusedInWords() {
        assertThat(faults(Map.of("host", host))).contains("先把“流动党员”选为“是”");
        assertThat(faults(Map.of("hostName", "某某公司党支部"))).contains("先把“流动党员”选为“是”");
        var both = new HashMap<String, Object>(Map.of("host", host, "hostName", "某某公司党支部"));
        both.put("floating", true);
        assertThat(faults(both)).contains("只登记一个");
        assertThat(faults(away(county.top()))).contains("选择下面的党支部");
        var group = village.organization(host, "第一党小组", "group");
        assertThat(faults(away(group))).contains("选择下面的党支部");
        assertThat(faults(away(UUID.randomUUID()))).contains("没有这个党组织");
        var foreign = village.county().townships().getFirst().branches().getFirst().id();
        assertThat(faults(away(foreign))).as("of another house").contains("没有这个党组织");
        assertThat(faults(Map.of("floating", true, "host", "abc"))).contains("/host");
        assertThat(faults(Map.of("floating", true, "hostName", "长".repeat(101)))).contains("100");
        var own = secretary.patch(page, 0, away(home));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.json().toString()).contains("R-MOB-03", "改为“否”");
        var early = new HashMap<String, Object>(away(host));
        early.put("effectiveOn", "2001-06-30");
        assertThat(secretary.patch(page, 0, early).status()).isEqualTo(400);
        village.end(host);
        assertThat(faults(away(host))).contains("撤销");
    }

    @Test
    void aTemporaryBranchHostsThoughItHoldsNobody() {
        var site = village.organization(county.top(), "工地临时党支部", "temporary");
        assertThat(taken(0, away(site)).get("host").get("name").asString()).contains("临时");
    }

    @Test
    void aHostThatIsNoMoreIsNotHeldAgainstAnotherChange() {
        taken(0, away(host));
        village.end(host);
        assertThat(secretary.patch(page, 1, Map.of("education", "21")).status()).isEqualTo(200);
        assertThat(secretary.get(page).json().get("host").get("name").asString())
                .isEqualTo("中共西庄党支部");
    }

    @Test
    void whoIsTransferredToTheHostIsHostedNoMore() {
        taken(0, away(host));
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        var still = officer.patch(page, 1, Map.of("organization", host, "effectiveOn", day));
        assertThat(still.json().toString()).contains("R-MOB-03", "改为“否”");
        var home = Map.of("organization", host, "floating", false, "effectiveOn", day);
        assertThat(officer.patch(page, 1, home).status()).isEqualTo(200);
    }

    /** Names and nothing else: who is away is seldom within the scope of who registers it. */
    @Test
    void aHostIsFoundByNameWhereverItIsInTheHouse() {
        village.county();
        var found = secretary.get("/api/members/hosts?q=西庄").json();
        assertThat(found).as("not of another house").hasSize(1);
        assertThat(found.get(0).get("id").asString()).isEqualTo(host.toString());
        assertThat(found.get(0).get("name").asString()).isEqualTo("中共西庄党支部");
        assertThat(found.get(0).get("above").asString()).isEqualTo("中共西乡委员会");
        assertThat(found.get(0).properties()).hasSize(3);
        assertThat(secretary.get("/api/members/hosts?q=西乡").json()).as("no committee").isEmpty();
        assertThat(secretary.get("/api/members/hosts?q=%25").json()).isEmpty();
        assertThat(secretary.get("/api/members/hosts").status()).isEqualTo(400);
        assertThat(secretary.get("/api/members/hosts?q=" + "长".repeat(61)).status()).isEqualTo(400);
        var own = caller(Role.MEMBER, home, member);
        assertThat(own.get("/api/members/hosts?q=西庄").status()).isEqualTo(403);
        village.end(host);
        assertThat(secretary.get("/api/members/hosts?q=西庄").json()).isEmpty();
    }

    private static Map<String, Object> away(UUID to) {
        return Map.of("floating", true, "host", to);
    }

    private JsonNode taken(int version, Map<String, ?> sent) {
        var answer = secretary.patch(page, version, sent);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode then(String day) {
        return officer.get(page + "?asOf=" + day).json();
    }

    private String faults(Map<String, ?> sent) {
        return faults(secretary.patch(page, 0, sent));
    }

    private static String faults(Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(400);
        return answer.json().get("errors").toString();
    }

    private Caller caller(Role role, UUID over) {
        return caller(role, over, null);
    }

    private Caller caller(Role role, UUID over, @Nullable UUID own) {
        return new Caller(port).signIn(village.account(role, over, own), Village.PASSWORD);
    }
}
