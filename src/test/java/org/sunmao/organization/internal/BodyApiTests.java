package org.sunmao.organization.internal;

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
import org.sunmao.organization.CreditCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies as officers find, enter and change them. */
@HouseTest
class BodyApiTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(900_000_000);

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private Caller east = new Caller(0);
    private Caller west = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        east = caller(Role.TOWNSHIP_OFFICER, eastTop());
        west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
    }

    @Test
    void aBodyIsEnteredWithAllItSays() {
        var government = id(officer.post("/api/bodies", body("演示县人民政府", county.top())));
        var sent = body("东乡人民政府", eastTop());
        sent.put("parent", government.toString());
        sent.put("creditCode", code().toLowerCase(Locale.ROOT));
        sent.put("headcount", 42);
        sent.put("effectiveOn", "2019-03-01");

        var made = officer.post("/api/bodies", sent);

        assertThat(made.status()).isEqualTo(201);
        var view = made.json();
        assertThat(made.header("Location")).isEqualTo("/api/bodies/" + view.get("id").asString());
        assertThat(view.get("creditCode").asString()).matches("11000000[0-9]{9}[0-9A-Y]");
        assertThat(view.get("headcount").asInt()).isEqualTo(42);
        assertThat(view.get("validFrom").asString()).isEqualTo("2019-03-01");
        assertThat(view.get("organization").get("name").asString()).isEqualTo("中共东乡委员会");
        assertThat(view.get("ancestors").get(0).get("name").asString()).isEqualTo("演示县人民政府");
        var again = officer.get(made.header("Location"));
        assertThat(again.json()).isEqualTo(view);
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void theTreeOfBodiesIsOpenedFromTheTopsOfOnesScope() {
        var government = id(officer.post("/api/bodies", body("演示县人民政府", county.top())));
        var township = below(government, "东乡人民政府", eastTop());
        var committee = below(township, "东村村民委员会", eastBranch());

        assertThat(officer.get("/api/bodies").ids()).containsExactly(government);
        assertThat(officer.get("/api/bodies?parent={}", government).ids())
                .containsExactly(township);
        assertThat(officer.get("/api/bodies?all=true").ids())
                .containsExactly(government, township, committee);
        var top = east.get("/api/bodies");
        assertThat(top.ids()).containsExactly(township);
        assertThat(top.json().get("items").get(0).get("hasChildren").asBoolean()).isTrue();
        var secretary = caller(Role.SECRETARY, eastBranch());
        assertThat(secretary.get("/api/bodies").ids()).containsExactly(committee);
        var page = secretary.get("/api/bodies/" + committee).json();
        assertThat(page.get("ancestors").valueStream().map(a -> a.get("name").asString()))
                .containsExactly("演示县人民政府", "东乡人民政府");
        assertThat(page.get("edit").get("fields").isEmpty()).isTrue();
        assertThat(west.get("/api/bodies").ids()).isEmpty();
        assertThat(west.get("/api/bodies/" + township).status()).isEqualTo(404);
        assertThat(west.get("/api/bodies?parent={}", township).status()).isEqualTo(404);
        assertThat(west.get("/api/bodies/" + township + "/history").status()).isEqualTo(404);
    }

    @Test
    void bodiesAreFoundByAnyPartOfTheNameWithinTheScope() {
        var school = id(east.post("/api/bodies", body("东乡莫𡐓中心学校", eastTop())));

        assertThat(east.get("/api/bodies?q={}", "𡐓").ids()).containsExactly(school);
        assertThat(east.get("/api/bodies?q={}", "中心学校").ids()).containsExactly(school);
        assertThat(east.get("/api/bodies?q={}", "%").ids()).isEmpty();
        assertThat(west.get("/api/bodies?q={}", "中心学校").ids()).isEmpty();
        assertThat(east.get("/api/bodies?q=" + "a".repeat(100)).status()).isEqualTo(400);
        assertThat(east.get("/api/bodies?after=x").status()).isEqualTo(400);
    }

    @Test
    void pagesFollowOneAnother() {
        for (var i = 0; i < 13; i++) {
            east.post("/api/bodies", body("东乡第" + i + "合作社", eastTop()));
        }
        var paged = new ArrayList<UUID>();
        var next = "";
        do {
            var page = east.get("/api/bodies?all=true&limit=5&after={}", next);
            paged.addAll(page.ids());
            next = page.json().get("next").isNull() ? "" : page.json().get("next").asString();
        } while (!next.isEmpty());
        assertThat(paged).hasSize(13).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(east.get("/api/bodies?limit=200").ids());
    }

    @Test
    void bodiesWithoutAnyOrganizationAreToldApart() {
        var formed = id(east.post("/api/bodies", body("东村村民委员会", eastTop())));
        var blank = id(east.post("/api/bodies", body("东乡种植合作社", eastTop())));
        east.put("/api/organizations/" + eastBranch() + "/bodies/" + formed, Map.of());

        assertThat(east.get("/api/bodies?without=true").ids()).containsExactly(blank);
        assertThat(east.get("/api/bodies?without=true&q={}", "东村").ids()).isEmpty();
        var items = east.get("/api/bodies").json().get("items");
        assertThat(items.valueStream().map(item -> item.get("organizations").asInt()))
                .containsExactly(1, 0);
        // An organization of others counts as well: the body is no blank for its own officer.
        var hidden = id(officer.post("/api/bodies", body("西乡联合商会", eastTop())));
        var other = county.townships().getLast().branches().getFirst().id();
        officer.put("/api/organizations/" + other + "/bodies/" + hidden, Map.of());
        assertThat(east.get("/api/bodies?without=true").ids()).containsExactly(blank);
        var named = east.get("/api/bodies/" + hidden).json().get("organizations").get(0);
        assertThat(named.get("name").asString()).isEqualTo("中共西村党支部");
    }

    @Test
    void whatIsMissingOrWrongIsToldAllAtOnce() {
        assertThat(faults(officer.post("/api/bodies", Map.of())))
                .containsOnlyKeys("/organization", "/name", "/kind", "/field");
        var bad = new HashMap<String, Object>();
        bad.put("parent", "x");
        bad.put("organization", 5);
        bad.put("name", "长".repeat(101));
        bad.put("kind", "castle");
        bad.put("field", "none");
        bad.put("division", "99");
        bad.put("creditCode", "11000000000000000A");
        bad.put("headcount", -1);
        bad.put("effectiveOn", "2019-02-30");
        assertThat(faults(officer.post("/api/bodies", bad)))
                .containsOnlyKeys(
                        bad.keySet().stream().map(name -> "/" + name).toArray(String[]::new))
                .containsEntry("/creditCode", "统一社会信用代码的校验码不对，请核对每一位");
        assertThat(faults(officer.post("/api/bodies", with("creditCode", "1100000000000000OU"))))
                .containsEntry("/creditCode", "统一社会信用代码是 18 位数字或大写字母，不含 I、O、S、V、Z，请核对");
        assertThat(faults(officer.post("/api/bodies", with("headcount", 1.5))))
                .containsOnlyKeys("/headcount");
        assertThat(faults(officer.post("/api/bodies", with("name", "\u200B"))))
                .containsEntry("/name", "请填写单位名称");
        var kept = officer.post("/api/bodies", with("name", "\u200B莫𡐓\uE123\u200D校"));
        assertThat(kept.json().get("name").asString()).isEqualTo("莫𡐓\uE123校");
    }

    @Test
    void aCodeBelongsToOneBodyAndAForeignOneIsNotNamed() {
        var code = code();
        var first = body("东乡水厂", eastTop());
        first.put("creditCode", code);
        east.post("/api/bodies", first);
        var second = body("又一水厂", eastTop());
        second.put("creditCode", code);

        assertThat(faults(east.post("/api/bodies", second)))
                .containsEntry("/creditCode", "这个统一社会信用代码已登记在“东乡水厂”名下，请核对");
        second.put("organization", county.townships().getLast().top().toString());
        assertThat(faults(west.post("/api/bodies", second)))
                .containsEntry("/creditCode", "这个统一社会信用代码已登记在别的单位名下，请核对");
        second.remove("creditCode");
        var made = id(west.post("/api/bodies", second));
        assertThat(faults(west.patch("/api/bodies/" + made, 0, Map.of("creditCode", code))))
                .containsOnlyKeys("/creditCode");
    }

    @Test
    void aLostAnswerMayBeAskedForAgainAndNothingIsMadeTwice() {
        var key = UUID.randomUUID();
        var sent = body("东乡水厂", eastTop());
        var made = east.post("/api/bodies", sent, key);

        assertThat(east.post("/api/bodies", sent, key).json()).isEqualTo(made.json());
        assertThat(east.get("/api/bodies").ids()).hasSize(1);
    }

    @Test
    void aBodyIsEnteredWithinTheScopeAlone() {
        assertThat(faults(west.post("/api/bodies", body("东乡水厂", eastTop()))))
                .containsOnlyKeys("/organization");
        var foreign = id(east.post("/api/bodies", body("东乡水厂", eastTop())));
        var sent = body("西乡水厂", county.townships().getLast().top());
        sent.put("parent", foreign.toString());
        assertThat(faults(west.post("/api/bodies", sent))).containsOnlyKeys("/parent");
        assertThat(west.patch("/api/bodies/" + foreign, 0, Map.of("name", "改")).status())
                .isEqualTo(404);
        var secretary = caller(Role.SECRETARY, eastBranch());
        assertThat(secretary.post("/api/bodies", sent).status()).isEqualTo(403);
    }

    @Test
    void aBodyDoesNotStandBelowItself() {
        var top = id(east.post("/api/bodies", body("东乡人民政府", eastTop())));
        var below = below(top, "东乡中心校", eastTop());
        var lowest = below(below, "东乡教学点", eastTop());

        for (var parent : List.of(top, below, lowest)) {
            var refused = east.patch("/api/bodies/" + top, 0, Map.of("parent", parent.toString()));
            assertThat(faults(refused)).containsEntry("/parent", "单位不能放在它自己或它的下级单位下面");
        }
        var moved = east.patch("/api/bodies/" + lowest, 0, Map.of("parent", top.toString()));
        assertThat(moved.json().get("ancestors").size()).isEqualTo(1);
    }

    @Test
    void twoBodiesMovedBelowEachOtherAtOnceCloseNoCircle() throws Exception {
        var one = id(east.post("/api/bodies", body("东乡甲站", eastTop())));
        var two = id(east.post("/api/bodies", body("东乡乙站", eastTop())));
        List<Callable<Integer>> both =
                List.of(() -> move(officer, one, two), () -> move(east, two, one));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(both);
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 400);
        }
        assertThat(east.get("/api/bodies").ids()).hasSize(1);
    }

    @Test
    void aChangeIsToldInTheHistoryWithWords() {
        var page = "/api/bodies/" + id(east.post("/api/bodies", body("东乡水厂", eastTop())));
        var changed =
                officer.patch(
                        page, 0, Map.of("organization", eastBranch().toString(), "headcount", 7));

        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().get("organization").get("id").asString())
                .isEqualTo(eastBranch().toString());
        var history = officer.get(page + "/history").json().get("items");
        assertThat(history.get(0).get("changes").valueStream().map(c -> c.get("after").asString()))
                .containsExactly("中共东村党支部", "7");
        assertThat(history.get(1).get("title").asString()).isEqualTo("登记入册");
        assertThat(faults(officer.patch(page, 1, Map.of("effectiveOn", "1990-01-01", "name", "改"))))
                .containsOnlyKeys("/effectiveOn");
    }

    @Test
    void whoComesSecondIsToldBothValues() {
        var page = "/api/bodies/" + id(east.post("/api/bodies", body("东乡水厂", eastTop())));
        east.patch(page, 0, Map.of("name", "东乡自来水厂"));

        assertThat(east.patch(page, 0, Map.of("name", "东乡自来水厂")).status()).isEqualTo(200);
        var late = officer.patch(page, 0, Map.of("name", "东乡供水站"));
        assertThat(late.status()).isEqualTo(409);
        var conflict = late.json().get("conflicts").get(0);
        assertThat(conflict.get("label").asString()).isEqualTo("单位名称");
        assertThat(conflict.get("theirs").asString()).isEqualTo("东乡自来水厂");
        assertThat(late.json().get("current").get("version").asInt()).isEqualTo(1);
    }

    private static int move(Caller caller, UUID body, UUID below) {
        return caller.patch("/api/bodies/" + body, 0, Map.of("parent", below.toString())).status();
    }

    private UUID below(UUID parent, String name, UUID organization) {
        var sent = body(name, organization);
        sent.put("parent", parent.toString());
        return id(officer.post("/api/bodies", sent));
    }

    private Map<String, Object> with(String name, Object value) {
        var sent = body("东乡水厂", eastTop());
        sent.put(name, value);
        return sent;
    }

    private static Map<String, Object> body(String name, UUID organization) {
        var sent = new HashMap<String, Object>();
        sent.put("organization", organization.toString());
        sent.put("name", name);
        sent.put("kind", "institution");
        sent.put("field", "organ");
        return sent;
    }

    /** Of no division, and used once. */
    private static String code() {
        return CreditCode.complete("11000000" + NUMBERS.incrementAndGet()).value();
    }

    private UUID eastTop() {
        return county.townships().getFirst().top();
    }

    private UUID eastBranch() {
        return county.townships().getFirst().branches().getFirst().id();
    }

    private static UUID id(Answer made) {
        return UUID.fromString(made.json().get("id").asString());
    }

    private static Map<String, String> faults(Answer answer) {
        var faults = new HashMap<String, String>();
        answer.json()
                .get("errors")
                .forEach(e -> faults.put(e.get("pointer").asString(), e.get("detail").asString()));
        return faults;
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
