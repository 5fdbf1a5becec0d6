package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was entered once stands on every paper; who may not read a case prints nothing of it. */
@HouseTest
class AdmissionPrintTests extends AdmissionHouse {

    private static final String READ = "select what from journal.reading where subject = :id";
    private static final String LISTED =
            "select what from journal.reading where kind = 'list' and organization = :id";

    @Autowired JdbcClient jdbc;

    private String text(Caller who, String path) throws IOException {
        var answer = who.fetch(path);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        try (var read = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s\u3000]", "");
        }
    }

    private static String at(String id, String more) {
        return "/api/admissions/" + id + more;
    }

    @Test
    void thePapersOfAProbationerSayWhatWasEnteredStepByStep() throws IOException {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        probationer(id, applied);
        assertThat(text(secretary, at(id, "/papers/D07/print")))
                .contains("周小满", "积极参加义务劳动", "能够独立带队", "李四、王五", "汉族");
        assertThat(text(secretary, at(id, "/papers/D13/print"))).contains("政治审查合格", "榆树村党支部");
        assertThat(text(township, at(id, "/papers/D20/print"))).contains("应到会有表决权的正式党员5名", "赞成4票");
        var met = AdmissionForm.day(applied.plusDays(450));
        var until = AdmissionForm.day(applied.plusDays(450).plusYears(1));
        assertThat(text(township, at(id, "/papers/D23/print")))
                .contains("批准周小满为中共预备党员，预备期从" + met + "起，至" + until + "止");
        assertThat(text(countyOfficer, at(id, "/papers/D24/print"))).contains("组织部：", met, until);
    }

    @Test
    void theRecordOfAVoteTakesPlacePeopleAndWordsFromTheMeetingThatWasHeld() throws IOException {
        var applied = today().minusDays(1000);
        var id = apply(applied);
        readyToVote(id, applied);
        var held = new HashMap<String, Object>();
        held.put("inFavour", 4);
        held.put("against", 0);
        held.put("written", 0);
        held.put("place", "村部会议室");
        held.put("chair", members.get(0));
        held.put("recorder", members.get(1));
        held.put("record", "赵六：肯干，同意。钱七：同意。");
        var ill = Map.of("member", members.get(4), "reason", "bedridden", "consent", "镇党委同意");
        held.put("excluded", List.of(ill));
        var wish = Map.of("on", applied.plusDays(450).toString(), "vote", held, "reason", "补录纸质记录");
        var voted = send(secretary, id, "vote", wish);
        assertThat(voted.status()).as("%s", voted.json()).isEqualTo(200);
        assertThat(text(secretary, at(id, "/papers/D20/print")))
                .contains("村部会议室", "主持人李四", "记录人王五", "赵六：肯干，同意。", "应到会有表决权的正式党员4名")
                .containsPattern("孙八：年老体弱卧床不起.*（镇党委同意）");
        assertThat(text(secretary, at(id, "/papers/D28/print"))).doesNotContain("村部会议室");
    }

    @Test
    void theMapOnPaperTellsWhereItStandsAndWhoHasToAct() throws IOException {
        var applied = today().minusDays(40);
        var id = apply(applied);
        var text = text(secretary, at(id, "/print"));
        assertThat(text)
                .contains("入党进程", "周小满", "榆树村党支部", "派人谈话（已等40天）", "已经超过期限")
                .contains("▶申请入党", "○发展对象", "二十五步");
        took(secretary, id, "talk", today(), Map.of("talker", members.getFirst()));
        assertThat(text(secretary, at(id, "/print"))).contains("推荐和确定入党积极分子", "●办过");
    }

    @Test
    void whoMayNotReadACasePrintsNothingOfIt() {
        var id = apply(today().minusDays(5));
        var other = caller(Role.SECRETARY, county.townships().get(1).branches().getFirst().id());
        for (var path : List.of("/print", "/papers/D13/print")) {
            assertThat(other.fetch(at(id, path)).statusCode()).isEqualTo(404);
        }
        assertThat(secretary.fetch(at(id, "/papers/D08/print")).statusCode()).isEqualTo(404);
        assertThat(secretary.fetch(at(id, "/papers/D30/print")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoAsksToBeAdmittedPrintsTheirOwnMapAndWhatTheyWrite() throws IOException {
        var id = apply(today().minusDays(5));
        took(
                secretary,
                id,
                "talk",
                today(),
                Map.of("talker", members.getFirst(), "words", "支部自己记的话"));
        var person = UUID.fromString(get(id).get("person").asString());
        var own =
                new Caller(port)
                        .signIn(village.account(Role.APPLICANT, branch, person), Village.PASSWORD);
        var map = "/api/mine/admissions/print?admission=" + id;
        var paper = "/api/mine/admissions/paper?admission=" + id + "&code=";
        assertThat(text(own, map)).contains("入党进程", "周小满");
        assertThat(text(own, paper + "D01")).contains("入党申请书", "周小满");
        assertThat(text(own, paper + "D19")).contains("样稿").doesNotContain("自己记的话");
        assertThat(own.fetch(paper + "D02").statusCode()).isEqualTo(404);
        assertThat(own.fetch(at(id, "/papers/D01/print")).statusCode()).isEqualTo(403);
        var stranger =
                new Caller(port)
                        .signIn(
                                village.account(Role.APPLICANT, branch, UUID.randomUUID()),
                                Village.PASSWORD);
        assertThat(stranger.fetch(map).statusCode()).isEqualTo(404);
    }

    /** PRV-05. */
    @Test
    void whoPrintedWhatOfWhomIsWrittenDown() throws IOException {
        var id = apply(today().minusDays(5));
        var person = UUID.fromString(get(id).get("person").asString());
        text(secretary, at(id, "/papers/D02/print"));
        text(secretary, at(id, "/print"));
        secretary.get("/api/admissions?q=" + URLEncoder.encode("周", StandardCharsets.UTF_8));
        assertThat(read(READ, person)).containsExactlyInAnyOrder("入党手续", "入党进程", "同入党申请人谈话记录");
        secretary.get("/api/talents");
        assertThat(read(LISTED, branch)).containsExactlyInAnyOrder("发展党员名单", "青年人才库名单");
    }

    private List<String> read(String sql, UUID id) {
        return scopes.system(
                "test",
                _ -> {
                    jdbc.sql("select set_config('sunmao.purpose', 'audit', true)")
                            .query(String.class)
                            .single();
                    return jdbc.sql(sql).param("id", id).query(String.class).list();
                });
    }
}
