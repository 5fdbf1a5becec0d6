package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who reads what of somebody who moved, or left (design: who reads a member's page). */
@HouseTest
class MemberSightTests {

    private static final String MOBILE = "10012345678";
    private static final LocalDate MOVED = LocalDate.of(2025, 3, 1);
    private static final String BEFORE = "2025-02-28";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Clock clock;

    County county;
    UUID from;
    UUID to;
    UUID member;
    Caller officer;
    Caller former;
    Caller holder;

    @BeforeEach
    void move() {
        county = village.county();
        from = county.townships().getFirst().branches().getFirst().id();
        to = county.townships().getLast().branches().getFirst().id();
        member = village.member(from, "郑转走");
        officer = caller(Role.COUNTY_OFFICER, county.top());
        former = caller(Role.SECRETARY, from);
        holder = caller(Role.SECRETARY, to);
        var move = Map.of("organization", to.toString(), "effectiveOn", MOVED.toString());
        assertThat(officer.patch("/api/members/" + member, 0, move).status()).isEqualTo(200);
    }

    @Test
    void whoHoldsThemTodayReadsEveryDayAndTheWholeHistory() {
        var then = holder.get("/api/members/{}?asOf={}", member, BEFORE).json();
        assertThat(then.get("reduced").asBoolean()).isFalse();
        assertThat(then.get("mobile").isNull()).isFalse();
        assertThat(holder.get("/api/members/{}/history", member).json().get("items")).hasSize(2);
    }

    @Test
    void whoHeldThemReadsDaysOfTheirOwnAndIsToldWhoHoldsThemNow() {
        assertThat(former.get("/api/members/{}", member).status()).isEqualTo(404);
        assertThat(former.get("/api/members/{}?asOf={}", member, MOVED).status()).isEqualTo(404);
        assertThat(former.get("/api/members/{}/history", member).status()).isEqualTo(404);
        var then = former.get("/api/members/{}?asOf={}", member, BEFORE).json();
        assertThat(then.get("reduced").asBoolean()).isTrue();
        assertThat(then.at("/heldNow/name").asString()).isEqualTo("中共西村党支部");
        assertThat(then.at("/organization/name").asString()).isEqualTo("中共东村党支部");
        for (var withheld : List.of("citizenNumber", "mobile", "phone", "address")) {
            assertThat(then.get(withheld).isNull()).as(withheld).isTrue();
        }
        assertThat(then.at("/edit/fields")).isEmpty();
    }

    @Test
    void aTelephoneDoesNotFindWhomOneHoldsNoMore() {
        assertThat(byNumber(former, BEFORE)).doesNotContain(member);
        assertThat(byNumber(officer, BEFORE)).contains(member);
        assertThat(byNumber(holder, LocalDate.now(clock).toString())).contains(member);
        var tail = MOBILE.substring(7);
        var list = "/api/members?asOf={}&q={}";
        assertThat(former.get(list, BEFORE, tail).ids()).doesNotContain(member);
        assertThat(former.get("/api/members/count?asOf={}&q={}", BEFORE, tail).json())
                .isEqualTo(former.get("/api/members/count?q={}", tail).json());
        assertThat(officer.get(list, BEFORE, tail).ids()).contains(member);
        assertThat(former.get(list, BEFORE, "郑转走").ids()).containsExactly(member);
    }

    private static List<UUID> byNumber(Caller who, String day) {
        return who.post("/api/members/search?asOf=" + day, Map.of("number", MOBILE)).ids();
    }

    @Test
    void aListOfThatDayGoesOutWithoutWhatThePageHides() {
        var rows = file(former);
        assertThat(rows).contains("郑转走", "张三", MOBILE);
        for (var row : rows.lines().toList()) {
            if (row.contains("郑转走")) {
                assertThat(row).doesNotContain(MOBILE, "000000", "东关村");
            }
        }
        assertThat(file(officer).lines().filter(row -> row.contains("郑转走")))
                .allMatch(row -> row.contains(MOBILE));
    }

    @Test
    void ofWhoLeftTheLastHolderReadsTheWholeAndSaysSinceWhen() {
        var left = LocalDate.now(clock).minusDays(10);
        village.leave(member, left);
        var last = holder.get("/api/members/{}", member).json();
        assertThat(last.get("leftOn").asString()).isEqualTo(left.toString());
        assertThat(last.get("asOf").asString()).isEqualTo(left.minusDays(1).toString());
        assertThat(last.get("reduced").asBoolean()).isFalse();
        assertThat(last.get("mobile").isNull()).isFalse();
        assertThat(last.at("/edit/fields")).isEmpty();
        assertThat(holder.get("/api/members/{}/history", member).json().get("items")).hasSize(2);
        assertThat(holder.get("/api/members?q={}", "郑转走").ids()).isEmpty();

        assertThat(former.get("/api/members/{}", member).status()).isEqualTo(404);
        var then = former.get("/api/members/{}?asOf={}", member, BEFORE).json();
        assertThat(then.get("reduced").asBoolean()).isTrue();
        assertThat(then.get("heldNow").isNull()).isTrue();
        assertThat(then.get("leftOn").isNull()).isTrue();
    }

    @Test
    void theMemberReadsAllOfTheirOwnWhereverItLies() {
        var own =
                new Caller(port).signIn(village.account(Role.MEMBER, to, member), Village.PASSWORD);
        assertThat(own.get("/api/members/{}", member).json().get("reduced").asBoolean()).isFalse();
        var then = own.get("/api/members/{}?asOf={}", member, BEFORE).json();
        assertThat(then.get("reduced").asBoolean()).isFalse();
        assertThat(then.get("mobile").isNull()).isFalse();
    }

    private String file(Caller who) {
        var order =
                Map.of(
                        "kind",
                        "member",
                        "columns",
                        List.of("name", "citizenNumber", "mobile", "address"),
                        "filter",
                        Map.of(),
                        "day",
                        BEFORE,
                        "unmasked",
                        true,
                        "reason",
                        "核对转出党员",
                        "format",
                        "csv",
                        "layout",
                        "standard");
        var asked = who.post("/api/exports", order);
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        var path = "/api/exports/" + asked.json().get("id").asString() + "/file";
        return new String(who.fetch(path).body(), StandardCharsets.UTF_8);
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port)
                .signIn(village.account(role, over, null), Village.PASSWORD)
                .stepUp();
    }
}
