package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the lists of each register say, so that they can be read in again. */
@HouseTest
class ListingTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID east = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        east = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        var name = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }

    @Test
    void organizationsOfOneNameAreToldApartByTheirSuperiors() throws IOException {
        var west = county.townships().getLast().top();
        var one = village.organization(east, "中共第一党支部", "branch");
        village.organization(west, "中共第一党支部", "branch");
        village.member(one, "李四");
        var rows = rows("member", List.of("name", "organization"), Map.of("q", "李四"));
        assertThat(rows).containsExactly(List.of("李四", "中共东乡委员会/中共第一党支部"));
        assertThat(rows("member", List.of("organization"), Map.of("q", "张三")))
                .contains(List.of("中共东村党支部"));
    }

    @Test
    void organizationsGoOutBelowTheirSuperiorsAndByWords() throws IOException {
        var columns = List.of("name", "kind", "parent", "field", "establishedOn");
        assertThat(rows("organization", columns, Map.of("organization", east.toString())))
                .containsExactly(
                        List.of("中共东乡委员会", "党委", "中共演示县委员会", "村社", "2001-07-01"),
                        List.of("中共东村党支部", "党支部", "中共东乡委员会", "村社", "2001-07-01"),
                        List.of("中共东庄党支部", "党支部", "中共东乡委员会", "村社", "2001-07-01"));
        assertThat(rows("organization", List.of("name"), Map.of("q", "西庄")))
                .containsExactly(List.of("中共西庄党支部"));
    }

    @Test
    void bodiesNameTheOrganizationsFormedInThem() throws IOException {
        var body =
                Map.of(
                        "organization", east.toString(),
                        "name", "东乡中心学校",
                        "kind", "school",
                        "field", "organ",
                        "headcount", 12);
        var made = officer.post("/api/bodies", body).json().get("id").asString();
        officer.put("/api/organizations/" + branch + "/bodies/" + made, Map.of());
        var columns = List.of("name", "kind", "organization", "headcount", "organizations");
        assertThat(rows("body", columns, Map.of()))
                .containsExactly(List.of("东乡中心学校", "学校", "中共东乡委员会", "12", "中共东村党支部"));
        assertThat(ask("body", columns, Map.of("without", "true")).status()).isEqualTo(422);
    }

    @Test
    void postsGoOutWithWhoHoldsThem() throws IOException {
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        var post =
                Map.of(
                        "kind", "secretary",
                        "member", member.toString(),
                        "appointment", "elected",
                        "from", "2024-03-01");
        var made = officer.post("/api/organizations/" + branch + "/posts", post);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        var columns = List.of("organization", "kind", "name", "citizenNumber", "from");
        var rows = rows("officer", columns, Map.of("group", "officer"));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).startsWith("中共东村党支部", "书记", "张三").endsWith("2024-03-01");
        assertThat(rows.getFirst().get(3)).matches("000\\*{11}\\w{4}");
    }

    @Test
    void aListAsOfADayIsThatOfTheDay() throws IOException {
        var order = order("member", List.of("name", "organization"), Map.of());
        order.put("day", "2001-06-30");
        assertThat(officer.post("/api/exports", order).status()).isEqualTo(422);
        order.put("day", "2010-01-01");
        assertThat(read(officer.post("/api/exports", order).json().get("id").asString()))
                .hasSize(8);
    }

    private List<List<String>> rows(String kind, List<String> columns, Map<String, String> filter)
            throws IOException {
        var asked = ask(kind, columns, filter);
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        return read(asked.json().get("id").asString());
    }

    private Caller.Answer ask(String kind, List<String> columns, Map<String, String> filter) {
        return officer.post("/api/exports", order(kind, columns, filter));
    }

    private static Map<String, Object> order(
            String kind, List<String> columns, Map<String, String> filter) {
        return new HashMap<>(
                Map.of("kind", kind, "columns", columns, "filter", filter, "format", "xlsx"));
    }

    private List<List<String>> read(String id) throws IOException {
        var answer = officer.fetch("/api/exports/" + id + "/file");
        assertThat(answer.statusCode()).isEqualTo(200);
        var shown = new DataFormatter();
        var rows = new ArrayList<List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            var sheet = book.getSheetAt(0);
            var width = sheet.getRow(0).getLastCellNum();
            for (var row = 1; row <= sheet.getLastRowNum(); row++) {
                var cells = new ArrayList<String>();
                for (var column = 0; column < width; column++) {
                    cells.add(shown.formatCellValue(sheet.getRow(row).getCell(column)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
