package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.admission.internal.WholeCase.DAY;
import static org.sunmao.admission.internal.WholeCase.ONE;
import static org.sunmao.admission.internal.WholeCase.TWO;
import static org.sunmao.admission.internal.WholeCase.taken;

import static java.util.Objects.requireNonNull;

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
import org.sunmao.rules.internal.Law;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A paper says what is known and leaves room for the rest; nothing is written twice (AF-07). */
@HouseTest
class AdmissionFormTests {

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
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s\u3000]", "");
        }
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
        return new WholeCase(json).steps();
    }

    private AdmissionForm form(String code, List<Taken> taken) {
        var filled = new FormSteps(catalogue, taken, json, Map.of(ONE, "李一", TWO, "赵二"), Map.of());
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
                "" + requireNonNull(all.get("vote")).get("resolution"),
                "" + requireNonNull(all.get("conversion-vote")).get("resolution"),
                whole ? AdmissionForm.day(DAY.plusDays(480)) : "",
                whole ? AdmissionForm.day(DAY.plusDays(845)) : "",
                whole ? AdmissionForm.day(DAY.plusDays(845)) : "");
    }
}
