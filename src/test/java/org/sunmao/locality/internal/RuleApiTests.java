package org.sunmao.locality.internal;

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

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rulebook is open to everyone signed in; what others decided, only within one's scope. */
@HouseTest
class RuleApiTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        officer = caller(Role.TOWNSHIP_OFFICER, township);
    }

    @Test
    void rulesAreFoundByWordsIdDocumentAndWhatIsKnownOfThem() {
        assertThat(ids("q=R-BR-14")).containsExactly("R-BR-14");
        assertThat(ids("q=党支部 五十名")).contains("R-BR-02");
        assertThat(ids("q=没有这样的规则")).isEmpty();
        assertThat(ids("q=正式党员&document=中国共产党支部工作条例（试行）")).contains("R-BR-01");
        assertThat(ids("confirmed=true&q=R-BR")).doesNotContain("R-BR-14").contains("R-BR-01");
        assertThat(ids("local=true&q=R-BR")).contains("R-BR-14").doesNotContain("R-BR-01");
        assertThat(ids("kind=threshold&inUse=true&q=R-BR")).contains("R-BR-01");
        assertThat(officer.get("/api/rules?inUse=maybe").status()).isEqualTo(400);
        assertThat(officer.get("/api/rules?limit=201").status()).isEqualTo(400);
        assertThat(officer.get("/api/rules/documents").json().get(0).get("rules").asInt())
                .isPositive();
    }

    @Test
    void theListPagesThroughTheWholeBookWithoutRepeating() {
        var seen = new HashSet<String>();
        String after = "";
        do {
            var page = officer.get("/api/rules?limit=20&after=" + after).json();
            page.get("items").valueStream().forEach(i -> assertThat(seen.add(id(i))).isTrue());
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).contains("SEC-02", "R-BR-01", "PRV-12");
    }

    @Test
    void whatIsNotConfirmedIsNeverCalledLaw() {
        var rule = officer.get("/api/rules/R-BR-14").json();
        assertThat(rule.get("confirmation").asString()).startsWith("本地配置，待核对");
        assertThat(rule.get("sources").get(0).get("says").asString()).startsWith("本地配置，待核对");
        assertThat(officer.get("/api/rules/R-BR-01").json().get("confirmation").asString())
                .isEqualTo("已对照公开文本");
    }

    @Test
    void aRuleTellsItsFiguresHereWhereItIsUsedAndItsCases() {
        var rule = officer.get("/api/rules/R-BR-01").json();
        assertThat(rule.get("text").asString()).contains("3 名");
        assertThat(rule.get("hard").asBoolean()).isTrue();
        var use = rule.get("use");
        assertThat(use.get("classes").toString()).contains("organization.internal.Thresholds");
        assertThat(use.get("screens").get(0).get("name").asString()).isNotEmpty();
        assertThat(use.get("tests").toString()).contains("ThresholdsTests");
        assertThat(use.get("refusals").toString()).contains("不能单独成立党支部");
        assertThat(rule.get("cases")).isNotEmpty();
        assertThat(rule.get("duties").asString()).startsWith("尚无");
    }

    @Test
    void aSecretarySeesTheFigureWithTheDecisionFromAboveAndNoneOfElsewhere() {
        decide(township, "40");
        decide(county.townships().getLast().top(), "30");
        var branch = county.townships().getFirst().branches().getFirst().id();
        var secretary = caller(Role.SECRETARY, branch);
        var rule = secretary.get("/api/rules/R-BR-14").json();
        var figure = figure(rule);
        assertThat(figure.get("value").asString()).isEqualTo("40");
        assertThat(figure.get("law").asString()).isEqualTo("50");
        var decision = figure.get("decision");
        assertThat(decision.get("organization").get("name").asString()).isEqualTo("中共东乡委员会");
        assertThat(decision.get("reason").asString()).isEqualTo("县委文件规定");
        assertThat(rule.get("elsewhere")).isEmpty();
        assertThat(rule.get("decisions")).hasSize(1);
        assertThat(rule.get("proposable").asBoolean()).isFalse();

        var above = caller(Role.COUNTY_OFFICER, county.top()).get("/api/rules/R-BR-14").json();
        assertThat(figure(above).get("value").asString()).isEqualTo("50");
        assertThat(above.get("elsewhere")).hasSize(2);
        assertThat(above.get("proposable").asBoolean()).isTrue();
    }

    @Test
    void figuresOfAForeignOrganizationAreNotTold() {
        var foreign = county.townships().getLast().top();
        assertThat(officer.get("/api/rules/R-BR-14?organization=" + foreign).status())
                .isEqualTo(404);
        var own = county.townships().getFirst().branches().getFirst().id();
        assertThat(officer.get("/api/rules/R-BR-14?organization=" + own).status()).isEqualTo(200);
        assertThat(officer.get("/api/rules/R-BR-14?organization=" + county.top()).status())
                .isEqualTo(200);
        assertThat(officer.get("/api/rules/R-XX-99").status()).isEqualTo(404);
        assertThat(officer.get("/api/rules/nonsense").status()).isEqualTo(404);
        assertThat(officer.get("/api/rules/R-BR-14?day=2026-02-30").status()).isEqualTo(400);
    }

    @Test
    void membersAndAdministratorsReadTheBookToo() {
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        var branch = county.townships().getFirst().branches().getFirst().id();
        var name = village.account(Role.MEMBER, branch, member);
        var reader = new Caller(port).signIn(name, Village.PASSWORD);
        assertThat(reader.get("/api/rules/R-BR-01").status()).isEqualTo(200);
        assertThat(reader.get("/api/rules?q=R-BR-01").status()).isEqualTo(200);
        assertThat(reader.post("/api/rules/R-BR-14/figures", Map.of()).status()).isEqualTo(403);
    }

    private void decide(UUID organization, String value) {
        var wish =
                Map.of(
                        "organization",
                        organization.toString(),
                        "name",
                        "general",
                        "value",
                        value,
                        "reason",
                        "县委文件规定");
        var asked =
                caller(Role.COUNTY_OFFICER, county.top()).post("/api/rules/R-BR-14/figures", wish);
        var id = asked.json().get("id").asString();
        var other = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(other.post("/api/figures/" + id + "/approve", Map.of()).status()).isEqualTo(200);
    }

    private static JsonNode figure(JsonNode rule) {
        return rule.get("figures")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("general"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String query) {
        return officer.get("/api/rules?" + query.replace(" ", "%20"))
                .json()
                .get("items")
                .valueStream()
                .map(RuleApiTests::id)
                .toList();
    }

    private static String id(JsonNode item) {
        return item.get("id").asString();
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
