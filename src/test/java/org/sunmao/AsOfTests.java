package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;
import org.sunmao.house.Village.Township;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whatever is read may be read as of any day; rights are those of today. */
@HouseTest
class AsOfTests {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate before = today.minusDays(40);
    private final LocalDate changed = today.minusDays(30);

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private Township east = new Township(UUID.randomUUID(), List.of());
    private Township west = new Township(UUID.randomUUID(), List.of());
    private Branch village1 = new Branch(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        east = county.townships().getFirst();
        west = county.townships().getLast();
        village1 = east.branches().getFirst();
        officer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @Test
    void anOrganizationIsCalledWhatItWasCalledThen() {
        change("/api/organizations/" + village1.id(), Map.of("name", "中共新东村党支部"));

        assertThat(name("/api/organizations/{}", village1.id(), before)).isEqualTo("中共东村党支部");
        assertThat(name("/api/organizations/{}", village1.id(), changed)).isEqualTo("中共新东村党支部");
        assertThat(officer.get("/api/organizations?q={}&asOf={}", "新东村", before).ids()).isEmpty();
        assertThat(officer.get("/api/organizations?q={}&asOf={}", "中共东村", before).ids())
                .containsExactly(village1.id());
        assertThat(officer.get("/api/organizations?q={}", "中共东村").ids()).isEmpty();

        var member = village1.members().getFirst();
        var then = officer.get("/api/members/{}?asOf={}", member, before).json();
        assertThat(then.get("organization").get("name").asString()).isEqualTo("中共东村党支部");
        assertThat(then.get("asOf").asString()).isEqualTo(before.toString());
        assertThat(then.get("edit").get("fields").isEmpty()).isTrue();
        assertThat(
                        officer.get("/api/members?organization={}&asOf={}", village1.id(), before)
                                .json()
                                .at("/items/0/organization/name")
                                .asString())
                .isEqualTo("中共东村党支部");
    }

    @Test
    void membersAreCountedAndListedWhereTheyWereHeld() {
        var moved = village1.members().getFirst();
        var target = west.branches().getFirst().id();
        change("/api/members/" + moved, Map.of("organization", target));

        assertThat(count(village1.id(), null)).isEqualTo(1);
        assertThat(count(village1.id(), before)).isEqualTo(2);
        assertThat(count(target, before)).isEqualTo(2);
        assertThat(count(target, changed)).isEqualTo(3);
        assertThat(officer.get("/api/members?organization={}&asOf={}", target, before).ids())
                .doesNotContain(moved);
        var parts =
                officer.get("/api/members/breakdown?organization={}&asOf={}", east.top(), before)
                        .json()
                        .get("items");
        assertThat(parts.get(0).get("members").asInt()).isEqualTo(2);
        assertThat(
                        officer.get("/api/organizations/{}?asOf={}", village1.id(), before)
                                .json()
                                .at("/counts/members")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void aFormerHolderReadsTheDaysOfItsOwnHoldingAndNoTelephone() {
        var moved = village1.members().getFirst();
        change("/api/members/" + moved, Map.of("organization", west.branches().getFirst().id()));
        var former = caller(Role.TOWNSHIP_OFFICER, east.top());
        var holder = caller(Role.TOWNSHIP_OFFICER, west.top());

        assertThat(former.get("/api/members/{}", moved).status()).isEqualTo(404);
        assertThat(former.get("/api/members/{}?asOf={}", moved, changed).status()).isEqualTo(404);
        var then = former.get("/api/members/{}?asOf={}", moved, before).json();
        assertThat(then.get("reduced").asBoolean()).isTrue();
        for (var hidden : List.of("mobile", "phone", "address", "citizenNumber")) {
            assertThat(then.get(hidden).isNull()).as(hidden).isTrue();
        }
        assertThat(former.get("/api/members?asOf={}&q={}", before, "张三").ids()).contains(moved);
        assertThat(former.get("/api/members?q={}", "张三").ids()).doesNotContain(moved);
        assertThat(former.get("/api/members/{}/history", moved).status()).isEqualTo(404);

        var whole = holder.get("/api/members/{}?asOf={}", moved, before).json();
        assertThat(whole.get("reduced").asBoolean()).isFalse();
        assertThat(whole.get("mobile").isNull()).isFalse();
        assertThat(holder.get("/api/members?asOf={}&q={}", before, "张三").ids())
                .doesNotContain(moved);
        assertThat(holder.get("/api/members?asOf={}&q={}", changed, "张三").ids()).contains(moved);
    }

    @Test
    void aMemberReadsEveryDayOfTheirOwnRecord() {
        var moved = village1.members().getFirst();
        change("/api/members/" + moved, Map.of("organization", west.branches().getFirst().id()));
        var self =
                new Caller(port)
                        .signIn(
                                village.account(
                                        Role.MEMBER, west.branches().getFirst().id(), moved),
                                Village.PASSWORD);

        var then = self.get("/api/members/{}?asOf={}", moved, before).json();

        assertThat(then.at("/organization/id").asString()).isEqualTo(village1.id().toString());
        assertThat(then.get("reduced").asBoolean()).isFalse();
    }

    @Test
    void whatIsNoMoreTellsWhenItWasToThoseWhoHadIt() {
        var empty = village.organization(east.top(), "中共旧村党支部", "branch");
        village.end(empty);

        var absent = officer.get("/api/organizations/" + empty);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.json().at("/life/endedOn").asString()).isEqualTo(today.toString());
        assertThat(absent.json().get("detail").asString()).contains("撤销");
        assertThat(name("/api/organizations/{}", empty, before)).isEqualTo("中共旧村党支部");
        assertThat(officer.get("/api/organizations?q={}&asOf={}", "旧村", before).ids())
                .containsExactly(empty);
        assertThat(officer.get("/api/organizations/{}/history?asOf={}", empty, before).status())
                .isEqualTo(200);
        var early = officer.get("/api/organizations/{}?asOf={}", empty, "1999-01-01");
        assertThat(early.json().at("/life/establishedOn").asString()).isEqualTo("2001-07-01");
        var stranger = caller(Role.TOWNSHIP_OFFICER, west.top());
        assertThat(stranger.get("/api/organizations/" + empty).json().has("life")).isFalse();
    }

    @Test
    void aBodyIsShownAsItWas() {
        var body =
                UUID.fromString(
                        officer.post(
                                        "/api/bodies",
                                        Map.of(
                                                "name",
                                                "东村村民委员会",
                                                "kind",
                                                "village-committee",
                                                "field",
                                                "village",
                                                "organization",
                                                east.top(),
                                                "effectiveOn",
                                                before.minusDays(5)))
                                .json()
                                .get("id")
                                .asString());
        change("/api/bodies/" + body, Map.of("name", "东村居民委员会"));

        assertThat(name("/api/bodies/{}", body, before)).isEqualTo("东村村民委员会");
        assertThat(officer.get("/api/bodies?all=true&asOf={}", before).ids()).containsExactly(body);
        assertThat(officer.get("/api/bodies?q={}&asOf={}", "村民", before).ids())
                .containsExactly(body);
        assertThat(officer.get("/api/bodies/{}?asOf={}", body, before.minusDays(9)).status())
                .isEqualTo(404);
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        for (var day : List.of("2026-02-30", "昨天", "1900-01-01", "2999-01-01", "2026-1-1")) {
            for (var path : List.of("organizations", "members", "members/count", "bodies")) {
                var answer = officer.get("/api/" + path + "?asOf={}", day);
                assertThat(answer.status()).as(path + " " + day).isEqualTo(400);
                assertThat(answer.json().at("/errors/0/pointer").asString()).contains("asOf");
            }
        }
        assertThat(officer.get("/api/organizations?asOf=").status()).isEqualTo(200);
    }

    @Test
    void aDayToComeShowsWhatStandsToday() {
        assertThat(officer.get("/api/organizations?all=true&asOf={}", today.plusDays(90)).ids())
                .hasSize(7);
        assertThat(count(county.top(), today.plusDays(90))).isEqualTo(8);
    }

    private int count(UUID organization, @Nullable LocalDate day) {
        var asOf = day == null ? "" : day.toString();
        return officer.get("/api/members/count?organization={}&asOf={}", organization, asOf)
                .json()
                .get("count")
                .asInt();
    }

    private String name(String path, UUID id, LocalDate day) {
        return officer.get(path + "?asOf={}", id, day).json().get("name").asString();
    }

    private void change(String path, Map<String, Object> values) {
        var sent = new HashMap<String, Object>(values);
        sent.put("effectiveOn", changed.toString());
        var version = officer.get(path).json().get("version").asInt();
        assertThat(officer.patch(path, version, sent).status()).isEqualTo(200);
    }

    private Caller caller(Role role, UUID organization) {
        return new Caller(port).signIn(village.account(role, organization, null), Village.PASSWORD);
    }
}
