package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Filters under a name: one's own alone, each with what it finds today. */
@HouseTest
class SavedFilterTests {

    private static final String LIST = "/api/saved-filters?kind=member";

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private UUID township = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(township);
    }

    @Test
    void eachTellsWhatItFindsToday() {
        var saved = save("东村", Map.of("organization", branch.toString(), "sex", "1"));
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().get("count").asInt()).isEqualTo(2);
        assertThat(saved.json().get("words").toString()).contains("东村党支部", "性别：男");
        village.member(branch, "新来的");
        var listed = officer.get(LIST).json().get("items").get(0);
        assertThat(listed.get("count").asInt()).isEqualTo(3);
        assertThat(listed.get("name").asString()).isEqualTo("东村");
    }

    @Test
    void nobodyElseHasIt() {
        var id = save("我的", Map.of("sex", "1")).json().get("id").asString();
        var other = caller(township);
        assertThat(other.get(LIST).ids()).isEmpty();
        assertThat(other.delete("/api/saved-filters/" + id).status()).isEqualTo(404);
        assertThat(officer.delete("/api/saved-filters/" + id).status()).isEqualTo(204);
        assertThat(officer.get(LIST).ids()).isEmpty();
    }

    @Test
    void itIsRenamedAndNoTwoHaveOneName() {
        var id = save("甲", Map.of("sex", "1")).json().get("id").asString();
        assertThat(save("甲", Map.of("sex", "2")).status()).isEqualTo(400);
        assertThat(save("乙", Map.of("sex", "2")).status()).isEqualTo(201);
        assertThat(rename(id, "乙").status()).isEqualTo(400);
        var renamed = rename(id, "丙");
        assertThat(renamed.json().get("name").asString()).isEqualTo("丙");
        assertThat(renamed.json().get("filter").get("sex").asString()).isEqualTo("1");
    }

    @Test
    void whatMeansNothingIsRefusedAndNoNumberIsKept() {
        assertThat(save(" ", Map.of()).status()).isEqualTo(400);
        assertThat(save("长".repeat(31), Map.of()).status()).isEqualTo(400);
        assertThat(save("错", Map.of("status", "dead")).status()).isEqualTo(400);
        assertThat(save("号", Map.of("q", "10012345678")).status()).isEqualTo(400);
        var outside = county.townships().getLast().top().toString();
        assertThat(save("外", Map.of("organization", outside)).status()).isEqualTo(404);
    }

    private Answer save(String name, Map<String, String> filter) {
        var sent = new HashMap<String, Object>();
        sent.put("kind", "member");
        sent.put("name", name);
        sent.put("filter", filter);
        return officer.post("/api/saved-filters", sent);
    }

    private Answer rename(String id, String name) {
        var body = BodyPublishers.ofString("{\"name\":\"" + name + "\"}");
        return officer.send(officer.json("/api/saved-filters/" + id).method("PATCH", body));
    }

    private Caller caller(UUID over) {
        var name = village.account(Role.TOWNSHIP_OFFICER, over, null);
        return new Caller(port).signIn(name, Village.PASSWORD);
    }
}
