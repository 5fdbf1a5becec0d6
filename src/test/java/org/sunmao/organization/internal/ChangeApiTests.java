package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes of organizations, from the draft to the filing, as people do them. */
@HouseTest
class ChangeApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired ChangeDays days;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID east = UUID.randomUUID();
    private UUID west = UUID.randomUUID();
    private UUID one = UUID.randomUUID();
    private UUID two = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        east = county.townships().getFirst().top();
        west = county.townships().getLast().top();
        one = county.townships().getFirst().branches().getFirst().id();
        two = county.townships().getFirst().branches().getLast().id();
    }

    @Test
    void twoBranchesBecomeOneAndEveryMemberGoesAlong() {
        var change = draft(east, today(), merge(List.of(one), two));
        assertThat(change.status()).isEqualTo(201);
        assertThat(change.json().get("state").asString()).isEqualTo("draft");
        var at = "/api/changes/" + change.json().get("id").asString();

        var preview = officer.get(at + "/preview").json();
        assertThat(preview.get("refusals").size()).isZero();
        assertThat(preview.get("members").get("total").asInt()).isEqualTo(2);
        assertThat(officer.get(at + "/preview/members").ids()).hasSize(2);
        assertThat(officer.get("/api/organizations/{}", one).status()).isEqualTo(200);

        var approved = decide(at, change, preview.get("fingerprint").asString());
        assertThat(approved.json().get("state").asString()).isEqualTo("approved");
        var applied = step(at, "apply", approved, Map.of("fingerprint", print(at)));
        assertThat(applied.status()).as(applied.response().body()).isEqualTo(200);
        assertThat(applied.json().get("state").asString()).isEqualTo("applied");

        assertThat(officer.get("/api/organizations/{}", one).status()).isEqualTo(404);
        var grown = officer.get("/api/organizations/{}", two).json();
        assertThat(grown.get("counts").get("members").asInt()).isEqualTo(4);
        assertThat(grown.get("predecessors").get(0).get("id").asString()).isEqualTo(one.toString());
        var before = officer.get("/api/organizations/{}?asOf={}", one, today().minusDays(1));
        assertThat(before.json().get("counts").get("members").asInt()).isEqualTo(2);
        assertThat(before.json().get("successors").get(0).get("id").asString())
                .isEqualTo(two.toString());
        assertThat(officer.get(at + "/history").json().get("items").get(0).get("title").asString())
                .isEqualTo("执行");
        assertThat(officer.get("/api/organizations/{}/history", two).status()).isEqualTo(200);
    }

    @Test
    void aPlannedChangeTakesEffectOnItsDayAndIsForeseen() {
        var day = today().plusDays(3);
        var change = draft(east, day, move(one, west));
        var at = "/api/changes/" + change.json().get("id").asString();
        var approved = decide(at, change, print(at));
        var planned = step(at, "apply", approved, Map.of("fingerprint", print(at)));
        assertThat(planned.json().get("state").asString()).isEqualTo("planned");

        assertThat(parent(one, today())).isEqualTo(east);
        assertThat(parent(one, day.minusDays(1))).isEqualTo(east);
        assertThat(parent(one, day)).isEqualTo(west);
        assertThat(parent(one, today())).isEqualTo(east);
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        var bad =
                List.of(
                        Map.of("kind", "move", "organization", one, "parent", "new-9"),
                        Map.of("kind", "dance"),
                        Map.of("kind", "rename", "organization", one, "name", "长".repeat(101)));
        var answer = post(east, today(), bad);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(faults(answer))
                .containsOnlyKeys("/steps/0/parent", "/steps/1/kind", "/steps/2/name");

        var circle = draft(county.top(), today(), move(east, one));
        var at = "/api/changes/" + circle.json().get("id").asString();
        var preview = officer.get(at + "/preview").json();
        assertThat(preview.get("refusals").get(0).get("pointer").asString())
                .isEqualTo("/steps/0/parent");
        var refused = decide(at, circle, preview.get("fingerprint").asString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(faults(refused)).containsKey("/steps/0/parent");
    }

    private UUID parent(UUID id, LocalDate day) {
        var view = officer.get("/api/organizations/{}?asOf={}", id, day).json();
        return UUID.fromString(view.get("parent").asString());
    }

    private String print(String at) {
        return officer.get(at + "/preview").json().get("fingerprint").asString();
    }

    private Answer decide(String at, Answer change, String print) {
        return step(
                at,
                "decide",
                change,
                Map.of(
                        "decidedOn",
                        today().toString(),
                        "number",
                        "县组〔2026〕1号",
                        "meeting",
                        "县委常委会",
                        "fingerprint",
                        print));
    }

    private Answer step(String at, String step, Answer seen, Map<String, ?> sent) {
        return officer.post(at + "/steps/" + step, seen.json().get("version").asInt(), sent);
    }

    private Answer draft(UUID organization, LocalDate on, Map<String, ?> step) {
        return post(organization, on, List.of(step));
    }

    private Answer post(UUID organization, LocalDate on, List<? extends Map<String, ?>> steps) {
        return officer.post(
                "/api/organizations/" + organization + "/changes",
                Map.of("effectiveOn", on.toString(), "reason", "调整", "steps", steps),
                UUID.randomUUID());
    }

    private static Map<String, Object> merge(List<UUID> organizations, Object into) {
        return Map.of("kind", "merge", "organizations", organizations, "into", into);
    }

    private static Map<String, Object> move(UUID organization, Object parent) {
        return Map.of("kind", "move", "organization", organization, "parent", parent);
    }

    private Map<String, String> faults(Answer answer) {
        var faults = new HashMap<String, String>();
        answer.json()
                .get("errors")
                .forEach(e -> faults.put(e.get("pointer").asString(), e.get("detail").asString()));
        return faults;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Caller caller(Role role, UUID organization) {
        return new Caller(port)
                .signIn(village.account(role, organization, null), Village.PASSWORD)
                .stepUp();
    }
}
