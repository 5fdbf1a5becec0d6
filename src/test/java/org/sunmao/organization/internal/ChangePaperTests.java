package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.document.Documents;
import org.sunmao.house.HouseTest;
import org.sunmao.organization.internal.ChangePaper.Decision;
import org.sunmao.organization.internal.ChangePaper.Fate;
import org.sunmao.organization.internal.ChangePaper.Filing;
import org.sunmao.organization.internal.ChangePaper.Handover;
import org.sunmao.organization.internal.ChangePaper.Move;
import org.sunmao.organization.internal.ChangePaper.Request;
import org.sunmao.organization.internal.ChangePaper.Temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** The papers of a change, read back. They also stay below target/papers, to be looked at. */
@HouseTest
class ChangePaperTests {

    private static final String EAST = "中共东乡东村支部委员会";
    private static final String WEST = "中共东乡西村支部委员会";
    private static final String BOTH = "中共东乡东西村联合支部委员会";
    private static final String ABOVE = "中共东乡委员会";
    private static final String NUMBER = "东发〔2026〕15号";

    @Autowired Documents documents;

    @ParameterizedTest
    @ValueSource(
            strings = {"change-request", "change-decision", "transfer-list", "handover", "filing"})
    void everyPaperIsMadeAsADraftAndWhenItHolds(String kind) throws IOException {
        try (var draft = print(kind, draft(2));
                var valid = print(kind, decided(2))) {
            assertThat(text(draft)).containsPattern("草\\s*稿");
            assertThat(text(valid)).doesNotContainPattern("草\\s*稿").contains("日志编号 e-1");
            assertThat(valid.getDocumentInformation().getTitle()).contains("合并东村、西村党支部");
            show(kind, valid);
        }
    }

    @Test
    void theRequestSaysWhatIsAskedOfWhomAndWhy() throws IOException {
        assertThat(text("change-request", draft(2)))
                .contains(ABOVE + "：", "两村已合并", "一、" + EAST, "二、", "妥否，请批示。")
                .contains("拟自2026年10月1日起施行", "涉及党员2名", "2026年9月10日");
    }

    @Test
    void theDecisionSaysWhatBecomesOfEachOrganizationAndItsMembers() throws IOException {
        assertThat(text("change-decision", decided(2)))
                .contains(ABOVE + "文件", NUMBER, "的批复", "经2026年9月20日乡党委会议研究")
                .contains("并入" + BOTH, "新设立", "涉及党员2名", "不得漏转")
                .contains("防汛临时党支部", "一般不得接收党员、收缴党费。", "2027年4月1日前复核");
    }

    @Test
    void whoeverDecidesUnaskedSendsADecisionAndNoReply() throws IOException {
        var direct = of(false, 2, null);
        assertThat(text("change-decision", direct))
                .contains("的决定", "现决定如下", "各有关党组织：", "两村已合并")
                .doesNotContain("批复", "收悉");
    }

    @Test
    void aListOfTwoThousandHasItsHeadOnEveryPageAndNamesEverybodyOnce() throws IOException {
        try (var list = print("transfer-list", decided(2000))) {
            for (var page = 1; page <= list.getNumberOfPages(); page++) {
                assertThat(text(list, page)).contains("出生年月", "— " + page + " —");
            }
            var names = text(list).lines().filter(line -> line.contains("1970.0")).toList();
            assertThat(names).hasSize(2000).doesNotHaveDuplicates();
        }
    }

    @Test
    void longNamesWrapAndAreWhole() throws IOException {
        var name = "阿卜杜热合曼·麦麦提伊敏江·吐尔逊";
        var move =
                new Move(name, "男", YearMonth.of(1970, 1), EAST, BOTH.repeat(4), UUID.randomUUID());
        var paper = of(false, List.of(move), null);
        assertThat(text("transfer-list", paper).replaceAll("\\s", "")).contains(name, "1970.01");
    }

    @Test
    void annexesAreNumberedWhenThereAreSeveral() throws IOException {
        assertThat(text("change-request", draft(2))).contains("附件：党员组织关系接转名单");
        assertThat(text("change-decision", decided(2))).contains("附件：1. 党员组织关系接转名单", "2. 档案移交清单");
        assertThat(text("change-request", draft(0))).doesNotContain("附件");
    }

    @Test
    void aTitleIsNotSaidTwice() {
        assertThat(ChangePaper.matter("关于合并东村、西村党支部的请示")).isEqualTo("合并东村、西村党支部");
        assertThat(ChangePaper.matter("“甲”更名为“乙”")).isEqualTo("“甲”更名为“乙”");
    }

    @Test
    void archivesAreHandedOverOncePerPair() throws IOException {
        try (var handover = print("handover", decided(2))) {
            assertThat(handover.getNumberOfPages()).isEqualTo(2);
            assertThat(text(handover, 1)).contains("移交方：" + EAST, "党员档案", "监交人");
            assertThat(text(handover, 2)).contains("移交方：" + WEST);
        }
    }

    @Test
    void theFilingNamesTheDecision() throws IOException {
        assertThat(text("filing", decided(0)))
                .contains("中共演示县委组织部：", NUMBER, "请予备案", "2026年9月28日")
                .doesNotContain("接转名单");
    }

    private static ChangePaper draft(int members) {
        return of(true, members, new Request(LocalDate.of(2026, 9, 10), null));
    }

    private static ChangePaper decided(int members) {
        return of(false, members, new Request(LocalDate.of(2026, 9, 10), null));
    }

    private static ChangePaper of(boolean draft, int members, @Nullable Request request) {
        var moves =
                IntStream.rangeClosed(1, members)
                        .mapToObj(i -> move("党员" + i, i % 2 == 0 ? EAST : WEST))
                        .toList();
        return of(draft, moves, request);
    }

    private static Move move(String name, String from) {
        return new Move(name, "女", YearMonth.of(1970, 1), from, BOTH, UUID.randomUUID());
    }

    private static ChangePaper of(boolean draft, List<Move> moves, @Nullable Request request) {
        return new ChangePaper(
                "c-1",
                draft ? null : "e-1",
                draft,
                "合并东村、西村党支部",
                LocalDate.of(2026, 10, 1),
                "两村已合并，为便于开展组织生活，拟调整党支部设置",
                EAST,
                ABOVE,
                "中共演示县委组织部",
                List.of(EAST + "、" + WEST + "合并", "设立防汛临时党支部"),
                List.of(
                        new Fate(EAST, "并入" + BOTH, 21L),
                        new Fate(WEST, "并入" + BOTH, 17L),
                        new Fate(BOTH, "新设立", null)),
                List.of(flood()),
                moves,
                List.of(new Handover(EAST, BOTH), new Handover(WEST, BOTH)),
                request,
                draft ? null : new Decision(LocalDate.of(2026, 9, 20), NUMBER, "乡党委会议", null),
                draft ? null : new Filing(LocalDate.of(2026, 9, 28), null, null));
    }

    private static Temporary flood() {
        var masked = List.of("接收党员", "收缴党费");
        return new Temporary("防汛临时党支部", "防汛抢险", masked, LocalDate.of(2027, 4, 1));
    }

    private PDDocument print(String kind, ChangePaper paper) throws IOException {
        return Loader.loadPDF(documents.pdf("organization/" + kind, paper));
    }

    private String text(String kind, ChangePaper paper) throws IOException {
        try (var pdf = print(kind, paper)) {
            return text(pdf);
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return unbroken(new PDFTextStripper(), pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return unbroken(stripper, pdf);
    }

    /** Chinese is broken anywhere: the ends of lines mean nothing, those of cells and dates do. */
    private static String unbroken(PDFTextStripper stripper, PDDocument pdf) throws IOException {
        return stripper.getText(pdf)
                .replaceAll("(?<=[\\p{IsHan}\\d，、。])\\R(?=[\\p{IsHan}，、。])", "");
    }

    private static void show(String kind, PDDocument pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target/papers"));
        pdf.save(folder.resolve(kind + ".pdf").toFile());
        var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 60);
        ImageIO.write(picture, "png", folder.resolve(kind + ".png").toFile());
    }
}
