package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Posts as officers keep them, and as others may see them. */
@HouseTest
class PostApiTests {

    private static final String BEGUN = "2025-03-01";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Clock clock;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private Branch branch = new Branch(UUID.randomUUID(), List.of());
    private String posts = "";

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        branch = county.townships().getFirst().branches().getFirst();
        posts = "/api/organizations/" + branch.id() + "/posts";
    }

    @Test
    void aSecretaryIsAppointedShownAndEnded() {
        var made = officer.post(posts, secretary());

        assertThat(made.status()).isEqualTo(201);
        var post = made.json();
        var address = made.header("Location");
        assertThat(address).isEqualTo("/api/posts/" + post.get("id").asString());
        assertThat(post.get("group").asString()).isEqualTo("officer");
        assertThat(post.get("person").get("name").asString()).isEqualTo("张三");
        assertThat(post.get("organization").get("id").asString()).isEqualTo(branch.id().toString());
        assertThat(post.get("to").isNull()).isTrue();
        assertThat(post.get("remarks").valueStream().map(r -> r.get("rule").asString()))
                .containsExactly("R-BR-11");
        assertThat(officer.get(address).json()).isEqualTo(post);
        var page = "/api/organizations/" + branch.id();
        assertThat(officer.get(page).json().get("secretary").asString()).isEqualTo("张三");

        var approved = approval("2025-03-10", "蔚党发〔2025〕7 号");
        var with = officer.patch(address, 0, Map.of("approval", approved)).json();
        assertThat(with.get("approval").get("number").asString()).isEqualTo("蔚党发〔2025〕7 号");
        assertThat(with.get("remarks").size()).isZero();

        var ended = officer.patch(address, 1, Map.of("to", "2026-02-01", "endReason", "调离"));
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.header("ETag")).isEqualTo("\"2\"");
        assertThat(officer.get(page).json().get("secretary").isNull()).isTrue();
        assertThat(officer.get(posts).ids()).isEmpty();
        assertThat(officer.get(posts + "?ended=true").ids()).hasSize(1);
        assertThat(officer.get(posts + "?asOf=2026-01-31").ids()).hasSize(1);
        assertThat(officer.get(page + "?asOf=2026-01-31").json().get("secretary").asString())
                .isEqualTo("张三");
        assertThat(titles(officer.get(page + "/history"))).startsWith("卸任", "修改", "任职");
        var member = "/api/members/" + branch.members().getFirst();
        assertThat(titles(officer.get(member + "/history"))).startsWith("卸任", "修改", "任职");
        assertThat(officer.get(member + "/posts").ids()).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsField() {
        var bad =
                Map.of(
                        "kind", "king",
                        "member", "x",
                        "appointment", "inherited",
                        "from", LocalDate.now(clock).plusDays(2).toString(),
                        "to", "2025-02-30",
                        "effectiveOn", "2025-01-01");
        assertThat(faults(officer.post(posts, bad))).containsOnlyKeys("/effectiveOn");
        var sent = new HashMap<String, Object>(bad);
        sent.remove("effectiveOn");
        sent.put("approval", Map.of("on", "soon", "by", "us"));
        assertThat(faults(officer.post(posts, sent)))
                .containsOnlyKeys(
                        "/kind",
                        "/member",
                        "/appointment",
                        "/from",
                        "/to",
                        "/approval/on",
                        "/approval/by");
        assertThat(faults(officer.post(posts, Map.of())))
                .containsOnlyKeys("/kind", "/appointment", "/from");
        assertThat(fault("from", "2001-06-30", "member", elder())).contains("成立");
        assertThat(fault("to", "2025-03-01")).contains("卸任日期应在任职开始日期之后");
        assertThat(fault("member", null)).contains("请选择党员");
        assertThat(fault("member", UUID.randomUUID().toString())).contains("不在您的管理范围内");
        assertThat(fault("kind", "village-chair", "appointment", "elected")).isEqualTo("made");
        assertThat(fault("approval", Map.of("number", "1 号"))).contains("请同时填写批复日期");
        assertThat(fault("endReason", "调离")).contains("请同时填写卸任日期");
    }

    /** Somebody who joined before the branch was founded. */
    private String elder() {
        var joined = LocalDate.of(1975, 1, 1);
        return village.enter(
                        Village.someone(
                                branch.id(),
                                "老党员",
                                LocalDate.of(1950, 1, 1),
                                joined,
                                joined.plusYears(1)))
                .toString();
    }

    @Test
    void whatARuleForbidsIsRefusedByTheRule() {
        var probationary =
                village.enter(
                        Village.someone(
                                branch.id(),
                                "赵六",
                                LocalDate.of(1990, 1, 1),
                                LocalDate.of(2026, 1, 1),
                                null));
        var sent = with("member", probationary.toString(), "from", "2026-02-01");
        assertThat(rule(officer.post(posts, sent))).isEqualTo("R-EL-04");
        assertThat(rule(officer.post(posts, with("kind", "group-leader")))).isEqualTo("R-BR-13");
        var temporary = village.organization(county.top(), "中共抢险临时党支部", "temporary");
        var there = "/api/organizations/" + temporary + "/posts";
        assertThat(rule(officer.post(there, secretary()))).isEqualTo("R-BR-07");

        assertThat(officer.post(posts, secretary()).status()).isEqualTo(201);
        var other = with("member", branch.members().getLast().toString());
        assertThat(faults(officer.post(posts, other)).get("/kind")).contains("同一时间只有一人");

        assertThat(officer.post(posts, with("kind", "goose-head")).status()).isEqualTo(201);
        var second = with("kind", "goose-returning", "from", "2026-01-01");
        assertThat(rule(officer.post(posts, second))).isEqualTo("R-CD-01");
        var elsewhere = county.townships().getLast().branches().getFirst().id();
        assertThat(rule(officer.post("/api/organizations/" + elsewhere + "/posts", second)))
                .isEqualTo("R-CD-01");
    }

    @Test
    void aSecondRequestWithTheSameKeyMakesNothing() {
        var key = UUID.randomUUID();
        var first = officer.post(posts, secretary(), key);
        var again = officer.post(posts, secretary(), key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(officer.get(posts).ids()).hasSize(1);
    }

    @Test
    void whoComesSecondIsToldBothValuesAndWhoRepeatsIsAnswered() {
        var address = officer.post(posts, secretary()).header("Location");
        var change = Map.of("note", "兼任");
        officer.patch(address, 0, change);

        assertThat(officer.patch(address, 0, change).status()).isEqualTo(200);
        var late = officer.patch(address, 0, Map.of("note", "不兼任"));
        assertThat(late.status()).isEqualTo(409);
        var conflict = late.json().get("conflicts").get(0);
        assertThat(conflict.get("yours").asString()).isEqualTo("不兼任");
        assertThat(conflict.get("theirs").asString()).isEqualTo("兼任");
        assertThat(officer.send(officer.json(address).method("PATCH", json("{}"))).status())
                .isEqualTo(428);
    }

    @Test
    void whatWasWrongIsCorrectedAndNothingElseIsRewritten() {
        var address = officer.post(posts, secretary()).header("Location");

        assertThat(faults(officer.patch(address, 0, Map.of("from", "2025-02-01"))))
                .containsOnlyKeys("/from");
        var other = branch.members().getLast().toString();
        var corrected =
                officer.patch(
                        address,
                        0,
                        Map.of("correction", true, "member", other, "from", "2025-02-01"));

        assertThat(corrected.json().get("person").get("name").asString()).isEqualTo("欧阳建国");
        assertThat(corrected.json().get("from").asString()).isEqualTo("2025-02-01");
        officer.patch(address, 1, Map.of("to", "2026-01-01"));
        assertThat(faults(officer.patch(address, 2, Map.of("to", "2026-01-05"))))
                .containsOnlyKeys("/to");
        var open = new HashMap<String, @Nullable Object>();
        open.put("correction", true);
        open.put("to", null);
        assertThat(officer.patch(address, 2, open).json().get("to").isNull()).isTrue();
    }

    @Test
    void outsideTheScopeNothingIsThere() {
        var address = officer.post(posts, secretary()).header("Location");
        var west = county.townships().getLast();
        var foreign = caller(Role.TOWNSHIP_OFFICER, west.top(), null);

        assertThat(foreign.get(posts).status()).isEqualTo(404);
        assertThat(foreign.post(posts, secretary()).status()).isEqualTo(404);
        assertThat(foreign.get(address).status()).isEqualTo(404);
        assertThat(foreign.patch(address, 0, Map.of("note", "x")).status()).isEqualTo(404);
        assertThat(foreign.get("/api/posts").ids()).isEmpty();
        assertThat(foreign.get("/api/posts?organization=" + branch.id()).status()).isEqualTo(404);
        assertThat(foreign.get("/api/members/" + branch.members().getFirst() + "/posts").status())
                .isEqualTo(404);
        var own = "/api/organizations/" + west.branches().getFirst().id() + "/posts";
        assertThat(faults(foreign.post(own, secretary()))).containsOnlyKeys("/member");
        var secretary = caller(Role.SECRETARY, branch.id(), null);
        assertThat(secretary.get(posts).ids()).hasSize(1);
        assertThat(secretary.get(posts).json().get("items").get(0).get("edit").get("fields").size())
                .isZero();
        assertThat(secretary.post(posts, secretary()).status()).isEqualTo(403);
        assertThat(secretary.patch(address, 0, Map.of("note", "x")).status()).isEqualTo(403);
    }

    @Test
    void anEndedOrganizationTakesNoMore() {
        var address = officer.post(posts, secretary()).header("Location");
        village.end(branch.id());

        assertThat(faults(officer.post(posts, secretary()))).containsOnlyKeys("/id");
        assertThat(officer.patch(address, 0, Map.of("note", "x")).status()).isEqualTo(404);
        assertThat(officer.get(posts).status()).isEqualTo(404);
    }

    @Test
    void listsOfTheSubtreeAreReadByGroupPageByPage() {
        for (var township : county.townships()) {
            for (var one : township.branches()) {
                var there = "/api/organizations/" + one.id() + "/posts";
                officer.post(there, named("reserve-cadre", "后备甲"));
                officer.post(there, named("reserve-cadre", "后备乙"));
                officer.post(there, named("liaison", "联络员"));
            }
        }
        assertThat(officer.get("/api/posts?group=pool").ids()).hasSize(8);
        assertThat(officer.get("/api/posts?kind=liaison").ids()).hasSize(4);
        assertThat(officer.get("/api/posts?kind=king").status()).isEqualTo(400);
        var township = county.townships().getFirst().top();
        assertThat(officer.get("/api/posts?group=pool&organization=" + township).ids()).hasSize(4);
        var first = officer.get("/api/posts?limit=5");
        var next = first.json().get("next").asString();
        var second = officer.get("/api/posts?limit=200&after={}", next);
        assertThat(first.ids()).hasSize(5).doesNotContainAnyElementsOf(second.ids());
        assertThat(second.ids()).hasSize(7);
        assertThat(officer.get("/api/posts?after=x").status()).isEqualTo(400);
        assertThat(officer.get("/api/posts?asOf=2025-01-01").ids()).isEmpty();
        var page = officer.get(posts + "?limit=1");
        var rest = officer.get(posts + "?after={}", page.json().get("next").asString());
        assertThat(rest.ids()).hasSize(2).doesNotContainAnyElementsOf(page.ids());
    }

    @Test
    void aMemberReadsOwnPostsWhereverAndTheOfficersOfTheOwnOrganization() {
        var person = branch.members().getFirst();
        officer.post(posts, secretary());
        officer.post(posts, named("reserve-cadre", "后备甲"));
        var west = county.townships().getLast().branches().getFirst().id();
        officer.post("/api/organizations/" + west + "/posts", with("kind", "first-secretary"));
        // Who is secretary already may act as that from the first sign-in on; here as a member
        // only.
        var member = caller(Role.MEMBER, branch.id(), person);
        assertThat(member.get("/api/posts").status()).isEqualTo(200);
        var asMember =
                member.get("/api/session")
                        .json()
                        .get("grants")
                        .valueStream()
                        .filter(grant -> grant.get("role").asString().equals("member"))
                        .findFirst()
                        .orElseThrow();
        member.post("/api/session/grant", Map.of("grant", asMember.get("id").asString()));

        assertThat(member.get("/api/members/" + person + "/posts").ids()).hasSize(2);
        assertThat(member.get("/api/posts").status()).isEqualTo(403);
        var own = member.get("/api/organizations/own").json();
        assertThat(own.get("secretary").asString()).isEqualTo("张三");
        assertThat(own.get("posts").size()).isEqualTo(1);
        var township = county.townships().getFirst().top();
        var holder = caller(Role.TOWNSHIP_OFFICER, township, null);
        assertThat(holder.get("/api/members/" + person + "/posts").ids()).hasSize(2);
    }

    @Test
    void theNameFollowsTheMember() {
        var person = branch.members().getFirst();
        var address = officer.post(posts, secretary()).header("Location");
        var west = county.townships().getLast().branches().getFirst().id();
        var there = "/api/organizations/" + west + "/posts";
        officer.post(there, with("kind", "first-secretary"));
        var township = county.townships().getFirst().top();
        var holder = caller(Role.TOWNSHIP_OFFICER, township, null);

        var renamed = holder.patch("/api/members/" + person, 0, Map.of("name", "张叁"));

        assertThat(renamed.status()).isEqualTo(200);
        var post = officer.get(address).json();
        assertThat(post.get("person").get("name").asString()).isEqualTo("张叁");
        assertThat(officer.get(there).json().get("items").get(0).get("person").get("name"))
                .isEqualTo(post.get("person").get("name"));
    }

    private Caller caller(Role role, UUID organization, @Nullable UUID member) {
        var account = village.account(role, organization, member);
        return new Caller(port).signIn(account, Village.PASSWORD);
    }

    private Map<String, Object> secretary() {
        return Map.of(
                "kind",
                "secretary",
                "member",
                branch.members().getFirst().toString(),
                "appointment",
                "elected",
                "from",
                BEGUN);
    }

    private static Map<String, Object> named(String kind, String name) {
        return Map.of("kind", kind, "name", name, "appointment", "assigned", "from", BEGUN);
    }

    private static Map<String, Object> approval(String on, String number) {
        return Map.of("on", on, "number", number);
    }

    /** The secretary's post with other values; one without a value is left out. */
    private Map<String, Object> with(@Nullable Object... pairs) {
        var sent = new HashMap<>(secretary());
        for (var i = 0; i < pairs.length; i += 2) {
            var name = String.valueOf(pairs[i]);
            var value = pairs[i + 1];
            if (value == null) {
                sent.remove(name);
            } else {
                sent.put(name, value);
            }
        }
        return sent;
    }

    private String fault(@Nullable Object... pairs) {
        var answer = officer.post(posts, with(pairs));
        return answer.status() == 201 ? "made" : String.join("", faults(answer).values());
    }

    private static Map<String, String> faults(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        var faults = new TreeMap<String, String>();
        answer.json()
                .get("errors")
                .forEach(f -> faults.put(f.get("pointer").asString(), f.get("detail").asString()));
        return faults;
    }

    private static String rule(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        return answer.json().get("rule").asString();
    }

    private static List<String> titles(Answer history) {
        return history.json()
                .get("items")
                .valueStream()
                .map((JsonNode entry) -> entry.get("title").asString())
                .toList();
    }

    private static java.net.http.HttpRequest.BodyPublisher json(String body) {
        return java.net.http.HttpRequest.BodyPublishers.ofString(body);
    }
}
