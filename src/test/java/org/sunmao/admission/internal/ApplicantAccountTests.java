package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.ApplicantGrants;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Applicants have accounts of their own, which go the way of their admission (SEC-01). */
@HouseTest
@Proves("SEC-01")
class ApplicantAccountTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CHOSEN = "a quiet river in the morning";
    private static final String CODES = "/api/activation-codes";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired Scopes scopes;
    @Autowired ApplicantGrants grants;

    private County county = new County(new UUID(0, 0), List.of());
    private Branch branch = new Branch(new UUID(0, 0), List.of());
    private Caller secretary = new Caller(0);
    private UUID person = new UUID(0, 0);
    private JsonNode begun = JsonNodeFactory.instance.objectNode();

    @BeforeEach
    void somebodyAsksToBeAdmitted() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst();
        secretary = signedIn(branch.id());
        begun =
                secretary
                        .post(
                                "/api/admissions",
                                Map.of(
                                        "organization", branch.id(),
                                        "name", "仇小河",
                                        "sex", "1",
                                        "bornOn", "2000-01-01",
                                        "mobile", "13800000000",
                                        "appliedOn", LocalDate.now(ZONE).toString()))
                        .json();
        person = UUID.fromString(begun.get("person").asString());
    }

    @Test
    void anApplicantOpensAnAccountForTheirOwnWayAndNothingElse() {
        var code = code();
        var seen = new Caller(port).post("/api/activation/code", Map.of("code", code)).json();
        assertThat(seen.get("name").asString()).isEqualTo("仇小河");
        assertThat(seen.get("proposals").get(1).asString()).isEqualTo("qiuxiaohe");
        assertThat(seen.get("proposals").get(0).asString()).isEqualTo("13800000000");

        var applicant = opened(code);
        var session = applicant.get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("applicant");
        assertThat(session.get("member").asString()).isEqualTo(person.toString());
        assertThat(session.get("rights").size()).isEqualTo(1);
        assertThat(applicant.get("/api/members/" + person).status()).isEqualTo(403);
        assertThat(applicant.get("/api/organizations/" + branch.id()).status()).isEqualTo(403);
    }

    @Test
    void theBranchSeesWhichApplicantsHaveAccountsAndAnotherBranchDoesNot() {
        var list = CODES + "?applicants=true&organization=" + branch.id();
        var before = secretary.get(list).json().get("items").get(0);
        assertThat(before.get("name").asString()).isEqualTo("仇小河");
        assertThat(before.get("standing").get("username").isNull()).isTrue();
        opened(code());

        var after = secretary.get(list).json().get("items").get(0).get("standing");
        assertThat(after.get("username").asString()).isNotEmpty();
        var other = signedIn(county.townships().getFirst().branches().getLast().id());
        assertThat(other.post(CODES, Map.of("member", person)).status()).isEqualTo(404);
        assertThat(other.get(list).status()).isEqualTo(404);
        var again = secretary.post(CODES, Map.of("member", person));
        assertThat(again.json().get("detail").asString()).startsWith("这位入党申请人已经有账号");
    }

    @Test
    void theSecretarySetsAnApplicantsPasswordAnew() {
        opened(code());
        var code = secretary.post(CODES + "/reset", Map.of("member", person)).json().get("code");
        var sent = Map.of("code", code.asString(), "password", CHOSEN + " again");
        assertThat(new Caller(port).post("/api/activation", sent).status()).isEqualTo(201);
    }

    @Test
    void whoJoinsGoesOnAsAMemberAndWhoMovesStaysAnApplicant() {
        var name = activated(code());
        var other = county.townships().getLast().branches().getFirst().id();
        go(scope -> grants.moved(scope, person, other));
        var moved = new Caller(port).signIn(name, CHOSEN).get("/api/session").json();
        assertThat(moved.get("role").asString()).isEqualTo("applicant");
        assertThat(moved.get("organization").get("id").asString()).isEqualTo(other.toString());

        go(scope -> grants.joined(scope, person, other));
        var joined = new Caller(port).signIn(name, CHOSEN).get("/api/session").json();
        assertThat(joined.get("role").asString()).isEqualTo("member");
    }

    @Test
    void whoseWayHasEndedComesInNoMore() {
        var name = activated(code());
        var applicant = new Caller(port).signIn(name, CHOSEN);
        var fields = Map.of("cause", "withdrew", "words", "本人不再申请");
        assertThat(step("end", fields).status()).isEqualTo(200);

        assertThat(applicant.get("/api/session").status()).isEqualTo(401);
        assertThat(secretary.post(CODES, Map.of("member", person)).status()).isEqualTo(404);
    }

    @Test
    void anApplicantSeesTheirOwnWayButNotWhatOthersWroteOfThem() {
        var applicant = opened(code());
        var words = Map.of("talker", branch.members().getFirst(), "words", "动机端正");
        assertThat(step("talk", words).status()).isEqualTo(200);

        var own = applicant.get("/api/mine/admissions").json().get(0);
        assertThat(own.get("stage").asString()).isEqualTo("applicant");
        var talk = own.get("taken").get(1);
        assertThat(talk.get("step").asString()).isEqualTo("talk");
        assertThat(talk.get("told").isEmpty()).isTrue();
        assertThat(own.get("taken").get(0).get("told").isArray()).isTrue();
        assertThat(applicant.get("/api/admissions/" + id()).status()).isEqualTo(403);
        var written = secretary.get("/api/admissions/" + id()).json().get("taken").get(1);
        assertThat(written.get("told").toString()).contains("动机端正");
    }

    @Test
    @Proves("PRV-05")
    void anApplicantSeesWhoLookedAtTheirWayAndNobodyElseDoes() {
        var applicant = opened(code());
        var before = applicant.get("/api/mine/readings").json().get("items").size();
        var officer = signedIn(branch.id());
        assertThat(officer.get("/api/admissions/" + id()).status()).isEqualTo(200);

        var read = applicant.get("/api/mine/readings").json().get("items");
        assertThat(read.size()).isEqualTo(before + 1);
        assertThat(read.get(0).get("what").asString()).isEqualTo("入党手续");
        assertThat(read.get(0).get("reader").get("role").asString()).isEqualTo("党组织书记");
        applicant.get("/api/mine/admissions");
        var after = applicant.get("/api/mine/readings").json().get("items");
        assertThat(after.size()).isEqualTo(before + 1);
        assertThat(officer.get("/api/mine/readings").json().get("items").size()).isZero();
    }

    @Test
    void aPhoneIsRememberedForAnApplicantAsForAMember() {
        var name = activated(code());
        var sent = Map.of("username", name, "password", CHOSEN, "remember", true);
        var answer = new Caller(port).post("/api/session", sent);
        assertThat(answer.status()).isLessThan(300);
        var phones =
                "select count(*) from access.phone p join access.account a on a.id = p.account";
        var count =
                jdbc.sql(phones + " where a.username = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single();
        assertThat(count).isEqualTo(1);
    }

    private void go(Consumer<Scope> work) {
        scopes.system(
                "test",
                scope -> {
                    work.accept(scope);
                    return scope;
                });
    }

    private String id() {
        return begun.get("id").asString();
    }

    private Answer step(String step, Map<String, ?> fields) {
        var path = "/api/admissions/" + id() + "/steps/" + step;
        var wish = Map.of("on", LocalDate.now(ZONE).toString(), "fields", fields);
        var text = new JsonMapper().writeValueAsString(wish);
        return secretary.send(
                secretary
                        .json(path)
                        .header("If-Match", "\"1\"")
                        .POST(BodyPublishers.ofString(text)));
    }

    private String code() {
        return secretary.post(CODES, Map.of("member", person)).json().get("code").asString();
    }

    private String activated(String code) {
        var name = "applicant" + UUID.randomUUID().toString().substring(0, 8);
        var sent = Map.of("code", code, "username", name, "password", CHOSEN);
        assertThat(new Caller(port).post("/api/activation", sent).status()).isEqualTo(201);
        return name;
    }

    private Caller opened(String code) {
        return new Caller(port).signIn(activated(code), CHOSEN);
    }

    private Caller signedIn(UUID organization) {
        var name = village.account(Role.SECRETARY, organization, null);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }
}
