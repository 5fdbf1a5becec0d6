package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Changing what is known of a member, through the interface. */
@HouseTest
class MemberEditTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private String page = "";
    private Caller officer = new Caller(0);
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        page = "/api/members/" + member;
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        secretary = caller(Role.SECRETARY, branch, null);
    }

    @Test
    void aChangeHoldsFromItsDayAndRaisesTheVersion() {
        var answer = officer.patch(page, 0, Map.of("education", "31", "effectiveOn", "2020-05-01"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().get("education").asString()).isEqualTo("31");
        assertThat(answer.json().get("validFrom").asString()).isEqualTo("2020-05-01");
        assertThat(officer.get(page).header("ETag")).isEqualTo("\"1\"");
        assertThat(rows()).containsExactly("2001-07-01 2020-05-01 61", "2020-05-01 infinity 31");
    }

    @Test
    void aCorrectionIsWrittenOverTheWholeTimeTheValueStood() {
        officer.patch(page, 0, Map.of("jobPost", "3", "effectiveOn", "2010-01-01"));

        var answer = officer.patch(page, 1, Map.of("education", "21", "correction", true));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(rows()).containsExactly("2001-07-01 2010-01-01 21", "2010-01-01 infinity 21");
    }

    @Test
    void whatTellsOfThePastIsAlwaysCorrected() {
        var born = officer.get(page).json().get("bornOn").asString();
        var other = LocalDate.parse(born).minusDays(1);

        var answer = officer.patch(page, 0, Map.of("bornOn", other.toString()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(rows()).hasSize(1);
        assertThat(answer.json().get("remarks").get(0).get("field").asString()).isEqualTo("bornOn");
    }

    @Test
    void aChangeWithoutAVersionIsRefusedAndSaysWhy() {
        var answer =
                officer.send(
                        officer.json(page)
                                .method("PATCH", BodyPublishers.ofString("{\"name\":\"王五\"}")));
        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.json().get("detail").asString()).contains("版本");

        var odd = officer.json(page).header("If-Match", "3").method("PATCH", body("{}"));
        assertThat(officer.send(odd).status()).isEqualTo(400);
        assertThat(officer.patch(page + "?asOf=2020-01-01", 0, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void aStaleChangeIsToldWithBothValuesAndByWhomAndChangesNothing() {
        secretary.patch(page, 0, Map.of("mobile", "10011112222", "education", "21"));

        var answer = officer.patch(page, 0, Map.of("mobile", "10033334444", "education", "31"));

        assertThat(answer.status()).isEqualTo(409);
        var told = answer.json();
        assertThat(told.get("version").asInt()).isEqualTo(1);
        assertThat(told.get("changedBy").asString()).isEqualTo("演示用户 · 党组织书记");
        assertThat(told.get("changedAt").asString()).isNotEmpty();
        assertThat(told.get("current").get("mobile").asString()).isEqualTo("100****2222");
        assertThat(told.get("conflicts").valueStream().map(c -> c.toString()))
                .anyMatch(c -> c.contains("100****4444") && c.contains("100****2222"))
                .anyMatch(c -> c.contains("大学专科毕业") && c.contains("大学本科毕业"));
        assertThat(answer.response().body()).doesNotContain("10033334444", "10011112222");
        assertThat(officer.get(page).json().get("education").asString()).isEqualTo("21");
    }

    @Test
    void aChangeSentAgainBecauseItsAnswerWasLostDoesNothing() {
        var change = Map.of("name", "张三丰", "mobile", "10055556666");
        officer.patch(page, 0, change);

        var again = officer.patch(page, 0, change);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("version").asInt()).isEqualTo(1);
        assertThat(history(officer)).hasSize(2);
    }

    @Test
    void aValueThatStandsTodayMayBeSetForEarlierDaysToo() {
        officer.patch(page, 0, Map.of("education", "31", "effectiveOn", "2015-01-01"));

        var earlier = Map.of("education", "31", "effectiveOn", "2010-01-01");
        assertThat(officer.patch(page, 1, earlier).json().get("version").asInt()).isEqualTo(2);
        assertThat(rows()).containsExactly("2001-07-01 2010-01-01 61", "2010-01-01 infinity 31");

        var sentAgain = officer.patch(page, 1, earlier);
        assertThat(sentAgain.status()).isEqualTo(200);
        assertThat(sentAgain.json().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void whoWritesIntoThePastMeetsAnothersWritingThere() {
        officer.patch(page, 0, Map.of("education", "31", "effectiveOn", "2015-01-01"));
        officer.patch(page, 1, Map.of("education", "41", "effectiveOn", "2010-01-01"));

        var stale = officer.patch(page, 1, Map.of("education", "31", "effectiveOn", "2010-01-01"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("conflicts").toString()).contains("中等专科毕业");
        var early = officer.patch(page, 2, Map.of("education", "61", "effectiveOn", "1990-01-01"));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/effectiveOn");
    }

    @Test
    void aFormerHolderMustHaveBeenThereAndInTheScope() {
        var other = county.townships().getLast().branches().getFirst().id();
        officer.patch(
                page, 0, Map.of("organization", other.toString(), "effectiveOn", "2015-03-01"));
        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top(), null);
        for (var holder : List.of(branch, UUID.randomUUID(), county.top())) {
            var past = Map.of("organization", holder.toString(), "effectiveOn", "2010-01-01");
            var answer = west.patch(page, 1, past);
            assertThat(answer.status()).as("%s", holder).isIn(200, 400);
            assertThat(answer.json().path("version").asInt(1)).isEqualTo(1);
        }
        assertThat(column("organization::text"))
                .containsExactly(branch.toString(), other.toString());
    }

    @Test
    void whatIsNeverEmptyFallsBackAndFlagsAreFlags() {
        var answer = officer.patch(page, 0, values("standing", null));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("standing").asString()).isEqualTo("normal");
        var odd = officer.patch(page, 0, Map.of("name", "张五", "correction", "true"));
        assertThat(odd.status()).isEqualTo(400);
        assertThat(odd.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/correction");
    }

    @Test
    void ofManyEditorsAtOnceOneWinsAndTheOthersAreTold() {
        var callers =
                IntStream.range(0, 6)
                        .mapToObj(_ -> caller(Role.COUNTY_OFFICER, county.top(), null))
                        .toList();
        var answers =
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        callers.get(i)
                                                                .patch(
                                                                        page,
                                                                        0,
                                                                        Map.of("name", "张" + i))
                                                                .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();

        assertThat(answers).containsExactly(200, 409, 409, 409, 409, 409);
        assertThat(officer.get(page).json().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void theHistoryTellsWhoChangedWhatFromWhenAndMasks() {
        secretary.patch(page, 0, Map.of("mobile", "10011112222", "education", "21"));

        var entries = history(officer);

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst())
                .contains("修改", "演示用户", "党组织书记", "普通高中毕业", "大学本科毕业")
                .contains("100****5678", "100****2222")
                .doesNotContain("10011112222");
        assertThat(entries.getLast()).contains("登记入册", "系统").doesNotContain("000000");
        var member = caller(Role.MEMBER, branch, UUID.fromString(page.substring(13)));
        assertThat(history(member)).isEqualTo(entries);
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top(), null);
        assertThat(neighbour.get(page + "/history").status()).isEqualTo(404);
    }

    @Test
    void theHistoryIsPagedWithoutGap() {
        for (var i = 0; i < 7; i++) {
            officer.patch(page, i, Map.of("fileKeptBy", "单位" + i));
        }
        var first = officer.get(page + "/history?limit=5");
        var next = first.json().get("next").asString();
        var second = officer.get(page + "/history?limit=5&after={}", next);
        assertThat(first.ids()).hasSize(5).doesNotContainAnyElementsOf(second.ids());
        assertThat(second.ids()).hasSize(3);
        assertThat(second.json().get("next").isNull()).isTrue();
    }

    @Test
    void aNewNameIsFoundAndItsReadingMayBeSetByHand() {
        officer.patch(page, 0, Map.of("name", "单于飞"));
        assertThat(officer.get(page).json().get("pinyin").asString()).startsWith("shan");
        assertThat(officer.get("/api/members?q={}", "单于").ids()).hasSize(1);

        officer.patch(page, 1, Map.of("pinyin", "chanyu fei"));

        assertThat(officer.get("/api/members?q={}", "chanyu").ids()).hasSize(1);
        assertThat(officer.get("/api/members?q={}", "cf").ids()).hasSize(1);
        assertThat(officer.get("/api/members?q={}", "shan").ids()).isEmpty();
        officer.patch(page, 2, values("pinyin", null));
        assertThat(officer.get(page).json().get("pinyin").asString()).startsWith("shan");
    }

    @Test
    void aBranchLeavesToTheCommitteeWhatTheCommitteeApproves() {
        var answer = secretary.patch(page, 0, Map.of("joinedOn", "1999-07-01", "name", "张山"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("rule").asString()).isEqualTo("R-REC-04");
        assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/joinedOn");
        assertThat(officer.get(page).json().get("name").asString()).isEqualTo("张三");
        var edit = secretary.get(page).json().get("edit");
        assertThat(edit.get("closed").get(0).get("rule").asString()).isEqualTo("R-REC-04");
        assertThat(edit.get("fields").toString()).contains("mobile").doesNotContain("joinedOn");
        assertThat(officer.get(page).json().get("edit").get("closed").isEmpty()).isTrue();
    }

    @Test
    void onesOwnRecordElsewhereIsReadAndNotEdited() {
        var own = UUID.fromString(page.substring(13));
        var west = county.townships().getLast().branches().getFirst().id();
        var elsewhere = caller(Role.SECRETARY, west, own);

        var card = elsewhere.get(page).json();

        assertThat(card.get("name").asString()).isEqualTo("张三");
        assertThat(card.get("edit").get("fields").isEmpty()).isTrue();
        assertThat(elsewhere.patch(page, 0, Map.of("name", "王五")).status()).isEqualTo(404);
    }

    @Test
    void whoOnlyReadsChangesNothing() {
        var supervisor = caller(Role.SUPERVISOR, county.top(), null);
        var neighbour = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top(), null);
        var own = caller(Role.MEMBER, branch, UUID.fromString(page.substring(13)));

        assertThat(supervisor.patch(page, 0, Map.of("name", "王五")).status()).isEqualTo(403);
        assertThat(own.patch(page, 0, Map.of("name", "王五")).status()).isEqualTo(403);
        assertThat(neighbour.patch(page, 0, Map.of("name", "王五")).status()).isEqualTo(404);
        assertThat(supervisor.get(page).json().get("edit").get("fields").isEmpty()).isTrue();
        assertThat(officer.get(page).json().get("name").asString()).isEqualTo("张三");
    }

    @Test
    void whoEditsAMemberReachesAlsoTheDaysOfAFormerBranch() {
        var other = county.townships().getLast().branches().getFirst().id();
        officer.patch(
                page, 0, Map.of("organization", other.toString(), "effectiveOn", "2015-03-01"));
        var now = caller(Role.SECRETARY, other, null);

        var answer = now.patch(page, 1, Map.of("nation", "11", "correction", true));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(secretary.get(page).status()).isEqualTo(404);
        assertThat(column("nation")).containsExactly("11", "11");
        assertThat(history(now)).hasSize(3);
        assertThat(now.get("/api/members?q=zs").ids()).hasSize(2);
        assertThat(secretary.get("/api/members?q=zs").ids()).isEmpty();
    }

    @Test
    void floatingEndsTogetherWithItsDestinationAndPairsStayWhole() {
        officer.patch(page, 0, Map.of("floating", true));
        assertThat(officer.get(page).json().get("proposal").get("memberClass").asString())
                .isEqualTo("away");
        officer.patch(page, 1, Map.of("memberClass", "away", "way", "track"));
        var card = officer.patch(page, 2, Map.of("floating", false)).json();
        assertThat(card.get("floating").asBoolean()).isFalse();
        assertThat(card.get("memberClass").asString()).isEqualTo("away");
        assertThat(card.get("proposal").get("memberClass").asString()).isEqualTo("home");

        var half = officer.patch(page, 3, values("way", null));
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/way");
        var correction = officer.patch(page, 3, Map.of("partyAgeCorrection", -24));
        assertThat(correction.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/partyAgeCorrectionReason");
        var months = officer.get(page).json().get("partyAgeMonths").asInt();
        var corrected = Map.of("partyAgeCorrection", -24, "partyAgeCorrectionReason", "中断党龄两年，有批复");
        assertThat(officer.patch(page, 3, corrected).json().get("partyAgeMonths").asInt())
                .isEqualTo(months - 24);
    }

    private List<String> rows() {
        return column("valid_from || ' ' || valid_to || ' ' || education");
    }

    private List<String> column(String expression) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        "select "
                                                + expression
                                                + " from member.profile where id = ?::uuid order by"
                                                + " valid_from")
                                .param(page.substring(13))
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private List<String> history(Caller caller) {
        Answer answer = caller.get(page + "/history");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("items").valueStream().map(MemberEditTests::told).toList();
    }

    /** Without whether it is sealed by now: that comes about in between. */
    private static String told(JsonNode entry) {
        return entry.toString().replaceAll("\"sealed\":(null|\\d+)", "");
    }

    private static Map<String, @Nullable Object> values(String name, @Nullable Object value) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(name, value);
        return values;
    }

    private static java.net.http.HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private Caller caller(Role role, UUID organization, @Nullable UUID member) {
        var username = village.account(role, organization, member);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
