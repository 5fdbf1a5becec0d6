package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Somebody moves: what was brought, and who holds the relation, goes with the case. */
@HouseTest
class AdmissionMoveTests extends AdmissionHouse {

    private UUID target = UUID.randomUUID();
    private Caller other = new Caller(0);
    private Caller otherTownship = new Caller(0);

    @BeforeEach
    void elsewhere() {
        var there = county.townships().getLast();
        target = there.branches().getFirst().id();
        other = caller(Role.SECRETARY, target);
        otherTownship = caller(Role.TOWNSHIP_OFFICER, there.top());
    }

    @Test
    @Proves("R-DEV-17")
    void papersAreReadWhereTheCaseCameToAndNoMoreWhereItCameFrom() {
        var id = apply(today().minusDays(100));
        var at = "/api/admissions/" + id;
        var pdf = "%PDF-1.4 signed".getBytes(StandardCharsets.UTF_8);
        var brought = secretary.upload(at + "/papers/D01", "申请书.pdf", pdf, Map.of());
        assertThat(brought.status()).as("%s", brought.json()).isEqualTo(200);
        var file = "/api/files/" + fileOf(brought.json(), "D01");
        assertThat(other.get(at + "/papers/D01").status()).isEqualTo(404);
        send(id);
        assertThat(other.get(at + "/papers/D01").response().body())
                .as("who has to examine it reads it")
                .isEqualTo("%PDF-1.4 signed");
        assertThat(secretary.get(at + "/papers/D01").status()).isEqualTo(200);
        assertThat(takes(secretary.get(at).json())).isTrue();
        assertThat(takes(other.get(at).json()))
                .as("who examines the papers reads the case, and takes no step of it yet")
                .isFalse();
        assertThat(secretary.get(file).status())
                .as("past the case nobody reads it: it would leave no reading")
                .isEqualTo(404);
        receive(id);

        assertThat(other.get(at + "/papers/D01").status()).isEqualTo(200);
        assertThat(otherTownship.get(at + "/papers/D01").status()).isEqualTo(200);
        assertThat(countyOfficer.get(at + "/papers/D01").status()).isEqualTo(200);
        assertThat(other.get(at).json().get("taken").get(1).get("told").toString())
                .contains("从哪个党支部转来", "榆树村党支部");
        assertThat(secretary.get(at + "/papers/D01").status()).isEqualTo(404);
        assertThat(township.get(at + "/papers/D01").status()).isEqualTo(404);
    }

    @Test
    @Proves("R-DEV-51")
    void theRelationOfAProbationerGoesWithTheCaseFromThatDayOn() {
        var applied = today().minusDays(600);
        var id = apply(applied);
        var person = probationer(id, applied).get("person").asString();
        send(id);
        receive(id);

        var member = "/api/members/" + person;
        assertThat(heldBy(other.get(member).json())).isEqualTo(target.toString());
        var before = countyOfficer.get(member + "?asOf=" + today().minusDays(1)).json();
        assertThat(heldBy(before)).isEqualTo(branch.toString());
        assertThat(other.get("/api/members?q=周小满").ids()).containsExactly(UUID.fromString(person));
        assertThat(secretary.get("/api/members?q=周小满").ids()).isEmpty();
        var at = "/api/admissions/" + id;
        var oath = Map.of("on", today().toString(), "fields", Map.of("place", "村部"));
        var version = other.get(at).json().get("version").asInt();
        assertThat(other.post(at + "/steps/oath", version, oath).status()).isEqualTo(200);
    }

    private void send(String id) {
        var sent = Map.of("target", target, "on", today().minusDays(3).toString());
        var answer = secretary.post("/api/admissions/" + id + "/handover", sent);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    }

    private void receive(String id) {
        var examined = Map.of("examined", true, "on", today().toString());
        var received = other.post("/api/admissions/" + id + "/receive", examined);
        assertThat(received.status()).as("%s", received.json()).isEqualTo(200);
    }

    /** Whether the one who looks may write the case, or take any step of it. */
    private static boolean takes(JsonNode view) {
        var may = view.get("may").get("write").asBoolean();
        for (var step : view.get("steps")) {
            may |= step.get("mine").asBoolean();
        }
        return may;
    }

    private static String heldBy(JsonNode card) {
        return card.get("organization").get("id").asString();
    }

    private static String fileOf(JsonNode view, String code) {
        for (var paper : view.get("papers")) {
            if (paper.get("code").asString().equals(code)) {
                return paper.get("file").asString();
            }
        }
        throw new AssertionError(code);
    }
}
