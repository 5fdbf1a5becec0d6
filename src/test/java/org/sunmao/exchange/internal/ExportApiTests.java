package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lists as files: who may have them, for how long, and what stands in them (PRV-12). */
@HouseTest
class ExportApiTests {

    /** A name of four-byte characters; the second is in extension B. */
    private static final String RARE = "𠮷𡈽某";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired Scopes scopes;
    @Autowired Journal journal;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.TOWNSHIP_OFFICER, township);
    }

    @AfterEach
    void now() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void aShortMaskedListIsReadyAtOnceAndHoldsWhatIsListed() throws IOException {
        village.member(branch, RARE);
        var export = ask(Map.of("filter", Map.of("organization", branch.toString()))).json();
        assertThat(export.get("state").asString()).isEqualTo("ready");
        assertThat(export.get("rows").asInt()).isEqualTo(3);
        assertThat(export.get("filter").get(0).asString()).contains("东村党支部");

        try (var book = book(officer, export.get("id").asString())) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            var head = sheet.getRow(0);
            assertThat(head.getCell(0).getStringCellValue()).isEqualTo("姓名");
            assertThat(head.getCell(1).getStringCellValue()).isEqualTo("公民身份号码");
            var names =
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue());
            assertThat(names).containsExactlyInAnyOrder("张三", "欧阳建国", RARE);
            var row = sheet.getRow(1);
            assertThat(row.getCell(1).getStringCellValue()).matches("000\\*+\\w{4}");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("男");
            assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("中共东村党支部");
            var number = export.get("number").asString();
            assertThat(number).matches("DC\\d{8}-[0-9A-F]{8}");
            assertThat(sheet.getFooter().getLeft()).contains("演示用户", "中共东乡委员会", number);
            assertThat(book.getSheet("代码表").getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("GB/T 2261.1-2003");
            assertThat(book.getSheet("导出说明").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo(number);
        }
    }

    @Test
    void moreThanTwoHundredRowsWaitForSomebodyElse() {
        many(201);
        var export = ask(Map.of()).json();
        var id = export.get("id").asString();
        assertThat(export.get("state").asString()).isEqualTo("pending");
        assertThat(file(officer, id)).isEqualTo(422);
        assertThat(decide(officer, id, "approve", null).status()).isEqualTo(422);
        assertThat(decide(caller(Role.TOWNSHIP_OFFICER, other()), id, "approve", null).status())
                .isEqualTo(404);
        assertThat(decide(caller(Role.SECRETARY, township), id, "approve", null).status())
                .isEqualTo(403);

        var above = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(above.get("/api/exports").ids()).contains(UUID.fromString(id));
        var approved = decide(above, id, "approve", "年度核对").json();
        assertThat(approved.get("state").asString()).isEqualTo("ready");
        assertThat(file(above, id)).isEqualTo(404);
        assertThat(file(officer, id)).isEqualTo(200);
        assertThat(decide(above, id, "refuse", "晚了").status()).isEqualTo(422);
        assertThat(officer.get("/api/exports/" + id).json().get("downloads").asInt()).isEqualTo(1);
        assertThat(acts(id)).containsExactly("export.download", "export.approve", "export.ask");
    }

    @Test
    void thePersonWhoAskedCannotApproveByAnotherAccount() {
        many(201);
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        var asking = caller(Role.TOWNSHIP_OFFICER, township, member);
        var id = ask(asking, Map.of()).json().get("id").asString();
        var again = caller(Role.COUNTY_OFFICER, county.top(), member);
        assertThat(decide(again, id, "approve", null).status()).isEqualTo(422);
    }

    @Test
    void whatIsRefusedSaysWhyAndCannotBeFetched() {
        many(201);
        var id = ask(Map.of()).json().get("id").asString();
        var above = caller(Role.COUNTY_OFFICER, county.top());
        assertThat(decide(above, id, "refuse", " ").status()).isEqualTo(400);
        assertThat(decide(above, id, "refuse", "范围过大").status()).isEqualTo(200);
        var refused = officer.get("/api/exports/" + id).json();
        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("decisionReason").asString()).isEqualTo("范围过大");
        assertThat(file(officer, id)).isEqualTo(422);
    }

    @Test
    void aFileExpiresAfterSevenDays() {
        var name = village.account(Role.TOWNSHIP_OFFICER, township, null);
        var asking = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
        var id = ask(asking, Map.of()).json().get("id").asString();
        clock.ahead(Duration.ofDays(7).minusMinutes(1));
        var later = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
        assertThat(file(later, id)).isEqualTo(200);
        clock.ahead(Duration.ofDays(7).plusMinutes(1));
        assertThat(later.get("/api/exports/" + id).json().get("state").asString())
                .isEqualTo("expired");
        assertThat(file(later, id)).isEqualTo(422);
    }

    @Test
    void nobodyElseFetchesItAndNothingOutsideTheScopeGoesOut() throws IOException {
        var id = ask(Map.of()).json().get("id").asString();
        assertThat(file(caller(Role.COUNTY_OFFICER, county.top()), id)).isEqualTo(404);
        assertThat(file(caller(Role.TOWNSHIP_OFFICER, township), id)).isEqualTo(404);
        assertThat(ask(Map.of("filter", Map.of("organization", other().toString()))).status())
                .isEqualTo(404);
        try (var book = book(officer, id)) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(4);
        }
    }

    @Test
    void whoeverLostTheRightFetchesNothing() {
        var name = village.account(Role.TOWNSHIP_OFFICER, township, null);
        var asking = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
        var id = ask(asking, Map.of()).json().get("id").asString();
        village.endGrants(name);
        assertThat(file(asking, id)).isIn(401, 403);
    }

    @Test
    void whatGrewBeyondWhatNeededNoApprovalIsAskedForAnew() {
        var id = ask(Map.of()).json().get("id").asString();
        many(201);
        assertThat(file(officer, id)).isEqualTo(422);
    }

    @Test
    void numbersInClearNeedAReasonWhichTheJournalKeeps() throws IOException {
        assertThat(ask(Map.of("unmasked", true)).status()).isEqualTo(400);
        var export = ask(Map.of("unmasked", true, "reason", "上级核对党员信息")).json();
        var id = export.get("id").asString();
        assertThat(export.get("sensitive").get(0).asString()).isEqualTo("公民身份号码");
        try (var book = book(officer, id)) {
            var cell = book.getSheetAt(0).getRow(1).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).matches("000000\\d{11}[\\dX]");
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
        var told = recorded(id).getFirst().values().toString();
        assertThat(told).contains("上级核对党员信息", "公民身份号码", "rows");
    }

    @Test
    void noCellOfACsvIsAFormula() {
        village.member(branch, "=cmd|'/C calc'!A0");
        village.member(branch, "+86,\"甲\"");
        var id = ask(Map.of("format", "csv")).json().get("id").asString();
        var answer = officer.fetch("/api/exports/" + id + "/file");
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF姓名,公民身份号码,性别,入党日期,所在党组织\r\n")
                .contains("\r\n'=cmd|'/C calc'!A0,")
                .contains("\r\n\"'+86,\"\"甲\"\"\",");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".csv");
    }

    @Test
    void everyRegisterGoesOutAndTheNationalHeadingsAreToldAsUnconfirmed() throws IOException {
        for (var kind : List.of("organization", "body", "officer", "member")) {
            var columns = columns(kind);
            var asked = order(kind, columns);
            var answer = officer.post("/api/exports", asked);
            assertThat(answer.status()).as(kind).isIn(201, 422);
            if (answer.status() == 201) {
                book(officer, answer.json().get("id").asString()).close();
            }
        }
        var national = order("member", columns("member"));
        national.put("layout", "national");
        var id = officer.post("/api/exports", national).json().get("id").asString();
        try (var book = book(officer, id)) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(7).getStringCellValue())
                    .isEqualTo("所在党支部");
            var told = book.getSheet("导出说明");
            assertThat(told.getRow(11).getCell(1).getStringCellValue()).contains("未经核实");
        }
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInWords() {
        assertThat(ask(Map.of("columns", List.of("nobody"))).status()).isEqualTo(400);
        assertThat(ask(Map.of("columns", List.of())).status()).isEqualTo(400);
        assertThat(ask(Map.of("format", "exe")).status()).isEqualTo(400);
        assertThat(ask(Map.of("kind", "village")).status()).isEqualTo(400);
        assertThat(ask(Map.of("filter", Map.of("status", "dead"))).status()).isEqualTo(400);
        assertThat(ask(Map.of("filter", Map.of("q", "10012345678"))).status()).isEqualTo(400);
        assertThat(ask(Map.of("filter", Map.of("q", "没有这个人"))).status()).isEqualTo(422);
    }

    private Map<String, Object> order(String kind, List<String> columns) {
        return new HashMap<>(Map.of("kind", kind, "columns", columns, "format", "xlsx"));
    }

    private Answer ask(Map<String, ?> more) {
        return ask(officer, more);
    }

    private Answer ask(Caller caller, Map<String, ?> more) {
        var columns = List.of("name", "citizenNumber", "sex", "joinedOn", "organization");
        var order = order("member", columns);
        order.putAll(more);
        return caller.post("/api/exports", order);
    }

    private List<String> columns(String kind) {
        return officer.get("/api/exports/terms")
                .json()
                .get("kinds")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .flatMap(one -> one.get("columns").valueStream())
                .map(column -> column.get("field").asString())
                .toList();
    }

    private static Answer decide(Caller who, String id, String verb, @Nullable String reason) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("reason", reason);
        return who.post("/api/exports/" + id + "/" + verb, body);
    }

    private static int file(Caller who, String id) {
        return who.fetch("/api/exports/" + id + "/file").statusCode();
    }

    private static XSSFWorkbook book(Caller who, String id) throws IOException {
        var answer = who.fetch("/api/exports/" + id + "/file");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private List<String> acts(String id) {
        return recorded(id).stream().map(Recorded::action).toList();
    }

    private List<Recorded> recorded(String id) {
        return scopes.system("test", _ -> journal.of(UUID.fromString(id), null, 20));
    }

    private void many(int rows) {
        village.members(
                branch, IntStream.range(0, rows).mapToObj(number -> "党员" + number).toList());
    }

    private UUID other() {
        return county.townships().getLast().top();
    }

    private Caller caller(Role role, UUID over) {
        return caller(role, over, null);
    }

    private Caller caller(Role role, UUID over, @Nullable UUID member) {
        var name = village.account(role, over, member);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }
}
