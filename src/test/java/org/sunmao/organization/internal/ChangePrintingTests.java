package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.sunmao.house.Village.Township;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The papers of a change, as they are fetched: drafts until their step, then for good. */
@HouseTest
class ChangePrintingTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Clock clock;

    private Township east = new Township(UUID.randomUUID(), List.of());
    private Township west = new Township(UUID.randomUUID(), List.of());
    private Branch from = new Branch(UUID.randomUUID(), List.of());
    private Branch into = new Branch(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private Caller secretary = new Caller(0);

    @BeforeEach
    void signIn() {
        var county = village.county();
        east = county.townships().getFirst();
        west = county.townships().getLast();
        from = east.branches().getFirst();
        into = east.branches().getLast();
        officer = caller(Role.TOWNSHIP_OFFICER, east.top());
        secretary = caller(Role.SECRETARY, from.id());
        enterBodyOfTheCounty(county.top());
    }

    /** What superiors hold is not seen by the township that decides, and hinders it in nothing. */
    private void enterBodyOfTheCounty(UUID top) {
        var body =
                Map.of(
                        "name", "演示县水利局",
                        "kind", "government",
                        "field", "organ",
                        "organization", top);
        assertThat(caller(Role.COUNTY_OFFICER, top).post("/api/bodies", body).status())
                .isEqualTo(201);
    }

    @Test
    void everyPaperIsADraftUntilItsStepIsTaken() {
        var at = draft();
        assertThat(drafts(at))
                .containsExactly(
                        Map.entry("request", true),
                        Map.entry("decision", true),
                        Map.entry("transfer-list", true),
                        Map.entry("handover", true),
                        Map.entry("filing", true));
        assertThat(text(officer, at, "decision"))
                .containsPattern("草\\s*稿")
                .contains("中共东乡委员会文件", "并入");

        take(at, "request", Map.of());
        assertThat(text(officer, at, "request"))
                .doesNotContainPattern("草\\s*稿")
                .contains("请批示", "两村相邻");
        take(at, "decide", decision(at));
        assertThat(text(officer, at, "decision"))
                .contains("东发〔2026〕9号", "镇党委会议", "涉及党员2名")
                .doesNotContainPattern("草\\s*稿");
        assertThat(text(officer, at, "transfer-list")).containsPattern("草\\s*稿");
        take(at, "apply", Map.of("fingerprint", print(at)));
        take(at, "file", Map.of("filedOn", today().toString(), "number", "备〔2026〕3号"));
        assertThat(drafts(at)).extracting(Map.Entry::getValue).containsOnly(false);
        assertThat(text(officer, at, "filing")).contains("中共演示县委员会组织部", "备〔2026〕3号");
    }

    @Test
    void whatWasSettledStaysWhateverBecomesOfTheNames() {
        var at = applied();
        var first = pdf(officer, at, "transfer-list");
        var member = into.members().getFirst();
        var version = officer.get("/api/members/" + member).json().get("version").asInt();
        officer.patch("/api/members/" + member, version, Map.of("name", "改名"));
        var moved = from.members().getFirst();
        version = officer.get("/api/members/" + moved).json().get("version").asInt();
        assertThat(officer.patch("/api/members/" + moved, version, Map.of("name", "更名")).status())
                .isEqualTo(200);

        assertThat(pdf(officer, at, "transfer-list")).isEqualTo(first);
        assertThat(read(first)).contains("张三", "欧阳建国").doesNotContain("更名", "000000");
        var file =
                officer.get(at)
                        .json()
                        .get("documents")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("transfer-list"))
                        .map(one -> one.get("file").asString())
                        .findFirst()
                        .orElseThrow();
        assertThat(officer.get("/api/files/" + file).status()).isEqualTo(200);
    }

    @Test
    void aBranchReadsOfTheListOnlyItsOwnMembers() {
        var at = applied();
        var gaining = caller(Role.SECRETARY, into.id());

        assertThat(text(gaining, at, "decision")).contains("东发〔2026〕9号");
        assertThat(text(gaining, at, "transfer-list")).doesNotContain("欧阳建国");
        var stranger = caller(Role.TOWNSHIP_OFFICER, west.top());
        assertThat(stranger.get(at + "/documents/decision").status()).isEqualTo(404);
        assertThat(officer.get(at + "/documents/verdict").status()).isEqualTo(404);
    }

    private String applied() {
        var at = draft();
        take(at, "decide", decision(at));
        take(at, "apply", Map.of("fingerprint", print(at)));
        return at;
    }

    private String draft() {
        var made =
                secretary.post(
                        "/api/organizations/" + from.id() + "/changes",
                        Map.of(
                                "effectiveOn",
                                today().toString(),
                                "reason",
                                "两村相邻，便于活动",
                                "steps",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "merge",
                                                "organizations",
                                                List.of(from.id()),
                                                "into",
                                                into.id()))),
                        UUID.randomUUID());
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return "/api/changes/" + made.json().get("id").asString();
    }

    private Map<String, String> decision(String at) {
        return Map.of(
                "decidedOn",
                today().toString(),
                "number",
                "东发〔2026〕9号",
                "meeting",
                "镇党委会议",
                "fingerprint",
                print(at));
    }

    private void take(String at, String step, Map<String, String> sent) {
        var who = step.equals("request") ? secretary : officer;
        var version = who.get(at).json().get("version").asInt();
        Answer taken = who.post(at + "/steps/" + step, version, sent);
        assertThat(taken.status()).as(step + taken.response().body()).isEqualTo(200);
    }

    private String print(String at) {
        return officer.get(at + "/preview").json().get("fingerprint").asString();
    }

    private List<Map.Entry<String, Boolean>> drafts(String at) {
        return officer.get(at)
                .json()
                .get("documents")
                .valueStream()
                .map(one -> Map.entry(one.get("kind").asString(), one.get("draft").asBoolean()))
                .toList();
    }

    private String text(Caller who, String at, String kind) {
        return read(pdf(who, at, kind));
    }

    private byte[] pdf(Caller who, String at, String kind) {
        var answer = who.fetch(at + "/documents/" + kind);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static String read(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Caller caller(Role role, UUID organization) {
        return new Caller(port)
                .signIn(village.account(role, organization, null), Village.PASSWORD)
                .stepUp();
    }
}
