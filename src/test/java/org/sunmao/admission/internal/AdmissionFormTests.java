package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.admission.internal.Catalogue.PaperKind;
import org.sunmao.document.Documents;
import org.sunmao.house.HouseTest;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.internal.Law;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A paper says what is known and leaves room for the rest; nothing is written twice (AF-07). */
@HouseTest
class AdmissionFormTests {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Autowired Documents documents;
    @Autowired Catalogue catalogue;
    @Autowired StageJson json;

    static Stream<String> papers() throws IOException {
        return new Catalogue(Law.rulebook())
                .papers().stream().filter(PaperKind::printed).map(PaperKind::code);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aCaseThatHasJustBegunHasEveryPaperToWriteOn(String code) throws IOException {
        var text = text(code, List.of());
        assertThat(text).contains("王小田").doesNotContain("null", "〓", "{", "}");
        assertThat(text).contains(code.equals("D01") ? "亲笔签名" : "年月日");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aCaseThatIsThroughFillsEveryPaper(String code) throws IOException {
        assertThat(text(code, whole())).contains("王小田").doesNotContain("null", "〓", "{", "}");
    }

    private String text(String code, List<Taken> taken) throws IOException {
        var pdf = documents.pdf("admission/" + code, form(code, taken));
        keep(code, taken.isEmpty(), pdf);
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s\u3000]", "");
        }
    }

    private static void keep(String code, boolean blank, byte[] pdf) throws IOException {
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("/tmp/wt/book-pdf"));
        java.nio.file.Files.write(
                java.nio.file.Path.of("/tmp/wt/book-pdf/" + code + (blank ? "b" : "") + ".pdf"),
                pdf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D05", "D11", "D18", "D23", "D29"})
    void aLetterTellsWhatWasDecidedInsteadOfBoxes(String code) throws IOException {
        assertThat(text(code, List.of())).contains("□");
        assertThat(text(code, whole())).doesNotContain("□").contains("中共青山镇委员会");
    }

    @Test
    void aRefusalIsToldAsOne() throws IOException {
        var refused =
                List.of(
                        taken(
                                StepCode.FILE_ACTIVIST,
                                30,
                                Map.of("agreed", false, "reply", "缺推荐表")));
        assertThat(text("D05", refused)).contains("不同意备案", "缺推荐表");
    }

    @Test
    void theFormOfCultivationHasEachAssessmentInTheOrderOfItsDays() throws IOException {
        var text = text("D07", whole());
        assertThat(text).contains("带头修渠", "账目公开", "李一、赵二");
        assertThat(text.indexOf("带头修渠")).isLessThan(text.indexOf("账目公开"));
    }

    @Test
    void theMinutesOfTheMeetingHaveTheCountsAndTheResolution() throws IOException {
        assertThat(text("D20", whole())).contains("11", "赞成9", "支部大会通过");
        assertThat(text("D21", whole())).contains("支部大会通过").doesNotContain("____名");
    }

    @Test
    void theFormOfTheStateIsASampleToCopyFrom() throws IOException {
        var text = text("D19", whole());
        assertThat(text).contains("样稿", "不能代替", "0000001", "志愿加入");
    }

    private List<Taken> whole() {
        var counts = new Counts(11, 9, 1, 9, 0, 1);
        return List.of(
                taken(
                        StepCode.APPLICATION,
                        0,
                        Map.of(
                                "words",
                                "我志愿加入中国共产党。\n去年防汛，我看到党员在前面。",
                                "resume",
                                "2004年起上小学，2016年回乡务农",
                                "family",
                                "父亲王某，务农；母亲李某，务农")),
                taken(
                        StepCode.TALK,
                        10,
                        Map.of("talker", List.of(ONE.toString()), "words", "动机端正，愿意从小事做起。")),
                taken(
                        StepCode.FIX_ACTIVIST,
                        40,
                        Map.of(
                                "recommended",
                                "both",
                                "noticeFrom",
                                "2024-04-01",
                                "noticeTo",
                                "2024-04-08",
                                "opinion",
                                "同意")),
                taken(StepCode.FILE_ACTIVIST, 50, Map.of("agreed", true, "reply", "手续完备。")),
                taken(
                        StepCode.CONTACTS,
                        52,
                        Map.of("contacts", List.of(ONE.toString(), TWO.toString()))),
                taken(
                        StepCode.ASSESS,
                        400,
                        Map.of(
                                "from",
                                "2024-11-01",
                                "to",
                                "2025-04-05",
                                "conduct",
                                "账目公开",
                                "opinion",
                                "继续培养")),
                taken(
                        StepCode.ASSESS,
                        230,
                        Map.of(
                                "from",
                                "2024-04-20",
                                "to",
                                "2024-10-17",
                                "conduct",
                                "带头修渠",
                                "opinion",
                                "继续培养")),
                taken(
                        StepCode.LIST_OBJECT,
                        420,
                        Map.of("heard", true, "opinion", "党员七人、群众十二人都同意。")),
                taken(StepCode.FILE_OBJECT, 430, Map.of("agreed", true)),
                taken(
                        StepCode.SPONSORS,
                        435,
                        Map.of("sponsors", List.of(ONE.toString(), TWO.toString()))),
                taken(
                        StepCode.REVIEW,
                        440,
                        Map.of("passed", true, "conclusion", "本人和亲属情况清楚。", "asked", "派出所、村民小组")),
                taken(
                        StepCode.TRAINING,
                        450,
                        Map.of(
                                "from",
                                "2025-05-20",
                                "to",
                                "2025-05-22",
                                "days",
                                3,
                                "hours",
                                24,
                                "place",
                                "镇党校")),
                taken(StepCode.EXAMINE, 460, Map.of("heard", true, "opinion", "合格，报镇党委预审。")),
                taken(StepCode.PRE_EXAMINE, 470, Map.of("passed", true, "formNumber", "0000001")),
                taken(StepCode.FORM, 475, Map.of()),
                voted(
                        StepCode.VOTE,
                        480,
                        new Step.Vote(DAY.plusDays(480), counts),
                        Map.of("counts", "接收王小田为预备党员：应到会有表决权的正式党员 11 名，实到 9 名，赞成 9 票，支部大会通过。")),
                taken(StepCode.SUPERIOR_TALK, 490, Map.of("talker", "孙组委", "words", "能说清党员的义务。")),
                taken(StepCode.APPROVE, 500, Map.of("granted", true, "opinion", "批准。")),
                taken(StepCode.OATH, 520, Map.of("place", "镇党群服务中心")),
                taken(StepCode.PROBATION_ASSESS, 590, Map.of("conduct", "按时参加组织生活")),
                taken(StepCode.CONVERSION_APPLICATION, 840, Map.of("words", "一年来我读了党章。")),
                voted(
                        StepCode.CONVERSION_VOTE,
                        850,
                        new Step.VoteConversion(
                                DAY.plusDays(850), Stage.Outcome.CONVERT, 0, true, 5, counts),
                        Map.of(
                                "outcome",
                                "convert",
                                "heard",
                                true,
                                "counts",
                                "按期转正：赞成 9 票，支部大会通过。")),
                taken(StepCode.CONVERSION_APPROVE, 870, Map.of("granted", true)));
    }

    private static Taken taken(StepCode code, int after, Map<String, Object> told) {
        return step(code, after, "{}", told);
    }

    private Taken voted(StepCode code, int after, Step step, Map<String, Object> told) {
        return step(code, after, json.write(step), told);
    }

    private static Taken step(StepCode code, int after, String what, Map<String, Object> told) {
        return new Taken(
                UUID.randomUUID(),
                code,
                DAY.plusDays(after),
                what,
                told,
                "",
                ONE,
                null,
                false,
                List.of(),
                null,
                null,
                new Taken.By(null, null, "周三", Instant.EPOCH));
    }

    private AdmissionForm form(String code, List<Taken> taken) {
        var filled = new FormSteps(catalogue, taken, json, Map.of(ONE, "李一", TWO, "赵二"));
        var whole = !taken.isEmpty();
        var all = filled.all();
        return new AdmissionForm(
                ONE + " " + code,
                "由周三打印",
                "依据：中国共产党发展党员工作细则 第九条。",
                "王小田",
                "男",
                "汉族",
                "1998年5月4日",
                "大学本科",
                "种植业农民",
                AdmissionForm.day(DAY),
                "中共青山镇东村支部委员会",
                "中共青山镇委员会",
                "中共某县委组织部",
                all,
                filled.each(StepCode.ASSESS),
                filled.each(StepCode.PROBATION_ASSESS),
                "" + filled.times(StepCode.ASSESS),
                "" + all.get("vote").get("resolution"),
                "" + all.get("conversion-vote").get("resolution"),
                whole ? AdmissionForm.day(DAY.plusDays(480)) : "",
                whole ? AdmissionForm.day(DAY.plusDays(845)) : "",
                whole ? AdmissionForm.day(DAY.plusDays(845)) : "");
    }
}
