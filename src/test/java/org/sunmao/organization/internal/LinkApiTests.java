package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** In which bodies an organization is formed. */
@HouseTest
class LinkApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID branch = UUID.randomUUID();
    private UUID body = UUID.randomUUID();
    private String link = "";

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        branch = county.townships().getFirst().branches().getFirst().id();
        var township = county.townships().getFirst().top();
        var made =
                officer.post(
                        "/api/bodies",
                        Map.of(
                                "organization", township.toString(),
                                "name", "东村村民委员会",
                                "kind", "village-committee",
                                "field", "village"));
        body = UUID.fromString(made.json().get("id").asString());
        link = "/api/organizations/" + branch + "/bodies/" + body;
    }

    @Test
    void aLinkIsMadeOnceHoweverOftenItIsAskedFor() {
        assertThat(officer.put(link, Map.of()).status()).isEqualTo(204);
        assertThat(officer.put(link, Map.of()).status()).isEqualTo(204);

        var bodies = officer.get("/api/organizations/" + branch).json().get("bodies");
        assertThat(bodies.size()).isEqualTo(1);
        assertThat(bodies.get(0).get("name").asString()).isEqualTo("东村村民委员会");
        assertThat(bodies.get(0).get("since").asString()).isEqualTo(today().toString());
        var formed = officer.get("/api/bodies/" + body).json().get("organizations");
        assertThat(formed.get(0).get("id").asString()).isEqualTo(branch.toString());
        assertThat(titles("/api/organizations/" + branch)).containsExactly("关联单位", "登记入册");
    }

    @Test
    void bothHistoriesTellItByName() {
        officer.put(link, Map.of());
        officer.delete(link);

        assertThat(titles("/api/organizations/" + branch)).containsExactly("取消关联", "关联单位", "登记入册");
        assertThat(titles("/api/bodies/" + body)).containsExactly("取消关联", "关联党组织", "登记入册");
        var entries = officer.get("/api/bodies/" + body + "/history").json().get("items");
        var change = entries.get(0).get("changes").get(0);
        assertThat(change.get("label").asString()).isEqualTo("党组织");
        assertThat(change.get("before").asString()).isEqualTo("中共东村党支部");
        assertThat(change.get("after").isNull()).isTrue();
    }

    @Test
    void aLinkEndsTodayAndStaysInTheRegister() {
        officer.put(link, Map.of());
        scopes.system(
                "test",
                _ ->
                        jdbc.sql("update organization.link set valid_from = ? where body = ?")
                                .params(today().minusDays(9), body)
                                .update());

        assertThat(officer.delete(link).status()).isEqualTo(204);
        assertThat(officer.delete(link).status()).isEqualTo(204);
        assertThat(officer.get("/api/organizations/" + branch).json().get("bodies").isEmpty())
                .isTrue();
        assertThat(officer.put(link, Map.of()).status()).isEqualTo(204);
        var rows =
                scopes.system(
                        "test",
                        _ ->
                                jdbc.sql("select count(*) from organization.link where body = ?")
                                        .param(body)
                                        .query(Integer.class)
                                        .single());
        assertThat(rows).isEqualTo(2);
    }

    @Test
    void twoOfficersLinkingAtOnceMakeOneLink() throws Exception {
        var other = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
        List<Callable<Integer>> both =
                List.of(
                        () -> officer.put(link, Map.of()).status(),
                        () -> other.put(link, Map.of()).status());
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(both)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        }
        assertThat(titles("/api/bodies/" + body)).containsExactly("关联党组织", "登记入册");
    }

    @Test
    void bothEndsMustLieInTheScope() {
        var west = county.townships().getLast();
        var outsider = caller(Role.TOWNSHIP_OFFICER, west.top());
        var own = "/api/organizations/" + west.top() + "/bodies/" + body;

        assertThat(outsider.put(link, Map.of()).status()).isEqualTo(404);
        assertThat(outsider.put(own, Map.of()).status()).isEqualTo(404);
        assertThat(outsider.delete(link).status()).isEqualTo(404);
        var secretary = caller(Role.SECRETARY, branch);
        assertThat(secretary.put(link, Map.of()).status()).isEqualTo(403);
        assertThat(secretary.delete(link).status()).isEqualTo(403);
        // The body is the township's; the branch sees by name where it is formed.
        officer.put(link, Map.of());
        var seen = secretary.get("/api/organizations/" + branch).json().get("bodies");
        assertThat(seen.get(0).get("name").asString()).isEqualTo("东村村民委员会");
    }

    private List<String> titles(String page) {
        return officer.get(page + "/history")
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("title").asString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
