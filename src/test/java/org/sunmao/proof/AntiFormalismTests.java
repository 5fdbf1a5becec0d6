package org.sunmao.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.duty.Declared;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Operation;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.rules.Rulebook;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the platform must never do to those who work with it, tried on its interfaces. */
@HouseTest
class AntiFormalismTests {

    /**
     * AF-01, 02, 03, 05, 18: what is neither asked, counted nor told anywhere. The votes of a
     * meeting are none of these: they decide, and are no counter of applause.
     */
    private static final Set<String> NEVER =
            Set.of(
                    """
                    rank ranks ranking leaderboard league percentile score scores stars streak medal
                    clockin checkin punch attendance logins visit visits dwell duration online study
                    active activity activationrate installs installed likes upvotes forwards reads
                    views hits clicks
                    """
                            .strip()
                            .split("\\s+"));

    private static final Path WAYS = Path.of("web/core/duty/ways.ts");
    private static final Pattern WAY = Pattern.compile("(?m)^  '?([a-z-]+)'?: \\{");
    private static final Set<String> NOT_SHIPPED = Set.of("R-WR-02", "R-WR-03", "R-WR-07");

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Declared declared;
    @Autowired Rulebook rulebook;
    @Autowired LifeBeginning beginning;

    private County county;
    private UUID branch;
    private Caller secretary;
    private Caller township;

    @BeforeEach
    void aBranchOfTwoWithoutASecretary() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        secretary = caller(Role.SECRETARY, branch);
        township = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
    }

    @Test
    @Proves({"AF-01", "AF-02", "AF-03"})
    void noInterfaceHasAWordForRanksClocksAndCountsOfPeople() {
        var words = new TreeSet<String>();
        collect(Operation.description(), words);
        words.retainAll(NEVER);
        assertThat(words).isEmpty();
    }

    @Test
    @Proves("AF-02")
    void nobodyAboveReadsWhoSignedInOrWhatSomebodyLookedAt() {
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        for (var closed : List.of("/api/sessions/all", "/api/audit/log", "/api/accounts")) {
            for (var who : List.of(officer, township, secretary)) {
                assertThat(who.get(closed).status()).as(closed).isEqualTo(403);
            }
        }
    }

    /** Hours are nobody's clock: above a branch there is one row of it, and how many, not who. */
    @Test
    @Proves({"AF-01", "AF-02", "AF-03"})
    void whatMembersLearnedIsToldOfTheirBranchAndNeverOfAPerson() {
        var year = today().getYear() - 1;
        beginning.on(LocalDate.of(year, 1, 1));
        try {
            village.member(branch, "周学习");
            var of = "organization=" + branch + "&light=yellow&name=member-hours";
            var rows = items(of);
            assertThat(rows).hasSize(1);
            var row = rows.getFirst();
            assertThat(row.at("/subject/kind").asString()).isEqualTo("organization");
            assertThat(row.at("/subject/id").asString()).isEqualTo(branch.toString());
            var duty = township.get("/api/duties/" + row.get("id").asString()).json();
            assertThat(duty.get("lacking").isEmpty()).isTrue();
            assertThat(duty.get("light").asString()).as("never red").isEqualTo("yellow");
            assertThat(duty.toString()).doesNotContain("周学习", "张三", "欧阳建国");
            assertThat(duty.at("/timing").toString()).doesNotContain("red");
        } finally {
            beginning.never();
        }
    }

    @Test
    @Proves({"AF-14", "R-WR-02", "R-WR-03", "R-WR-07"})
    void everyDemandHasASourceAWayToMeetItAndLocalTiming() throws IOException {
        var ways = WAY.matcher(Files.readString(WAYS)).results().map(it -> it.group(1)).toList();
        for (var demand : declared.all()) {
            var rule = rulebook.entry(demand.rule()).orElseThrow();
            assertThat(rule.inUse()).as(demand.name()).isTrue();
            assertThat(rule.text()).as(demand.name()).isNotBlank();
            assertThat(rule.sources()).as(demand.name()).isNotEmpty();
            assertThat(rule.sources()).allMatch(source -> !source.document().isBlank());
            assertThat(demand.title()).as(demand.name()).isNotBlank();
            assertThat(demand.remedy().says()).as(demand.name()).isNotBlank();
            assertThat(ways).as(demand.name()).contains(demand.remedy().opens());
            var restsOn = demand.rules().stream().map(Object::toString).toList();
            assertThat(restsOn).as("they ship off").doesNotContainAnyElementsOf(NOT_SHIPPED);
        }
        assertThat(declared.all()).hasSizeGreaterThan(15);
    }

    @Test
    @Proves("AF-14")
    void noLightIsWithoutClauseEvidenceAndHowItGoesOut() {
        var lit = items("organization=" + branch + "&light=yellow,red");
        assertThat(lit).isNotEmpty();
        for (var item : lit) {
            var it = secretary.get("/api/duties/" + item.get("id").asString()).json();
            var name = it.get("name").asString();
            assertThat(it.at("/rule/cite").asString()).as(name).isNotBlank();
            assertThat(it.get("text").asString()).as(name).isNotBlank();
            assertThat(it.get("evidence").size()).as(name).isPositive();
            assertThat(it.at("/remedy/says").asString()).as(name).isNotBlank();
            assertThat(it.get("clearing").asString()).as(name).isNotBlank();
            assertThat(it.at("/helper/says").asString()).as(name).isNotBlank();
            assertThat(it.get("since").isNull()).as(name).isFalse();
            var light = it.get("light").asString();
            assertThat(it.get("timing").valueStream())
                    .as(name)
                    .allMatch(one -> one.get("local").asBoolean())
                    .anyMatch(one -> one.get("light").asString().equals(light));
            assertThat(it.at("/may/contest").asBoolean()).as("AF-15").isTrue();
        }
    }

    @Test
    @Proves("AF-13")
    void whatIsEnteredLatePutsOutTheLightOfItsOwnPeriod() {
        var above = county.townships().getFirst().top();
        var temporary = village.organization(above, "中共抢险临时党支部", "temporary");
        var of = "organization=" + temporary + "&name=temporary-review";
        var period = items(of + "&state=late").getLast();
        var id = period.get("id").asString();
        assertThat(period.get("light").asString()).isEqualTo("yellow");

        var on = LocalDate.parse(period.get("due").asString()).minusDays(1);
        var review = Map.of("on", on.toString(), "result", "continue", "note", "任务没有完成");
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        var made = officer.post("/api/organizations/" + temporary + "/reviews", review);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);

        await().untilAsserted(() -> assertThat(state(id, "")).isEqualTo("met none"));
        assertThat(state(id, "?day=" + today())).isEqualTo("met none");
        assertThat(state(id, "?day=" + on.plusDays(20)))
                .as("it never was late")
                .isEqualTo("met none");
    }

    @Test
    @Proves("AF-15")
    void whatIsContestedCountsForNothingUntilItIsDecided() {
        var lit = "organization=" + branch + "&light=yellow,red";
        var before = items(lit);
        var one = before.getFirst().get("id").asString();

        var said = secretary.post("/api/duties/" + one + "/contest", Map.of("reason", "册上有误"));
        assertThat(said.status()).as(said.response().body()).isEqualTo(200);
        assertThat(said.json().get("light").asString()).isEqualTo("none");
        assertThat(items(lit)).hasSize(before.size() - 1);

        var act = said.json().at("/acts/0/id").asString();
        var refusal = Map.of("act", act, "accept", false, "reason", "已经核实");
        assertThat(township.post("/api/duties/" + one + "/decision", refusal).status())
                .isEqualTo(200);
        assertThat(items(lit)).hasSize(before.size());
    }

    @Test
    @Proves({"AF-07", "AF-08"})
    void nothingIsAskedFromAboveWithoutSayingWhyAndNothingThatIsKnown() {
        var faults = township.post("/api/requests/preview", Map.of()).json().get("faults");
        assertThat(faults.toString()).contains("缺少依据", "缺少用途", "缺少频次", "缺少截止日", "缺少批准人");
        var known = Map.of("items", List.of(Map.of("label", "党员人数", "kind", "number")));
        assertThat(township.post("/api/requests/preview", known).json().get("faults").toString())
                .contains("statistics");
        for (var wish : List.of(Map.of(), known)) {
            assertThat(township.post("/api/requests", wish).status()).isIn(400, 422);
        }
    }

    @Test
    @Proves("AF-12")
    void homeNeverListsMoreThanNine() {
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        for (var who : List.of(secretary, township, officer)) {
            var mine = who.get("/api/duties/mine").json();
            assertThat(mine.get("duties").size()).isLessThanOrEqualTo(9);
        }
    }

    private String state(String duty, String day) {
        var it = secretary.get("/api/duties/" + duty + day);
        var seen = it.status() == 200 ? it : township.get("/api/duties/" + duty + day);
        return seen.json().get("state").asString() + " " + seen.json().get("light").asString();
    }

    /** The duties that are asked for, as soon as there are any. */
    private List<JsonNode> items(String query) {
        var path = "/api/duties?limit=200&" + query;
        await().until(() -> !township.get(path).json().get("items").isEmpty());
        return township.get(path).json().get("items").valueStream().toList();
    }

    /** The words of every name in the description: of paths, parameters, fields and values. */
    private static void collect(JsonNode node, Set<String> words) {
        node.properties()
                .forEach(
                        one -> {
                            split(one.getKey(), words);
                            if (one.getKey().equals("name") || one.getKey().equals("enum")) {
                                one.getValue().valueStream().forEach(it -> split(it, words));
                                split(one.getValue(), words);
                            }
                            collect(one.getValue(), words);
                        });
        node.valueStream().filter(JsonNode::isContainer).forEach(each -> collect(each, words));
    }

    private static void split(JsonNode name, Set<String> words) {
        if (name.isString()) {
            split(name.asString(), words);
        }
    }

    private static void split(String name, Set<String> words) {
        var parts = name.replaceAll("([a-z])([A-Z])", "$1 $2").split("[^A-Za-z]+");
        Arrays.stream(parts).map(part -> part.toLowerCase(Locale.ROOT)).forEach(words::add);
        words.add(name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
