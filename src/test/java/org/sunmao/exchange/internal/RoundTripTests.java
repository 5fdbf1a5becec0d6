package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.commit;
import static org.sunmao.exchange.internal.RosterTexts.count;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.preview;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes out as a list comes in again as what is there: no field is lost on the way. */
@HouseTest
class RoundTripTests {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @LocalServerPort int port;
    @Autowired Village village;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void everyRegisterComesBackAsItWentOut(String format) {
        var county = village.county();
        var officer = officer(county);
        fill(officer, county);
        for (var kind : List.of("organization", "body", "member", "officer")) {
            var file = out(officer, county, kind, format);
            var one = preview(officer, kind, "名册." + format, file);
            assertThat(one.get("state").asString()).as(one.toString()).isEqualTo("previewed");
            assertThat(count(one, "rows")).as(kind).isPositive();
            assertThat(one.get("kinds").toString()).as(kind).isEqualTo("[]");
            assertThat(one.get("notices").toString()).as(kind).isEqualTo("[]");
            assertThat(count(one, "same")).as(kind).isEqualTo(count(one, "rows"));
        }
    }

    private Caller officer(County county) {
        return new Caller(port)
                .signIn(village.account(Role.COUNTY_OFFICER, county.top(), null), Village.PASSWORD)
                .stepUp();
    }

    /** The members of a county of the tests say little: these say all there is to be said. */
    private static void fill(Caller officer, County county) {
        var branch = county.townships().getFirst().branches().getFirst();
        var one = preview(officer, "member", "全.csv", csv(HEADINGS, List.of(everything())));
        assertThat(one.get("kinds").toString()).isEqualTo("[]");
        assertThat(count(commit(officer, one), "made")).isEqualTo(1);
        made(
                officer,
                "/api/bodies",
                Map.of(
                        "name", "东村村民委员会",
                        "kind", "village-committee",
                        "field", "village",
                        "organization", branch.id(),
                        "headcount", 12));
        made(
                officer,
                "/api/organizations/" + branch.id() + "/posts",
                Map.of(
                        "kind", "secretary",
                        "member", branch.members().getFirst(),
                        "appointment", "elected",
                        "from", "2024-03-01",
                        "approval", Map.of("on", "2024-03-05", "number", "东发〔2024〕3号")));
    }

    private static List<String> everything() {
        var number = Village.number(LocalDate.of(1955, 5, 5), 21 + 2 * SEQUENCE.incrementAndGet());
        var cells = new ArrayList<>(List.of("𬍛十二", number, "男", "满族", "1955-05-05"));
        cells.addAll(List.of("大学本科毕业", "正式党员", "中共东村党支部", "1985-07-01", "1987-01-01"));
        cells.addAll(List.of("延长预备期", "6", "新发展", "10012340000", "0358-6322000"));
        cells.addAll(List.of("蔚汾镇 8 号, \"东关\"", "是", "2024-05-06", "其他", "12", "档案记载有误"));
        cells.add("县委组织部");
        return cells;
    }

    private static final List<String> HEADINGS =
            List.of(
                    "姓名",
                    "公民身份号码",
                    "性别",
                    "民族",
                    "出生日期",
                    "学历",
                    "人员类别",
                    "所在党支部",
                    "入党日期",
                    "转正日期",
                    "转正情况",
                    "延长预备期（月）",
                    "加入党组织的类别",
                    "手机号码",
                    "固定电话",
                    "详细地址",
                    "农民工",
                    "失去联系日期",
                    "失去联系情形",
                    "党龄校正值（月）",
                    "党龄校正原因",
                    "党员档案管理单位");

    private static void made(Caller officer, String path, Map<String, ?> body) {
        var answer = officer.post(path, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private static byte[] out(Caller officer, County county, String kind, String format) {
        var columns =
                officer.get("/api/exports/terms")
                        .json()
                        .get("kinds")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals(kind))
                        .flatMap(one -> one.get("columns").valueStream())
                        .map(column -> column.get("field").asString())
                        .toList();
        var asked =
                officer.post(
                        "/api/exports",
                        Map.of(
                                "kind",
                                kind,
                                "columns",
                                columns,
                                "filter",
                                filter(county, kind),
                                "unmasked",
                                true,
                                "reason",
                                "核对名册",
                                "format",
                                format));
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        var id = UUID.fromString(asked.json().get("id").asString());
        var file = officer.fetch("/api/exports/" + id + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    private static Map<String, ?> filter(County county, String kind) {
        return kind.equals("body") ? Map.of() : Map.of("organization", county.top());
    }

    @Test
    void theColumnsOfListsAreThoseOfRosters() {
        var officer = officer(village.county());
        for (var kind : List.of("organization", "body", "member", "officer")) {
            var in = officer.get("/api/imports/columns?kind=" + kind).response().body();
            officer.get("/api/exports/terms")
                    .json()
                    .get("kinds")
                    .valueStream()
                    .filter(one -> one.get("kind").asString().equals(kind))
                    .flatMap(one -> one.get("columns").valueStream())
                    .forEach(
                            column ->
                                    assertThat(in)
                                            .contains(
                                                    "\"" + column.get("field").asString() + "\""));
        }
    }
}
