package org.sunmao.organization.internal;

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

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@HouseTest
class OrganizationApiTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @Test
    void theTreeIsOpenedFromTheTopOfOnesScope() {
        var top = officer.get("/api/organizations");
        assertThat(top.ids()).containsExactly(county.top());
        var root = top.json().get("items").get(0);
        assertThat(root.propertyNames())
                .contains("id", "name", "kind", "field", "parent", "validFrom", "version");
        assertThat(root.get("hasChildren").asBoolean()).isTrue();

        var children = officer.get("/api/organizations?parent={}", county.top());
        assertThat(children.ids())
                .containsExactlyElementsOf(
                        county.townships().stream().map(Village.Township::top).toList());
        assertThat(officer.get("/api/organizations?all=true").ids()).hasSize(7);
    }

    @Test
    void aPageNamesWhatStandsAboveEvenOutsideTheScope() {
        var township = county.townships().getFirst();
        var branch = township.branches().getFirst();
        var secretary = caller(Role.SECRETARY, branch.id());

        var page = secretary.get("/api/organizations/" + branch.id()).json();

        assertThat(page.get("name").asString()).isEqualTo("中共东村党支部");
        assertThat(page.get("secretary").isNull()).isTrue();
        assertThat(page.get("ancestors").valueStream().map(a -> a.get("name").asString()))
                .containsExactly("中共演示县委员会", "中共东乡委员会");
        assertThat(secretary.get("/api/organizations/" + township.top()).status()).isEqualTo(404);
        assertThat(secretary.get("/api/organizations").ids()).containsExactly(branch.id());
    }

    @Test
    void namesAreFoundByAnyPartWithinTheScope() {
        assertThat(officer.get("/api/organizations?q={}", "东村").ids()).hasSize(1);
        assertThat(officer.get("/api/organizations?q={}", "党支部").ids()).hasSize(4);
        assertThat(officer.get("/api/organizations?q={}", "%").ids()).isEmpty();
        assertThat(officer.get("/api/organizations?q={}", "_").ids()).isEmpty();
        assertThat(officer.get("/api/organizations?q={}", "\\").ids()).isEmpty();

        for (var words : List.of("dongcun", "DC", "dcdzb", "dong cun")) {
            assertThat(officer.get("/api/organizations?q={}", words).ids()).as(words).hasSize(1);
        }
        assertThat(NameReading.of("解放区")).isEqualTo("jiefangqu jfq");

        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(west.get("/api/organizations?q={}", "东村").ids()).isEmpty();
        assertThat(west.get("/api/organizations?q={}", "西村").ids()).hasSize(1);
    }

    @Test
    void aNeighboursTreeStaysShut() {
        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        var east = county.townships().getFirst();

        assertThat(west.get("/api/organizations/" + east.top()).status()).isEqualTo(404);
        assertThat(west.get("/api/organizations?parent={}", east.top()).status()).isEqualTo(404);
        assertThat(west.get("/api/organizations?parent={}", county.top()).status()).isEqualTo(404);
        assertThat(west.get("/api/organizations?all=true&limit=200").ids()).hasSize(3);
    }

    @Test
    void aMemberKnowsTheOrganizationTheyBelongToAndNoOther() {
        var branch = county.townships().getFirst().branches().getFirst();
        var username = village.account(Role.MEMBER, branch.id(), branch.members().getFirst());
        var member = new Caller(port).signIn(username, Village.PASSWORD);

        var own = member.get("/api/organizations/own").json();

        assertThat(own.get("name").asString()).isEqualTo("中共东村党支部");
        assertThat(own.get("secretary").isNull()).isTrue();
        assertThat(own.get("ancestors").size()).isEqualTo(2);
        assertThat(own.propertyNames()).doesNotContain("counts", "edit", "bodies");
        assertThat(member.get("/api/organizations/" + branch.id()).status()).isEqualTo(403);
        var other = branch.members().getLast();
        assertThat(member.get("/api/members/" + other).status()).isEqualTo(404);
        assertThat(officer.get("/api/organizations/own").json().get("name").asString())
                .isEqualTo("中共演示县委员会");
    }

    @Test
    void pagesFollowOneAnother() {
        for (var i = 0; i < 25; i++) {
            village.organization(county.top(), "中共第" + i + "党支部", "branch");
        }
        var whole = officer.get("/api/organizations?parent={}&limit=200", county.top()).ids();
        var paged = new ArrayList<UUID>();
        var next = "";
        do {
            var page =
                    officer.get(
                            "/api/organizations?parent={}&limit=10&after={}", county.top(), next);
            paged.addAll(page.ids());
            next = page.json().get("next").isNull() ? "" : page.json().get("next").asString();
        } while (!next.isEmpty());
        assertThat(paged).hasSize(27).isEqualTo(whole);
    }

    @Test
    void namesWithFourByteCharactersAreKept() {
        var id = village.organization(county.top(), "中共莫𡐓村党支部", "branch");

        assertThat(officer.get("/api/organizations/" + id).json().get("name").asString())
                .isEqualTo("中共莫𡐓村党支部");
        assertThat(officer.get("/api/organizations?q={}", "𡐓").ids()).containsExactly(id);
    }

    @Test
    void badInputIsToldInWords() {
        for (var path :
                List.of(
                        "/api/organizations?parent=x",
                        "/api/organizations?limit=-1",
                        "/api/organizations?all=perhaps",
                        "/api/organizations?after=x",
                        "/api/organizations?q=" + "a".repeat(100))) {
            assertThat(officer.get(path).status()).as(path).isEqualTo(400);
        }
        assertThat(officer.get("/api/organizations/x").status()).isEqualTo(404);
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
