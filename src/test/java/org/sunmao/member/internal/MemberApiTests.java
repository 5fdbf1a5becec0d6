package org.sunmao.member.internal;

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
import org.sunmao.house.Village.County;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@HouseTest
class MemberApiTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
    }

    @Test
    void theListHoldsTheWholeScopeByName() {
        var answer = officer.get("/api/members");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items").valueStream().map(i -> i.get("name").asString()))
                .containsExactly("欧阳建国", "欧阳建国", "欧阳建国", "欧阳建国", "张三", "张三", "张三", "张三");
        assertThat(answer.json().get("next").isNull()).isTrue();
        var first = answer.json().get("items").get(0);
        assertThat(first.propertyNames())
                .contains("id", "name", "sex", "age", "status", "education", "organization")
                .contains("joinedOn", "version");
        assertThat(first.get("organization").get("name").asString()).startsWith("中共");
    }

    @Test
    void namesAreFoundByCharactersPinyinAndInitials() {
        for (var words : List.of("张三", "zs", "ZS", "zhangsan", "zhang san", "zhangs", "张", "三")) {
            assertThat(names(officer, "/api/members?q={}", words))
                    .as(words)
                    .hasSize(4)
                    .containsOnly("张三");
        }
        for (var words : List.of("欧阳", "oyjg", "ouyang", "建国", "jianguo")) {
            assertThat(names(officer, "/api/members?q={}", words)).as(words).containsOnly("欧阳建国");
        }
        assertThat(names(officer, "/api/members?q={}", "没有这个人")).isEmpty();
        assertThat(names(officer, "/api/members?q={}", "%")).isEmpty();
    }

    @Test
    void oneOrganizationMeansItsSubtree() {
        var township = county.townships().getFirst();
        var branch = township.branches().getFirst();

        assertThat(officer.get("/api/members?organization={}", township.top()).ids()).hasSize(4);
        assertThat(officer.get("/api/members?organization={}", branch.id()).ids())
                .containsExactlyInAnyOrderElementsOf(branch.members());
        assertThat(
                        officer.get("/api/members/count?organization={}", township.top())
                                .json()
                                .get("count")
                                .asInt())
                .isEqualTo(4);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        var branch = county.townships().getFirst().branches().getFirst().id();
        var names = IntStream.range(0, 120).mapToObj(i -> "王" + (char) ('一' + i % 40)).toList();
        village.members(branch, names);

        for (var sort : List.of("name", "-name", "joinedOn", "-joinedOn", "age", "-age")) {
            var whole = officer.get("/api/members?limit=200&sort={}", sort).ids();
            assertThat(whole).hasSize(128).doesNotHaveDuplicates();
            assertThat(pages(sort)).as(sort).isEqualTo(whole);
        }
        var up = officer.get("/api/members?limit=200&sort=joinedOn").ids();
        var down = new ArrayList<>(officer.get("/api/members?limit=200&sort=-joinedOn").ids());
        Collections.reverse(down);
        assertThat(down).isEqualTo(up);
    }

    @Test
    void aPageShowsTheRecordAndMasksWhatIsSensitive() {
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();

        var answer = officer.get("/api/members/" + member);
        var card = answer.json();

        assertThat(card.get("name").asString()).isEqualTo("张三");
        assertThat(card.get("pinyin").asString()).isEqualTo("zhang san");
        assertThat(card.get("citizenNumber").asString()).matches("000\\*{11}\\d{3}[\\dX]");
        assertThat(card.get("mobile").asString()).isEqualTo("100****5678");
        assertThat(card.get("address").asString()).isEqualTo("山西省吕梁市兴县蔚汾镇****");
        assertThat(card.get("ancestors").valueStream().map(a -> a.get("name").asString()))
                .containsExactly("中共演示县委员会", "中共东乡委员会");
        assertThat(answer.response().body()).doesNotContainPattern("\\d{17}[\\dX]|10012345678");
    }

    @Test
    void noListShowsANumberOrATelephone() {
        assertThat(officer.get("/api/members?limit=200").response().body())
                .doesNotContainPattern("\\d{17}[\\dX]|10012345678|\\*\\*\\*");
    }

    @Test
    void aMemberSeesTheirOwnRecordAndNothingElse() {
        var branch = county.townships().getFirst().branches().getFirst();
        var own = branch.members().getFirst();
        var member = caller(Role.MEMBER, branch.id(), own);

        assertThat(member.get("/api/members/" + own).status()).isEqualTo(200);
        assertThat(member.get("/api/members/" + branch.members().getLast()).status())
                .isEqualTo(404);
        assertThat(member.get("/api/members").status()).isEqualTo(403);
        assertThat(member.get("/api/organizations").status()).isEqualTo(403);
    }

    @Test
    void aTownshipFindsNothingOfItsNeighbour() {
        var east = county.townships().getFirst();
        var west = county.townships().getLast();
        var neighbour = caller(Role.TOWNSHIP_OFFICER, west.top(), null);
        var foreign = east.branches().getFirst();

        assertThat(neighbour.get("/api/members/" + foreign.members().getFirst()).status())
                .isEqualTo(404);
        assertThat(neighbour.get("/api/members?organization={}", foreign.id()).status())
                .isEqualTo(404);
        assertThat(neighbour.get("/api/members/count?organization={}", county.top()).status())
                .isEqualTo(404);
        var found = neighbour.get("/api/members?q=zs&limit=200").ids();
        assertThat(found).hasSize(2);
        assertThat(found)
                .allMatch(id -> west.branches().toString().contains(id.toString()))
                .noneMatch(id -> east.branches().toString().contains(id.toString()));
    }

    @Test
    void badInputIsToldInWordsAndForeignKeysMoveNothing() {
        for (var path :
                List.of(
                        "/api/members?sort=password",
                        "/api/members?sort=name;drop",
                        "/api/members?limit=0",
                        "/api/members?limit=201",
                        "/api/members?limit=x",
                        "/api/members?organization=1",
                        "/api/members?after=%00",
                        "/api/members?after=forged",
                        "/api/members?after=" + "a".repeat(2000),
                        "/api/members?q=" + "a".repeat(100))) {
            var answer = officer.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.json().get("errors").get(0).get("detail").asString())
                    .as(path)
                    .containsPattern("\\p{IsHan}");
        }
        assertThat(officer.get("/api/members/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(officer.get("/api/members/not-an-id").status()).isEqualTo(404);
        assertThat(officer.get("/api/members?organization={}", UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private List<UUID> pages(String sort) {
        var ids = new ArrayList<UUID>();
        var page = officer.get("/api/members?limit=7&sort={}", sort);
        while (true) {
            ids.addAll(page.ids());
            var next = page.json().get("next");
            if (next.isNull()) {
                return ids;
            }
            page = officer.get("/api/members?limit=7&sort={}&after={}", sort, next.asString());
        }
    }

    private static List<String> names(Caller caller, String path, Object... values) {
        return caller.get(path, values)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private Caller caller(Role role, UUID organization, @Nullable UUID member) {
        var username = village.account(role, organization, member);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
