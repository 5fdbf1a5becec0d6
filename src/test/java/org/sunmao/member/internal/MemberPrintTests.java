package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Prints of members: real text, rare characters, and no more than the screen shows. */
@HouseTest
class MemberPrintTests {

    private static final String RARE = "𣲗𡐓某";
    private static final String ADDRESS = "山西省吕梁市兴县蔚汾镇东关村一组 8 号";

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
    }

    @Test
    void theSheetOfAMemberIsTextAndMasked() throws IOException {
        var member = village.member(branch, RARE);
        var text = text(officer, "/api/members/" + member + "/sheet.pdf");
        assertThat(text)
                .contains(RARE, "中共东村党支部", "汉族", "正式党员", "普通高中毕业", "党龄", "演示用户")
                .containsPattern("000\\*+\\d{3}[\\dX]")
                .doesNotContain("10012345678", "000000");
        var stranger = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(stranger.get("/api/members/" + member + "/sheet.pdf").status()).isEqualTo(404);
    }

    @Test
    void theRosterOfABranchIsATableWithAHeadOnEachPage() throws IOException {
        village.member(branch, RARE);
        village.members(branch, IntStream.range(0, 60).mapToObj(n -> "党员" + n).toList());
        var path = "/api/members/roster.pdf?organization=" + branch;
        var text = text(officer, path);
        assertThat(text).contains("中共东村党支部党员花名册", "人数：63名", RARE, "党员59");
        assertThat(text.split("入党日期", -1)).hasSizeGreaterThan(2);
        assertThat(text).doesNotContain("10012345678");
        assertThat(caller(Role.SUPERVISOR, county.top()).get(path).status()).isEqualTo(403);
        assertThat(officer.get("/api/members/roster.pdf").status()).isEqualTo(400);
    }

    @Test
    void everyPageSaysWhoPrintedItAndWhen() throws IOException {
        village.members(branch, IntStream.range(0, 60).mapToObj(n -> "党员" + n).toList());
        for (var path :
                List.of(
                        "/api/members/roster.pdf?organization=" + branch,
                        "/api/members/" + village.member(branch, RARE) + "/sheet.pdf")) {
            try (var document = Loader.loadPDF(officer.fetch(path).body())) {
                for (var page = 1; page <= document.getNumberOfPages(); page++) {
                    var text = new PDFTextStripper();
                    text.setStartPage(page);
                    text.setEndPage(page);
                    assertThat(text.getText(document))
                            .as("page %d of %s", page, path)
                            .containsPattern("由演示用户于 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 打印");
                }
            }
        }
    }

    @Test
    void moreThanGoOutWithoutApprovalAreNotPrinted() {
        village.members(branch, IntStream.range(0, 199).mapToObj(n -> "党员" + n).toList());
        var answer = officer.get("/api/members/roster.pdf?organization=" + branch);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("rule").asString()).isEqualTo("PRV-12");
    }

    @Test
    void envelopesNeedAReasonAndBearTheWholeAddress() throws IOException {
        village.member(branch, RARE);
        var filter = Map.of("organization", branch.toString());
        assertThat(envelopes(Map.of("filter", filter)).length).isZero();
        var pdf = envelopes(Map.of("filter", filter, "reason", "寄送会议通知"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            var first = document.getPage(0).getMediaBox();
            assertThat(first.getWidth()).isBetween(620f, 628f);
            assertThat(first.getHeight()).isBetween(308f, 316f);
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains(RARE, "同志收", ADDRESS, "信封 3 个");
        }
    }

    private byte[] envelopes(Map<String, ?> order) {
        var body = BodyPublishers.ofString(new JsonMapper().writeValueAsString(order));
        var answer = officer.download(officer.json("/api/members/envelopes.pdf").POST(body));
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    private static String text(Caller who, String path) throws IOException {
        var answer = who.fetch(path);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
