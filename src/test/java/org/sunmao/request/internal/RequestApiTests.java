package org.sunmao.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.duty.Occasions.Occasion;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One officer asks, another approves, those below answer, and it dies on its day. */
@HouseTest
class RequestApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired RequestOccasions occasions;
    @Autowired RequestExpiry expiry;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);
    private Caller approver = new Caller(0);
    private Caller secretary = new Caller(0);
    private String approverId = "";

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.TOWNSHIP_OFFICER, township);
        approver = caller(Role.COUNTY_OFFICER, county.top());
        secretary = caller(Role.SECRETARY, branch);
        approverId = approvers(officer).getFirst();
    }

    @AfterEach
    void now() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    @Proves("AF-08")
    void whatIsApprovedByAnotherIsAnsweredByThoseBelow() {
        var id = issue(Map.of());
        var seen = secretary.get("/api/requests/" + id).json();
        assertThat(seen.get("state").asString()).isEqualTo("active");
        assertThat(seen.get("periods").isEmpty()).as("progress is not theirs to see").isTrue();
        assertThat(seen.get("may").get("answer").asBoolean()).isTrue();
        assertThat(occasions(branch)).hasSize(1);
        assertThat(occasions(branch).getFirst().endedOn()).isNull();

        var period = period(id);
        assertThat(answer(secretary, id, period, Map.of()).status()).isEqualTo(201);
        assertThat(occasions(branch).getFirst().endedOn()).isEqualTo(today());
        var told = officer.get("/api/requests/" + id).json().get("periods").get(0);
        assertThat(told.get("answered").asInt()).isEqualTo(1);
        assertThat(told.get("open").asInt()).isEqualTo(1);
        assertThat(told.get("sums").get(0).get("sum").asInt()).isEqualTo(12);
        assertThat(acts(id))
                .containsExactly(
                        "request.answer", "request.approve", "request.submit", "request.draft");
    }

    @Test
    void whateverIsMissingIsNamedWithTheRuleAndHowToMendIt() {
        for (var name :
                List.of("document", "article", "purpose", "frequency", "until", "approver")) {
            var wish = wish(Map.of());
            wish.remove(name);
            var refused = officer.post("/api/requests", wish);
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.json().get("rule").asString()).isEqualTo("AF-08");
            assertThat(refused.json().get("detail").asString()).startsWith("缺少");
        }
        var all = officer.post("/api/requests/preview", Map.of()).json().get("faults");
        assertThat(all.size()).isGreaterThan(7);
        assertThat(all.toString()).contains("缺少依据", "缺少用途", "缺少频次", "缺少截止日", "缺少批准人");
    }

    @Test
    @Proves("AF-07")
    void whatTheRegisterKnowsIsRefusedWithThePageWhereItIs() {
        var wish = wish(Map.of("items", items("党员人数", "书记姓名", "防汛物资数量")));
        var faults = officer.post("/api/requests/preview", wish).json().get("faults");
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0).get("place").get("opens").asString()).isEqualTo("statistics");
        assertThat(faults.get(1).get("pointer").asString()).isEqualTo("items/1/label");
        assertThat(faults.get(1).get("place").get("opens").asString()).isEqualTo("posts");
        var refused = officer.post("/api/requests", wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("AF-07");
        var banned = officer.post("/api/requests", wish(Map.of("items", items("活动照片"))));
        assertThat(banned.json().get("rule").asString()).isEqualTo("R-GEN-04");
    }

    @Test
    @Proves("AF-24")
    void theBurdenIsToldBeforeItIsSentAndCountedAfter() {
        var monthly = Map.of("frequency", "monthly", "until", today().plusMonths(6).toString());
        var preview = officer.post("/api/requests/preview", wish(monthly)).json();
        assertThat(preview.get("faults").isEmpty()).as("%s", preview).isTrue();
        var burden = preview.get("burden");
        var periods = burden.get("periods").asInt();
        assertThat(burden.get("organizations").asInt()).isEqualTo(2);
        assertThat(burden.get("total").asInt()).isEqualTo(2 * 30 * periods);
        assertThat(burden.get("over").isNull()).isTrue();

        var heavy = new HashMap<String, Object>(Map.of("minutes", 100));
        issue(heavy);
        heavy.put("until", today().plusDays(12).toString());
        var over = officer.post("/api/requests/preview", wish(heavy)).json().get("burden");
        assertThat(over.get("over").asString()).contains("2 个党组织", "120 分钟");

        var due = today().plusDays(10).toString().substring(0, 7);
        var path = "/api/requests/burden?organization={}&month={}";
        var meter = officer.get(path, township, due).json();
        assertThat(meter.get("below").get("minutes").asInt()).isEqualTo(200);
        assertThat(meter.get("issuers").get(0).get("asks").get("answers").asInt()).isEqualTo(2);
        var own = secretary.get(path, branch, due).json();
        assertThat(own.get("own").get("minutes").asInt()).isEqualTo(100);
        assertThat(secretary.get(path, township, due).status()).isEqualTo(404);
    }

    @Test
    void nobodyApprovesWhatTheyAskThemselvesAndOnlyTheNamedOneDoes() {
        var wish = wish(Map.of("organization", county.top(), "target", target(county.top())));
        var own = approver.post("/api/requests", wish);
        assertThat(own.json().get("detail").asString()).contains("批准人不能是提出人自己");

        var id = add(Map.of());
        var before = approver.post("/api/requests/" + id + "/approve", Map.of());
        assertThat(before.status()).as("it is a draft").isEqualTo(422);
        officer.post("/api/requests/" + id + "/submit", Map.of());
        var other = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(other.post("/api/requests/" + id + "/approve", Map.of()).status())
                .isEqualTo(422);
        assertThat(officer.post("/api/requests/" + id + "/approve", Map.of()).status())
                .isEqualTo(403);
        assertThat(secretary.get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(approver.post("/api/requests/" + id + "/refuse", Map.of()).status())
                .isEqualTo(400);
        var said = Map.of("reason", "已有别的渠道");
        var refused = approver.post("/api/requests/" + id + "/refuse", said).json();
        assertThat(refused.get("state").asString()).isEqualTo("refused");
    }

    @Test
    void anAnswerIsCorrectedByALaterOneAndEnteredLateOnItsOwnDay() {
        var id = issue(Map.of());
        var period = period(id);
        clock.ahead(Duration.ofDays(12));
        secretary = caller(Role.SECRETARY, branch);
        var path = "/api/requests/" + id + "/answers";
        assertThat(state(secretary.get(path))).isEqualTo("late");
        var own = Map.<String, Object>of("on", today().minusDays(5).toString());
        assertThat(answer(secretary, id, period, own).status()).isEqualTo(400);
        var late = new HashMap<>(own);
        late.put("reason", "出差");
        assertThat(answer(secretary, id, period, late).status()).isEqualTo(201);
        assertThat(occasions(branch).getFirst().endedOn()).isEqualTo(today().minusDays(5));

        var again = Map.<String, Object>of("values", List.of("15", "2026-11-01", "无"));
        assertThat(answer(secretary, id, period, again).status()).isEqualTo(400);
        var mended = new HashMap<>(again);
        mended.put("reason", "数错了");
        mended.put("organization", branch);
        officer = caller(Role.TOWNSHIP_OFFICER, township);
        var made = answer(officer, id, period, mended).json().get("periods").get(0);
        assertThat(made.get("values").get(0).asString()).isEqualTo("15");
        assertThat(made.get("corrections").asInt()).isEqualTo(1);
        assertThat(occasions(branch).getFirst().endedOn()).isEqualTo(today().minusDays(5));
    }

    @Test
    void itDiesOnTheDayAfterItsLastAndNobodyOwesAnAnswerThen() {
        var id = issue(Map.of());
        var period = period(id);
        clock.ahead(Duration.ofDays(40));
        secretary = caller(Role.SECRETARY, branch);
        assertThat(answer(secretary, id, period, Map.of()).status()).isEqualTo(422);
        assertThat(occasions(branch)).isEmpty();
        expiry.run();
        var dead = secretary.get("/api/requests/" + id).json();
        assertThat(dead.get("state").asString()).isEqualTo("expired");
        assertThat(acts(id)).startsWith("request.expire");
    }

    @Test
    void whatIsNoLongerNeededIsEndedWithAReason() {
        var id = issue(Map.of());
        var end = "/api/requests/" + id + "/end";
        assertThat(officer.post(end, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(officer.post(end, Map.of("reason", "任务完成")).status()).isEqualTo(200);
        assertThat(answer(secretary, id, period(id), Map.of()).status()).isEqualTo(422);
        assertThat(occasions(branch)).isEmpty();
    }

    @Test
    void nobodySeesOrAnswersWhatIsNotTheirs() {
        var id = issue(Map.of());
        var foreign =
                caller(Role.SECRETARY, county.townships().getLast().branches().getFirst().id());
        assertThat(foreign.get("/api/requests/" + id).status()).isEqualTo(404);
        assertThat(answer(foreign, id, period(id), Map.of()).status()).isEqualTo(404);
        assertThat(foreign.get("/api/requests?box=received").ids()).isEmpty();
        assertThat(secretary.get("/api/requests?box=received").ids())
                .containsExactly(UUID.fromString(id));
        assertThat(officer.get("/api/requests").ids()).containsExactly(UUID.fromString(id));
        var other = county.townships().getFirst().branches().getLast().id();
        assertThat(secretary.get("/api/requests/" + id + "/answers?organization=" + other).status())
                .isEqualTo(404);
        var asked = "/api/requests/{}/organizations?period={}&answered=false";
        assertThat(officer.get(asked, id, period(id)).json().get("items")).hasSize(2);
        assertThat(secretary.get(asked, id, period(id)).json().get("items")).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedAtItsPlace() {
        var elsewhere = county.townships().getLast().top();
        assertThat(refusal(Map.of("target", target(elsewhere)))).isEqualTo(404);
        assertThat(refusal(Map.of("organization", elsewhere))).isEqualTo(404);
        assertThat(refusal(Map.of("from", today().minusDays(1).toString()))).isEqualTo(400);
        assertThat(refusal(Map.of("until", today().minusDays(1).toString()))).isEqualTo(400);
        assertThat(refusal(Map.of("until", today().plusYears(2).toString()))).isEqualTo(422);
        assertThat(refusal(Map.of("until", "9999-99-99"))).isEqualTo(400);
        assertThat(refusal(Map.of("items", List.of()))).isEqualTo(422);
        assertThat(refusal(Map.of("items", items("甲", "乙", "丙", "丁", "戊", "己", "庚"))))
                .isEqualTo(422);
        assertThat(refusal(Map.of("title", "\ud83d\ude00".repeat(60)))).isEqualTo(201);
        assertThat(refusal(Map.of("title", "\ud83d\ude00".repeat(61)))).isEqualTo(400);
        assertThat(refusal(Map.of("title", "a\u0000b"))).isEqualTo(400);
        assertThat(refusal(Map.of("minutes", 0))).isEqualTo(400);
        assertThat(refusal(Map.of("days", 1))).isEqualTo(422);
        assertThat(refusal(Map.of("approver", UUID.randomUUID()))).isEqualTo(400);
        var none = Map.of("top", township, "kinds", List.of("joint"));
        assertThat(refusal(Map.of("target", none))).isEqualTo(400);
        var id = issue(Map.of());
        var few = Map.<String, Object>of("values", List.of("12"));
        assertThat(answer(secretary, id, period(id), few).status()).isEqualTo(400);
        var words = Map.<String, Object>of("values", List.of("很多", "哪天", ""));
        assertThat(answer(secretary, id, period(id), words).json().get("errors")).hasSize(3);
        assertThat(answer(secretary, id, "2020-01", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void whatIsRepeatedUnderOneKeyMakesNothingTwice() {
        var key = UUID.randomUUID();
        var first = officer.post("/api/requests", wish(Map.of()), key).json().get("id");
        var second = officer.post("/api/requests", wish(Map.of()), key).json().get("id");
        assertThat(first).isEqualTo(second);
    }

    private int refusal(Map<String, Object> more) {
        return officer.post("/api/requests", wish(more)).status();
    }

    private static String state(Answer answers) {
        return answers.json().get("periods").get(0).get("state").asString();
    }

    private String issue(Map<String, Object> more) {
        var id = add(more);
        assertThat(officer.post("/api/requests/" + id + "/submit", Map.of()).status())
                .isEqualTo(200);
        var approved = approver.post("/api/requests/" + id + "/approve", Map.of());
        assertThat(approved.status()).as("%s", approved.json()).isEqualTo(200);
        return id;
    }

    private String add(Map<String, Object> more) {
        var added = officer.post("/api/requests", wish(more));
        assertThat(added.status()).as("%s", added.json()).isEqualTo(201);
        return added.json().get("id").asString();
    }

    private Map<String, Object> wish(Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("organization", township);
        wish.put("title", "防汛物资摸底");
        wish.put("document", "县防指〔2026〕3号");
        wish.put("article", "第二条");
        wish.put("purpose", "安排防汛物资的调配");
        wish.put("items", items("防汛物资数量", "最近一次检查日期", "存在的困难"));
        wish.put("frequency", "once");
        wish.put("days", 10);
        wish.put("until", today().plusDays(30).toString());
        wish.put("minutes", 30);
        wish.put("target", target(township));
        wish.put("approver", approverId);
        wish.putAll(more);
        return wish;
    }

    private static List<Map<String, String>> items(String... labels) {
        var kinds = List.of("number", "day", "text");
        var items = new ArrayList<Map<String, String>>();
        for (var label : labels) {
            items.add(Map.of("label", label, "kind", kinds.get(items.size() % 3)));
        }
        return items;
    }

    private static Map<String, Object> target(UUID top) {
        return Map.of("top", top, "kinds", List.of());
    }

    private static Answer answer(Caller who, String id, String period, Map<String, Object> more) {
        var said = new HashMap<String, Object>();
        said.put("period", period);
        said.put("values", List.of("12", "2026-11-01", "无"));
        said.putAll(more);
        return who.post("/api/requests/" + id + "/answers", said);
    }

    private String period(String id) {
        var periods = officer.get("/api/requests/" + id).json().get("periods");
        return periods.get(0).get("key").asString();
    }

    private List<Occasion> occasions(UUID organization) {
        var found = new ArrayList<Occasion>();
        scopes.system(
                "test",
                scope -> {
                    occasions.find(Set.of(organization), scope.day(), found::add);
                    return scope;
                });
        return found;
    }

    private List<String> acts(String id) {
        return scopes.system("test", _ -> journal.of(UUID.fromString(id), null, 20)).stream()
                .map(Recorded::action)
                .toList();
    }

    private List<String> approvers(Caller who) {
        return who.get("/api/requests/approvers?organization=" + township)
                .json()
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private LocalDate today() {
        Clock now = clock;
        return LocalDate.now(now);
    }

    private Caller caller(Role role, UUID over) {
        return caller(role, over, null);
    }

    private Caller caller(Role role, UUID over, @Nullable UUID member) {
        var name = village.account(role, over, member);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }
}
