package org.sunmao.locality.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A local figure is proposed by one person, approved by another, and holds below from its day. */
@HouseTest
class FigureApiTests {

    private static final RuleId LEVELS = new RuleId("R-BR-14");
    private static final String GENERAL = "general";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Scopes scopes;
    @Autowired Journal journal;
    @Autowired Rulebook rulebook;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);
    private Caller approver = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.TOWNSHIP_OFFICER, township);
        approver = caller(Role.COUNTY_OFFICER, county.top());
    }

    @AfterEach
    void now() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void whatOneProposesAndAnotherApprovesHoldsBelowAndNowhereElse() {
        var asked = propose(officer, Map.of());
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().get("says").asString()).contains("50 名以上");
        assertThat(value(branch, today())).isEqualTo(50);

        var id = asked.json().get("id").asString();
        var approved = approver.post("/api/figures/" + id + "/approve", Map.of());
        assertThat(approved.json().get("state").asString()).isEqualTo("approved");
        assertThat(value(branch, today())).isEqualTo(40);
        assertThat(value(township, today())).isEqualTo(40);
        assertThat(value(township, today().minusDays(1))).isEqualTo(50);
        assertThat(value(county.top(), today())).isEqualTo(50);
        assertThat(value(county.townships().getLast().top(), today())).isEqualTo(50);
        assertThat(rulebook.rule(LEVELS, today()).figure(GENERAL)).isEqualTo(50);
        assertThat(rulebook.rule(LEVELS, today(), branch).cite())
                .endsWith("；中共东乡委员会自 " + today() + " 起的规定");
        assertThat(acts(id)).containsExactly("figure.approve", "figure.propose");
    }

    @Test
    void theNearestDecisionHoldsAndTheOneAboveAgainWhenItEnds() {
        decide(approver, county.top(), Map.of("value", "60"));
        decide(officer, township, Map.of("value", "40", "until", today().plusDays(10).toString()));
        assertThat(value(branch, today())).isEqualTo(40);
        assertThat(value(branch, today().plusDays(9))).isEqualTo(40);
        assertThat(value(branch, today().plusDays(10))).isEqualTo(60);

        decide(officer, township, Map.of("value", ""));
        assertThat(value(branch, today())).isEqualTo(60);
        assertThat(propose(officer, Map.of("value", "")).status()).isEqualTo(400);
    }

    @Test
    void aDayToComeIsTheFirstDayAndOneThatWentByIsNotMadeUpFor() {
        var future = today().plusDays(20).toString();
        decide(officer, township, Map.of("from", future));
        assertThat(value(branch, today().plusDays(19))).isEqualTo(50);
        assertThat(value(branch, today().plusDays(20))).isEqualTo(40);
        assertThat(propose(officer, Map.of("from", today().minusDays(1).toString())).status())
                .isEqualTo(400);

        var id = propose(officer, Map.of("value", "30")).json().get("id").asString();
        clock.ahead(Duration.ofDays(3));
        var later = caller(Role.COUNTY_OFFICER, county.top());
        later.post("/api/figures/" + id + "/approve", Map.of());
        assertThat(value(branch, today().minusDays(1))).isEqualTo(50);
        assertThat(value(branch, today())).isEqualTo(30);
    }

    @Test
    void nobodyApprovesWhatTheyProposedThemselvesNotEvenByAnotherAccount() {
        var member = county.townships().getLast().branches().getFirst().members().getFirst();
        var one = caller(Role.COUNTY_OFFICER, county.top(), member);
        var other = caller(Role.COUNTY_OFFICER, county.top(), member);
        var id = propose(one, Map.of()).json().get("id").asString();
        var refused = one.post("/api/figures/" + id + "/approve", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asString()).startsWith("不能审批自己提出的更改");
        assertThat(other.post("/api/figures/" + id + "/approve", Map.of()).status()).isEqualTo(422);
        assertThat(one.post("/api/figures/" + id + "/refuse", reason("不行")).status())
                .isEqualTo(422);
        assertThat(approver.post("/api/figures/" + id + "/approve", Map.of()).status())
                .isEqualTo(200);
        assertThat(approver.post("/api/figures/" + id + "/approve", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void organizationsInTheBodyAreHeldToTheScopeLikeThoseInThePath() {
        var foreign = county.townships().getLast().top().toString();
        assertThat(propose(officer, Map.of("organization", foreign)).status()).isEqualTo(404);
        assertThat(propose(officer, Map.of("organization", county.top().toString())).status())
                .isEqualTo(404);
        assertThat(
                        officer.post("/api/rules/R-BR-14/figures/preview", wish(foreign, Map.of()))
                                .status())
                .isEqualTo(404);
        var id = propose(officer, Map.of()).json().get("id").asString();
        var neighbour = caller(Role.COUNTY_OFFICER, village.county().top());
        assertThat(neighbour.post("/api/figures/" + id + "/approve", Map.of()).status())
                .isEqualTo(404);
        assertThat(neighbour.get("/api/figures/" + id).status()).isEqualTo(404);
        assertThat(officer.post("/api/figures/" + id + "/approve", Map.of()).status())
                .isEqualTo(403);
        assertThat(neighbour.get("/api/figures?state=pending").ids()).isEmpty();
    }

    @Test
    void whatALawFixesOrBoundsIsRefusedWithItsArticle() {
        var fixed = propose("R-BR-01", officer, Map.of("name", "full", "value", "2"));
        assertThat(fixed.status()).isEqualTo(422);
        assertThat(fixed.json().get("detail").asString()).contains("中国共产党支部工作条例（试行） 第四条", "统一规定");
        var few = propose("R-TRF-08", officer, Map.of("name", "days", "value", "91"));
        assertThat(few.status()).isEqualTo(422);
        assertThat(few.json().get("detail").asString()).contains("不得多于 90");
        assertThat(propose(officer, Map.of("name", "nothing")).status()).isEqualTo(400);
        assertThat(propose(officer, Map.of("value", "五十")).status()).isEqualTo(400);
        assertThat(propose(officer, Map.of("value", "-1")).status()).isEqualTo(400);
        assertThat(propose(officer, Map.of("value", "50")).status()).isEqualTo(400);
        assertThat(propose(officer, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(propose("R-BR-99", officer, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whereOnlyStricterIsAdmittedWhatIsDecidedAboveBindsBelow() {
        var rule = "R-DEV-29";
        decide(rule, approver, county.top(), Map.of("name", "classes", "value", "6"));
        var looser = propose(rule, officer, Map.of("name", "classes", "value", "5"));
        assertThat(looser.status()).isEqualTo(422);
        assertThat(looser.json().get("detail").asString()).contains("只能更严");
    }

    @Test
    void aSecondQuestionWaitsForTheFirstWhichItsAskerMayWithdraw() {
        var id = propose(officer, Map.of()).json().get("id").asString();
        assertThat(propose(officer, Map.of("value", "30")).status()).isEqualTo(400);
        assertThat(approver.post("/api/figures/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(422);
        assertThat(officer.post("/api/figures/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(200);
        assertThat(propose(officer, Map.of("value", "30")).status()).isEqualTo(201);
        assertThat(approver.post("/api/figures/" + id + "/refuse", reason("")).status())
                .isEqualTo(400);
    }

    @Test
    void thePreviewCountsWhatWouldBeSaidOtherwise() {
        var unit = village.organization(township, "中共东乡总支部委员会", "general-branch");
        village.members(unit, List.of("甲", "乙"));
        var preview =
                officer.post(
                                "/api/rules/R-BR-15/figures/preview",
                                wish(township.toString(), Map.of()))
                        .status();
        assertThat(preview).isEqualTo(422);
        var told =
                approver.post("/api/rules/R-BR-05/figures/preview", wish(Map.of("name", "filing")))
                        .json();
        assertThat(told.get("derived").asBoolean()).isFalse();
        assertThat(told.get("says").toString()).contains("还不能推算");
        var old =
                officer.post(
                                "/api/rules/R-BR-23/figures/preview",
                                wish(Map.of("name", "elderAge", "value", "30")))
                        .json();
        assertThat(old.get("derived").asBoolean()).isTrue();
        assertThat(old.get("affected").asInt()).isEqualTo(6);
    }

    @Test
    void howLongASessionLastsIsDecidedAtTheTopAndAtOnce() {
        var rule = "SEC-03";
        assertThat(propose(rule, officer, idle("20")).status()).isEqualTo(422);
        assertThat(propose(rule, approver, over(county.top(), idle("600"))).status())
                .isEqualTo(422);
        decide(rule, approver, county.top(), idle("10"));
        var idle = caller(Role.TOWNSHIP_OFFICER, township);
        clock.ahead(Duration.ofMinutes(9));
        assertThat(idle.get("/api/session").status()).isEqualTo(200);
        clock.ahead(Duration.ofMinutes(20));
        assertThat(idle.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void anExportWaitsForApprovalByTheFigureOfItsTownship() {
        decide("PRV-12", officer, township, Map.of("name", "approvalAbove", "value", "1"));
        var order = Map.of("kind", "member", "columns", List.of("name"), "format", "xlsx");
        var asked = officer.post("/api/exports", order).json();
        assertThat(asked.get("state").asString()).isEqualTo("pending");
    }

    private static Map<String, String> idle(String minutes) {
        return Map.of("name", "idleMinutes", "value", minutes);
    }

    private static Map<String, String> over(UUID organization, Map<String, String> more) {
        var over = new HashMap<>(more);
        over.put("organization", organization.toString());
        return over;
    }

    private static Map<String, String> reason(String reason) {
        return Map.of("reason", reason);
    }

    private int value(UUID organization, LocalDate day) {
        return rulebook.rule(LEVELS, day, organization).figure(GENERAL);
    }

    private LocalDate today() {
        Clock now = clock;
        return LocalDate.now(now);
    }

    private void decide(Caller who, UUID organization, Map<String, String> more) {
        decide(LEVELS.value(), who, organization, more);
    }

    private void decide(String rule, Caller who, UUID organization, Map<String, String> more) {
        var asked = propose(rule, who, over(organization, more));
        assertThat(asked.status()).as("%s", asked.json()).isEqualTo(201);
        var id = asked.json().get("id").asString();
        var other = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(other.post("/api/figures/" + id + "/approve", Map.of()).status()).isEqualTo(200);
    }

    private Answer propose(Caller who, Map<String, String> more) {
        return propose(LEVELS.value(), who, more);
    }

    private Answer propose(String rule, Caller who, Map<String, String> more) {
        return who.post("/api/rules/" + rule + "/figures", wish(more));
    }

    private Map<String, String> wish(Map<String, String> more) {
        return wish(township.toString(), more);
    }

    private static Map<String, String> wish(String organization, Map<String, String> more) {
        var wish = new HashMap<String, String>();
        wish.put("organization", organization);
        wish.put("name", GENERAL);
        wish.put("value", "40");
        wish.put("reason", "县委文件规定");
        wish.putAll(more);
        return wish;
    }

    private List<String> acts(String id) {
        return scopes.system("test", _ -> journal.of(UUID.fromString(id), null, 20)).stream()
                .map(Recorded::action)
                .toList();
    }

    private Caller caller(Role role, UUID over) {
        return caller(role, over, null);
    }

    private Caller caller(Role role, UUID over, @Nullable UUID member) {
        var name = village.account(role, over, member);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }
}
