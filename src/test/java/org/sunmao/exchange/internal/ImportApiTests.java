package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.commit;
import static org.sunmao.exchange.internal.RosterTexts.count;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.id;
import static org.sunmao.exchange.internal.RosterTexts.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A roster goes in row by row: what is wrong is said, what is right is written, all can go back.
 */
@HouseTest
class ImportApiTests {

    private static final String REGISTERS =
            """
            select to_jsonb(t)::text from (
              select f.id, f.valid_from, f.valid_to, f.organization, f.name, f.pinyin, f.sex,
                f.citizen_number_index, f.nation, f.born_on, f.education, f.status, f.standing,
                f.joined_on, f.full_on, f.mobile_index, f.floating, f.member_class
              from member.profile f
              where f.organization in (select p.id from organization.place p
                where p.path like (select path from organization.place
                  where id = :top and valid_to = 'infinity') || '%')) t
            union all
            select to_jsonb(m)::text from (
              select term, member, organization, valid_from, valid_to from member.term
              where organization in (select p.id from organization.place p
                where p.path like (select path from organization.place
                  where id = :top and valid_to = 'infinity') || '%')) m
            order by 1
            """;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    private County county;
    private Caller officer;

    @BeforeEach
    void aCountyWithItsOfficer() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER);
    }

    private Caller caller(Role role) {
        return new Caller(port)
                .signIn(village.account(role, county.top(), null), Village.PASSWORD)
                .stepUp();
    }

    private int members() {
        return officer.get("/api/members/count?organization=" + county.top())
                .json()
                .get("count")
                .asInt();
    }

    @Test
    void rowsThatMayStandAreWrittenAndFaultyOnesStayOut() {
        var good = RosterTexts.fresh("赵一");
        var wrong = RosterTexts.fresh("钱二");
        wrong.set(1, wrong.get(1).substring(0, 17) + (wrong.get(1).endsWith("0") ? "1" : "0"));
        var elsewhere = RosterTexts.fresh("孙三");
        elsewhere.set(7, "中共东春党支部");

        var one = preview(officer, "member", "名册.csv", csv(List.of(good, wrong, elsewhere)));

        assertThat(one.get("state").asString()).isEqualTo("previewed");
        assertThat(count(one, "rows")).isEqualTo(3);
        assertThat(count(one, "valid")).isEqualTo(1);
        assertThat(count(one, "failed")).isEqualTo(2);
        assertThat(RosterTexts.codes(officer, one, 3)).containsExactly("citizen-number-check");
        assertThat(RosterTexts.codes(officer, one, 4)).containsExactly("unknown-organization");
        assertThat(members()).isEqualTo(8);

        var done = commit(officer, one);

        assertThat(done.get("state").asString()).isEqualTo("committed");
        assertThat(count(done, "written")).isEqualTo(1);
        assertThat(members()).isEqualTo(9);

        var back = RosterTexts.act(officer, one, "undo", Map.of());

        assertThat(back.get("state").asString()).isEqualTo("undone");
        assertThat(members()).isEqualTo(8);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var file = csv(List.of(RosterTexts.fresh("周四"), RosterTexts.fresh("吴五")));
        commit(officer, preview(officer, "member", "名册.csv", file));

        var again = preview(officer, "member", "名册.csv", file);

        assertThat(count(again, "same")).isEqualTo(2);
        assertThat(count(again, "warnings")).isZero();
        assertThat(count(commit(officer, again), "written")).isZero();
        assertThat(members()).isEqualTo(10);
    }

    @Test
    void whatOthersChangedSinceIsListedAndLeftOrNothingIsTakenBack() {
        var one =
                commit(
                        officer,
                        preview(
                                officer,
                                "member",
                                "名册.csv",
                                csv(List.of(RosterTexts.fresh("卫十"), RosterTexts.fresh("蒋十一")))));
        var changed = officer.get("/api/members?q={}&organization={}", "卫十", county.top()).ids();
        assertThat(changed).hasSize(1);
        var edit = Map.of("mobile", "10012345699");
        var address = "/api/members/" + changed.getFirst();
        assertThat(officer.patch(address, 0, edit).status()).isEqualTo(200);

        var abandoned = RosterTexts.act(officer, one, "undo", Map.of("changed", "abandon"));
        assertThat(abandoned.get("state").asString()).isEqualTo("committed");
        assertThat(abandoned.at("/fault/code").asString()).isEqualTo("changed-since");
        assertThat(count(abandoned, "left")).isEqualTo(1);
        assertThat(members()).isEqualTo(10);

        var undone = RosterTexts.act(officer, one, "undo", Map.of("changed", "leave"));
        assertThat(undone.get("state").asString()).isEqualTo("undone");
        assertThat(count(undone, "undone")).isEqualTo(1);
        assertThat(members()).isEqualTo(9);
        var left = officer.get("/api/imports/" + id(one) + "/rows?only=left").json();
        assertThat(left.at("/items/0/left").asString()).contains("演示用户", "修改过");
    }

    @Test
    void undoingBringsBackExactlyWhatWasThere() {
        var row = RosterTexts.fresh("沈十二");
        commit(officer, preview(officer, "member", "名册.csv", csv(List.of(row))));
        var before = registers();
        var changed = new ArrayList<>(row);
        changed.set(0, "沈十三");
        changed.set(5, "61");
        changed.set(7, "中共东庄党支部");
        var file = csv(List.of(changed, RosterTexts.fresh("韩十四")));
        var one = commit(officer, preview(officer, "member", "名册.csv", file));
        assertThat(count(one, "made")).isEqualTo(1);
        assertThat(count(one, "changed")).isEqualTo(1);
        assertThat(registers()).isNotEqualTo(before);

        RosterTexts.act(officer, one, "undo", Map.of());

        assertThat(registers()).isEqualTo(before);
    }

    /** All that the registers say of the county's members; what is sealed, by its index. */
    private List<String> registers() {
        return scopes.system(
                "test",
                _ -> jdbc.sql(REGISTERS).param("top", county.top()).query(String.class).list());
    }

    @Test
    void whatNoTextCanHoldIsRefusedAndIsNoFailure() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("杨十六"))));
        var answer = officer.get("/api/imports/" + id(one) + "/problems?code=%00");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains("不能保存的字符");
    }

    @Test
    void anImportIsNobodyElsesBusiness() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("杨十五"))));
        var other = village.county();
        var stranger =
                new Caller(port)
                        .signIn(
                                village.account(Role.COUNTY_OFFICER, other.top(), null),
                                Village.PASSWORD)
                        .stepUp();
        for (var path : List.of("", "/problems", "/rows", "/rows/2", "/failed", "/events")) {
            assertThat(stranger.get("/api/imports/" + id(one) + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(stranger.post("/api/imports/" + id(one) + "/commit", Map.of()).status())
                .isEqualTo(404);
        assertThat(caller(Role.SECRETARY).get("/api/imports").status()).isEqualTo(403);
    }

    @Test
    void listsMaskNumbersAndOneRowShowsThem() {
        var row = RosterTexts.fresh("朱十六");
        var one = preview(officer, "member", "名册.csv", csv(List.of(row)));
        var list = officer.get("/api/imports/" + id(one) + "/rows").response().body();
        assertThat(list).doesNotContain(row.get(1)).contains("朱十六");
        assertThat(officer.get("/api/imports/" + id(one) + "/rows/2").response().body())
                .contains(row.get(1));
    }

    @Test
    void theRowsThatFailedComeBackAsTheSameFileWithWhatIsWrong() throws Exception {
        var wrong = RosterTexts.fresh("秦十七");
        wrong.set(3, "外星族");
        var one =
                preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("尤十八"), wrong)));
        var failed = officer.get("/api/imports/" + id(one) + "/failed").response().body();

        assertThat(failed.lines().toList()).hasSize(2);
        assertThat(failed).contains("错误").contains("外星族").contains(wrong.get(1));
        var again =
                preview(officer, "member", "名册.csv", failed.replace("外星族", "满族").getBytes(UTF_8));
        assertThat(again.get("notices").isEmpty()).isTrue();
        assertThat(count(again, "valid")).as(again.toString()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsRejectedWithItsReason() {
        var empty = preview(officer, "member", "空.xlsx", new byte[0]);
        assertThat(empty.get("state").asString()).isEqualTo("rejected");
        assertThat(empty.at("/fault/message").asString()).isNotEmpty();
        assertThat(officer.post("/api/imports/" + id(empty) + "/commit", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void eachKindHasATemplateThatIsReadWithoutANotice() {
        for (var kind : List.of("organization", "body", "member", "officer")) {
            var template = officer.fetch("/api/imports/template?kind=" + kind);
            assertThat(template.statusCode()).isEqualTo(200);
            var one = preview(officer, kind, "模板.xlsx", template.body());
            assertThat(one.at("/fault/code").asString()).as(kind).isEqualTo("only-heading");
        }
    }

    @Test
    void progressIsTold() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("许十九"))));
        var events = officer.get("/api/imports/" + id(one) + "/events");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.response().body()).contains("event:import", "\"state\":\"previewed\"");
    }

    @Test
    void organizationsComeInAndGoOutAgain() {
        var file =
                csv(
                        List.of("党组织全称", "党组织类别", "上级党组织", "所属领域", "成立日期"),
                        List.of(
                                List.of("中共新村第一支部", "党支部", "中共新村委员会", "村社", "2015-07-01"),
                                List.of("中共新村委员会", "党委", "中共东乡委员会", "村社", "2015-06-01")));
        var one = preview(officer, "organization", "党组织.csv", file);
        assertThat(count(one, "valid")).as(one.get("kinds").toString()).isEqualTo(2);
        assertThat(count(commit(officer, one), "made")).isEqualTo(2);
        assertThat(count(preview(officer, "organization", "党组织.csv", file), "same")).isEqualTo(2);
        assertThat(count(RosterTexts.act(officer, one, "undo", Map.of()), "undone")).isEqualTo(2);
    }

    @Test
    void whatWasDiscardedIsForgottenAtOnce() {
        var one = preview(officer, "member", "名册.csv", csv(List.of(RosterTexts.fresh("曹二一"))));

        assertThat(officer.delete("/api/imports/" + id(one)).status()).isEqualTo(204);

        assertThat(officer.get("/api/imports/" + id(one)).status()).isEqualTo(404);
        assertThat(kept(one)).isZero();
    }

    private int kept(JsonNode one) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql("select count(*) from exchange.staged where import = :id")
                                .param("id", id(one))
                                .query(Integer.class)
                                .single());
    }
}
