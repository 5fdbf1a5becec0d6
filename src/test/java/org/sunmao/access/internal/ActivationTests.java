package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;

/**
 * Codes from the branch: members open their accounts with them, or set a password anew (SEC-01).
 */
@HouseTest
@Proves("SEC-01")
class ActivationTests {

    private static final String CHOSEN = "a quiet river in the morning";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private County county = new County(new UUID(0, 0), List.of());
    private Branch branch = new Branch(new UUID(0, 0), List.of());
    private Caller secretary = new Caller(0);

    @BeforeEach
    void aBranchWithItsSecretary() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst();
        secretary = signedIn(Role.SECRETARY, branch.id());
    }

    @AfterEach
    void forget() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void aMemberOpensTheirOwnAccountWithACode() {
        var slip = issue(secretary, member(0)).json();
        assertThat(slip.get("code").asString()).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        assertThat(slip.get("address").asString()).endsWith("/m/activate");

        var seen = look(slip.get("code").asString());
        assertThat(seen.json().get("name").asString()).isEqualTo("张三");
        assertThat(seen.json().get("kind").asString()).isEqualTo("open");
        var name = seen.json().get("proposals").get(0).asString();
        assertThat(name).isNotEmpty();
        var chosen = unique("member");
        assertThat(use(slip.get("code").asString(), chosen).status()).isEqualTo(201);

        var session = new Caller(port).signIn(chosen, CHOSEN).get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("member");
        assertThat(session.get("member").asString()).isEqualTo(member(0).toString());
        assertThat(session.get("organization").get("id").asString())
                .isEqualTo(branch.id().toString());
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        var code = code(secretary, member(0));
        assertThat(look(code.toLowerCase(Locale.ROOT)).status()).isEqualTo(200);
        assertThat(look(code.replace("-", " ")).status()).isEqualTo(200);
        assertThat(look("　" + code.replace("-", "—") + " ").status()).isEqualTo(200);
        assertThat(look(code.substring(1)).status()).isEqualTo(400);
        assertThat(look("").status()).isEqualTo(400);
    }

    @Test
    void aCodeOpensOnceEvenWhenSentManyTimesAtOnce() throws Exception {
        var code = code(secretary, member(0));
        var tries = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 4; i++) {
            var name = unique("racer");
            tries.add(() -> use(code, name).status());
        }
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = all.invokeAll(tries).stream().map(f -> f.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(201);
        }
        var again = use(code, unique("late"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().get("detail").asString()).contains("已经用过");
    }

    @Test
    void aWeakPasswordOrATakenNameDoesNotUseTheCodeUp() {
        var code = code(secretary, member(0));
        var taken = village.account(Role.MEMBER, branch.id(), null);

        assertThat(use(code, taken).status()).isEqualTo(400);
        assertThat(send(code, unique("weak"), "Password2026").status()).isEqualTo(422);
        assertThat(use(code, "名字").status()).isEqualTo(400);
        assertThat(use(code, unique("good")).status()).isEqualTo(201);
    }

    @Test
    void anotherCodeVoidsTheOneBeforeIt() {
        var first = code(secretary, member(0));
        var second = code(secretary, member(0));

        assertThat(look(first).json().get("detail").asString()).contains("作废");
        assertThat(look(second).status()).isEqualTo(200);
        var member = Map.of("member", member(0));
        assertThat(secretary.post("/api/activation-codes/void", member).status()).isEqualTo(204);
        assertThat(look(second).status()).isEqualTo(422);
    }

    @Test
    void aCodeIsGoodForTwoWeeks() {
        var code = code(secretary, member(0));
        clock.ahead(Duration.ofDays(14).minusMinutes(1));
        assertThat(look(code).status()).isEqualTo(200);
        clock.ahead(Duration.ofDays(14));
        assertThat(look(code).json().get("detail").asString()).contains("过期");
    }

    @Test
    void whoHasMovedNeedsACodeFromWhereTheyAreNow() {
        var code = code(secretary, member(0));
        var other = county.townships().getFirst().branches().getLast();
        village.move(member(0), other.id());

        assertThat(look(code).json().get("detail").asString()).contains("现在的党支部");
        assertThat(issue(secretary, member(0)).status()).isEqualTo(404);
        assertThat(look(code(signedIn(Role.SECRETARY, other.id()), member(0))).status())
                .isEqualTo(200);
    }

    @Test
    void guessesLockTheirSourceAndNoMember() {
        var code = code(secretary, member(0));
        for (var i = 0; i < 10; i++) {
            assertThat(look("ABCDEFGHJK" + (2 + i / 5) + (2 + i % 5)).status()).isEqualTo(400);
        }
        assertThat(look(code).status()).isEqualTo(429);
        clock.ahead(Duration.ofMinutes(16));
        assertThat(look(code).status()).isEqualTo(200);
    }

    @Test
    void theDatabaseHoldsNoCode() {
        var code = code(secretary, member(0)).replace("-", "");
        var kept = jdbc.sql("select encode(code, 'escape') from access.activation_code");
        assertThat(kept.query(String.class).list()).isNotEmpty().noneMatch(c -> c.contains(code));
    }

    @Test
    void nobodyIssuesOutsideTheirSubtree() {
        var foreign = county.townships().getLast().branches().getFirst();
        assertThat(issue(secretary, foreign.members().getFirst()).status()).isEqualTo(404);
        assertThat(strips(secretary, foreign.id()).statusCode()).isEqualTo(404);
        assertThat(secretary.get("/api/activation-codes?organization={}", foreign.id()).status())
                .isEqualTo(404);
        assertThat(issue(signedIn(Role.SUPERVISOR, county.top()), member(0)).status())
                .isEqualTo(403);
    }

    @Test
    void aBranchSeesWhoHasAnAccountAndNoRate() {
        use(code(secretary, member(0)), unique("seen"));
        issue(secretary, member(1));
        var answer = secretary.get("/api/activation-codes?organization={}", branch.id()).json();

        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("items", "next");
        var rows = answer.get("items");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.valueStream().filter(r -> !r.get("standing").get("username").isNull()))
                .hasSize(1);
        assertThat(rows.valueStream().filter(r -> !r.get("standing").get("kind").isNull()))
                .hasSize(1);
        assertThat(secretary.get("/api/activation-codes?limit=1").json().get("next").isNull())
                .isFalse();
    }

    @Test
    void stripsOfABranchArePrintedWithNamesOfFourBytes() throws IOException {
        village.member(branch.id(), "\uD842\uDFB7田");
        use(code(secretary, member(0)), unique("has"));
        var pdf = strips(secretary, branch.id());

        assertThat(pdf.statusCode()).isEqualTo(200);
        var text = text(pdf.body());
        assertThat(text).contains("/m/activate", "东村").doesNotContain("张三");
        assertThat(text).containsAnyOf("\uD842\uDFB7田", "〓");
        assertThat(text).containsPattern("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
    }

    @Test
    void aCountyIsPrintedBranchByBranch() throws IOException {
        var officer = signedIn(Role.COUNTY_OFFICER, county.top());
        var zip = strips(officer, county.top());
        var names = new ArrayList<String>();
        try (var entries =
                new ZipInputStream(new ByteArrayInputStream(zip.body()), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(4).allMatch(name -> name.endsWith("开通码.pdf"));
    }

    @Test
    void aForgottenPasswordIsSetAnewAndTheMemberIsToldByWhom() {
        var name = unique("forgets");
        use(code(secretary, member(0)), name);
        var stolen = new Caller(port).signIn(name, CHOSEN);
        var code = reset(member(0)).json().get("code").asString();

        assertThat(look(code).json().get("username").asString()).isEqualTo(name);
        assertThat(send(code, null, CHOSEN).status()).isEqualTo(422);
        assertThat(send(code, null, "another quiet river at night").status()).isEqualTo(201);
        assertThat(stolen.get("/api/session").status()).isEqualTo(401);
        var caller = new Caller(port).signIn(name, "another quiet river at night");
        var told = caller.get("/api/session").json().get("passwordReset");
        assertThat(told.get("by").asString()).isEqualTo("演示用户");
        assertThat(caller.post("/api/session/password-reset/seen", Map.of()).status())
                .isEqualTo(204);
        assertThat(caller.get("/api/session").json().get("passwordReset").isNull()).isTrue();
    }

    @Test
    void aNewPasswordDoesNotPassTheSecondFactorBy() {
        var name = unique("careful");
        use(code(secretary, member(0)), name);
        new Caller(port).signIn(name, CHOSEN).stepUp().enrol();
        send(reset(member(0)).json().get("code").asString(), null, "another quiet river at night");

        var caller = new Caller(port).signIn(name, "another quiet river at night");
        assertThat(caller.get("/api/session").json().get("state").asString())
                .isEqualTo("second-factor");
    }

    @Test
    void aSecretaryDoesNotResetAPasswordThatOpensMoreThanTheirOwn() {
        village.account(Role.COUNTY_OFFICER, county.top(), member(0));
        assertThat(reset(member(0)).status()).isEqualTo(422);
        assertThat(reset(member(1)).status()).isEqualTo(422);
        village.account(Role.SECRETARY, branch.id(), member(1));
        assertThat(reset(member(1)).status()).isEqualTo(422);
        var above = signedIn(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
        assertThat(above.post("/api/activation-codes/reset", Map.of("member", member(1))).status())
                .isEqualTo(200);
        assertThat(above.post("/api/activation-codes/reset", Map.of("member", member(0))).status())
                .isEqualTo(422);
    }

    @Test
    void anAccountThatWasDisabledMeanwhileIsNotOpenedByACode() {
        var name = unique("disabled");
        use(code(secretary, member(0)), name);
        var code = reset(member(0)).json().get("code").asString();
        village.disable(name);

        assertThat(look(code).status()).isEqualTo(422);
        assertThat(send(code, null, "another quiet river at night").status()).isEqualTo(422);
        assertThat(reset(member(0)).status()).isEqualTo(422);
    }

    private UUID member(int index) {
        return branch.members().get(index);
    }

    private Caller signedIn(Role role, UUID organization) {
        var name = village.account(role, organization, null);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }

    private static Answer issue(Caller who, UUID member) {
        return who.post("/api/activation-codes", Map.of("member", member));
    }

    private static String code(Caller who, UUID member) {
        return issue(who, member).json().get("code").asString();
    }

    private Answer reset(UUID member) {
        return secretary.post("/api/activation-codes/reset", Map.of("member", member));
    }

    private Answer look(String code) {
        return new Caller(port).post("/api/activation/code", Map.of("code", code));
    }

    private Answer use(String code, String username) {
        return send(code, username, CHOSEN);
    }

    private Answer send(String code, @Nullable String username, String password) {
        var name = username == null ? "" : username;
        return new Caller(port)
                .post(
                        "/api/activation",
                        Map.of("code", code, "username", name, "password", password));
    }

    private static HttpResponse<byte[]> strips(Caller who, UUID organization) {
        var body = new JsonMapper().writeValueAsString(Map.of("organization", organization));
        return who.download(
                who.json("/api/activation-codes/strips").POST(BodyPublishers.ofString(body)));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }
}
