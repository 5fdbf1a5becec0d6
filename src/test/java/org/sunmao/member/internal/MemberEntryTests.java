package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Entering a member by hand, through the interface; and every way in which it can go wrong. */
@HouseTest
class MemberEntryTests {

    private static final String MEMBERS = "/api/members";

    /** The field, what is sent in it, and what is told. */
    private static final String FAULTS =
            """
            name           |                    | 请填写姓名
            name           | LONG               | 60 个字以内
            name           | 曾\u0007国          | 不能使用的字符
            sex            | 3                  | 代码表里没有
            citizenNumber  | 000000197001010018 | 校验码
            citizenNumber  | 12345              | 18 位
            citizenNumber  | 000000197002300018 | 不是一个日期
            nation         | 99                 | 代码表里没有
            bornOn         | 1970-02-30         | 没有“1970-02-30”这一天
            bornOn         | 2999-01-01         | 不能晚于今天
            bornOn         | 1070-01-01         | 日期过早
            joinedOn       | 昨天                | 没有“昨天”这一天
            status         | member             | 代码表里没有
            fullOn         |                    | 正式党员请填写转正日期
            education      | 20                 | 代码表里没有
            nativePlace    | 999999             | 没有这个行政区划
            mobile         | abc                | 数字
            pinyin         | 曾 guo ＊           | 不带声调
            way            | track              | 要一起填写
            effectiveOn    | 2999-01-01         | 不能晚于今天
            organization   | 1                  | 编号的格式不对
            rank           | 1                  | 没有这一项
            """;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        secretary = caller(Role.SECRETARY, branch);
    }

    @Test
    void aMemberIsEnteredWithAFewFieldsAndFoundAtOnce() {
        var answer = secretary.post(MEMBERS, member());

        assertThat(answer.status()).isEqualTo(201);
        var card = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo("/api/members/" + card.get("id").asString());
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(card.get("pinyin").asString()).isEqualTo("zeng guo qing");
        assertThat(card.get("standing").asString()).isEqualTo("normal");
        assertThat(card.get("citizenNumber").asString()).contains("***********");
        assertThat(card.get("memberClass").isNull()).isTrue();
        assertThat(card.get("proposal").get("way").asString()).isEqualTo("post");
        assertThat(secretary.get("/api/members?q=zgq").ids()).hasSize(1);
        assertThat(secretary.get("/api/members?class=none").ids()).hasSize(3);
    }

    @Test
    void anEntrySentAgainUnderItsKeyMakesNothingTwice() {
        var key = UUID.randomUUID();
        var member = member();
        var first = secretary.post(MEMBERS, member, key);

        var again = secretary.post(MEMBERS, member, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(secretary.get("/api/members").ids()).hasSize(3);
        assertThat(secretary.post(MEMBERS, member).status()).isEqualTo(400);
    }

    @Test
    void ofTheSameEntrySentAtOnceOneIsMade() {
        var key = UUID.randomUUID();
        var member = member();
        var ids =
                IntStream.range(0, 6)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> secretary.post(MEMBERS, member, key)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.json().get("id").asString())
                        .distinct()
                        .toList();

        assertThat(ids).hasSize(1);
        assertThat(secretary.get("/api/members").ids()).hasSize(3);
    }

    @Test
    void aNumberRegisteredElsewhereIsToldWithoutTellingWhose() {
        var member = member();
        secretary.post(MEMBERS, member);
        var west = county.townships().getLast().branches().getFirst().id();
        var other = caller(Role.SECRETARY, west);
        member.put("organization", west.toString());

        var answer = other.post(MEMBERS, member);

        assertThat(answer.status()).isEqualTo(400);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/citizenNumber");
        assertThat(error.get("detail").asString()).contains("已经登记在平台上");
        assertThat(answer.response().body()).doesNotContain("曾国庆", "东村");
        assertThat(other.get("/api/members").ids()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FAULTS)
    void eachFaultIsToldAtItsField(String field, @Nullable String value, String told) {
        var member = member();
        member.put(field, "LONG".equals(value) ? "曾".repeat(61) : value);

        var answer = secretary.post(MEMBERS, member);

        assertThat(answer.status()).isEqualTo(400);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("detail").asString()).contains(told);
        assertThat(error.get("pointer").asString())
                .isEqualTo(field.equals("way") ? "/memberClass" : "/" + field);
        assertThat(secretary.get("/api/members").ids()).hasSize(2);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var member = member();
        member.put("sex", "x");
        member.put("nation", "x");
        member.remove("name");

        var answer = secretary.post(MEMBERS, member);

        assertThat(answer.json().get("errors").valueStream().map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/sex", "/nation", "/name");
        assertThat(answer.json().get("detail").asString()).contains("3 处");
    }

    @Test
    void whoJoinsUnderAgeOrEndsProbationEarlyIsToldByWhichArticle() {
        var young = member();
        young.put("joinedOn", "1985-01-01");
        young.put("fullOn", "1986-01-01");
        refused(young, "R-DEV-07", "/joinedOn", "党章");

        var early = member();
        early.put("fullOn", "1995-12-01");
        refused(early, "R-DEV-42", "/fullOn", "细则");
    }

    @Test
    void namesKeepTheirFourByteAndPrivateUseCharactersAndLoseWhatNobodySees() {
        var member = member();
        member.put("name", " 曾\u200B𡐓\uE123\u3000国\uFEFF ");

        var name = secretary.post(MEMBERS, member).json().get("name").asString();

        assertThat(name).isEqualTo("曾𡐓\uE123 国");
    }

    @Test
    void anOrganizationOutsideTheScopeHoldsNobody() {
        for (var organization : List.of(county.top(), UUID.randomUUID())) {
            var member = member();
            member.put("organization", organization.toString());
            var answer = secretary.post(MEMBERS, member);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/organization");
        }
    }

    @Test
    void aBranchClosedMeanwhileIsToldWithItsDayAndTheFormLosesNothing() {
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        var closing = village.organization(county.top(), "中共旧村党支部", "branch");
        village.end(closing);
        var member = member();
        member.put("organization", closing.toString());

        var answer = officer.post(MEMBERS, member);

        assertThat(answer.status()).isEqualTo(400);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/organization");
        assertThat(error.get("detail").asString()).contains("旧村党支部已于", "撤销");
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        var foreign = neighbour.post(MEMBERS, member);
        assertThat(foreign.response().body()).doesNotContain("旧村");
    }

    @Test
    void nobodyIsHeldBeforeTheBranchWasThere() {
        var member = member();
        member.put("effectiveOn", "1999-01-01");

        var answer = secretary.post(MEMBERS, member);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("detail").asString())
                .contains("1999-01-01 还没有成立");
    }

    @Test
    void committeesGroupsAndTemporaryBranchesHoldNobody() {
        var officer = caller(Role.COUNTY_OFFICER, county.top());
        var temporary = village.organization(county.top(), "中共防汛临时党支部", "temporary");
        var group = village.organization(branch, "第一党小组", "group");
        for (var organization : List.of(county.top(), temporary, group)) {
            var member = member();
            member.put("organization", organization.toString());
            var answer = officer.post(MEMBERS, member);
            assertThat(answer.status()).isIn(400, 422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/organization");
            assertThat(answer.json().get("detail").asString()).contains("请");
        }
    }

    @Test
    void onlyThoseWhoMayEnterMembers() {
        var supervisor = caller(Role.SUPERVISOR, county.top());
        assertThat(supervisor.post(MEMBERS, member()).status()).isEqualTo(403);
        assertThat(new Caller(port).post(MEMBERS, member()).status()).isIn(401, 403);
    }

    @Test
    void whatIsNotAnObjectIsRefusedInWords() {
        for (var body : List.of("", "[]", "1", "{\"name\":", "{\"name\":{\"a\":1}}", "null")) {
            var answer =
                    secretary.send(secretary.json(MEMBERS).POST(BodyPublishers.ofString(body)));
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("detail").asString())
                    .as(body)
                    .containsPattern("\\p{IsHan}");
        }
        var key = secretary.json(MEMBERS).header("Idempotency-Key", "x");
        var answer = secretary.send(key.POST(BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(400);
    }

    private void refused(
            Map<String, @Nullable Object> member, String rule, String at, String cites) {
        Answer answer = secretary.post(MEMBERS, member);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
        assertThat(answer.json().get("cites").asString()).contains(cites);
        assertThat(answer.json().get("ruleText").asString()).doesNotContain("{");
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(at);
        assertThat(secretary.get("/api/members").ids()).hasSize(2);
    }

    /** A full member, born in 1970, whose citizen number is nobody's. */
    private Map<String, @Nullable Object> member() {
        var someone = Village.someone(branch, "曾国庆");
        var member = new HashMap<String, @Nullable Object>();
        member.put("organization", branch.toString());
        member.put("name", someone.name());
        member.put("sex", someone.sex());
        member.put("citizenNumber", someone.citizenNumber());
        member.put("nation", "01");
        member.put("bornOn", someone.bornOn().toString());
        member.put("status", "full");
        member.put("joinedOn", LocalDate.of(1995, 7, 1).toString());
        member.put("fullOn", LocalDate.of(1996, 7, 1).toString());
        return member;
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
