package org.sunmao.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.document.Paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class PrintedDocumentsTests {

    record Letter(
            String title, List<String> lines, boolean draft, String id, @Nullable String reference)
            implements Paper {

        static Letter of(String... lines) {
            return new Letter("关于学习的通知", List.of(lines), false, "7c61", "a5f3");
        }

        Letter asDraft() {
            return new Letter(title, lines, true, id, null);
        }
    }

    private final Fonts fonts = new Fonts();
    private final PrintedDocuments documents =
            new PrintedDocuments(new Templates(), fonts, new Typesetter(fonts));

    @Test
    void theFontsAreEmbeddedWithTheGlyphsOfThePaperOnly() throws IOException {
        var bytes = pdf(Letter.of("今天学习。"));
        assertThat(bytes).hasSizeLessThan(100_000); // each font alone has 15 MB
        try (var pdf = Loader.loadPDF(bytes)) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSerifSC-(Regular|Bold)");
                }
            }
        }
    }

    @Test
    void aPaperIsPdfA(@TempDir Path folder) throws IOException {
        for (var letter : List.of(Letter.of("今天学习。"), Letter.of("今天学习。").asDraft())) {
            var file = Files.write(folder.resolve("letter.pdf"), pdf(letter));
            var judged = PreflightParser.validate(file.toFile());
            assertThat(judged.getErrorsList())
                    .extracting(error -> error.getErrorCode() + " " + error.getDetails())
                    .isEmpty();
        }
    }

    @Test
    void itSaysWhatItIsAndInWhichLanguage() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(Letter.of("今天学习。")))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("关于学习的通知");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(text(pdf)).contains("文件编号 7c61", "日志编号 a5f3", "— 1 —");
        }
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(pdf(Letter.of("今天学习。"))).isEqualTo(pdf(Letter.of("今天学习。")));
        assertThat(pdf(Letter.of("今天学习。"))).isNotEqualTo(pdf(Letter.of("明天学习。")));
    }

    @Test
    void aDraftSaysSoOnEveryPageAndAnythingElseOnNone() throws IOException {
        var lines = Stream.generate(() -> "今天学习。").limit(60).toArray(String[]::new);
        try (var draft = Loader.loadPDF(pdf(Letter.of(lines).asDraft()))) {
            assertThat(draft.getNumberOfPages()).isEqualTo(3);
            for (var page = 1; page <= 3; page++) {
                assertThat(text(draft, page))
                        .containsPattern("草\\s*稿")
                        .contains("— " + page + " —");
            }
        }
        try (var letter = Loader.loadPDF(pdf(Letter.of(lines)))) {
            assertThat(text(letter)).doesNotContainPattern("草\\s*稿");
        }
    }

    @Test
    void whatTheModelSaysIsTextAndNeverMarkup() throws IOException {
        var said = "<b>甲</b> & <img src=\"/etc/passwd\"/> {{title}}";
        assertThat(text(Letter.of(said))).contains(said);
    }

    @Test
    void rareCharactersArePrinted() throws IOException {
        var said = "王𬱖、刘〇、赵㛃、阿卜杜热合曼·麦麦提";
        assertThat(text(Letter.of(said))).contains(said).doesNotContain("〓");
    }

    @Test
    void aCharacterTheFontLacksLeavesASignAndANote() throws IOException {
        var said = new StringBuilder("赵").appendCodePoint(0x3DABC).append("和钱😀").toString();
        assertThat(text(Letter.of(said))).contains("赵〓（U+3DABC）和钱〓（U+1F600）", "请手工补写");
        assertThat(text(Letter.of("赵钱"))).doesNotContain("请手工补写");
    }

    @Test
    void whatNoPaperCanHoldDoesNotBreakIt() throws IOException {
        assertThat(text(Letter.of("甲\u0001乙\uD800丙\u0000")))
                .contains("甲〓（U+0001）乙〓（U+D800）丙〓（U+0000）");
        var variant =
                new StringBuilder("葛").appendCodePoint(0xE0100).append("\u200B\uFE00").toString();
        assertThat(text(Letter.of(variant))).contains("葛").doesNotContain("〓");
    }

    @Test
    void noLineBeginsWithAMarkThatEndsSomething() throws IOException {
        var lines =
                IntStream.range(20, 40)
                        .mapToObj("学"::repeat)
                        .map(words -> words + "、（习），《" + words + "》。")
                        .toArray(String[]::new);
        assertThat(text(Letter.of(lines)).lines())
                .noneMatch(printed -> "、，。）》".indexOf(printed.strip().charAt(0)) >= 0)
                .noneMatch(printed -> printed.strip().endsWith("《"));
    }

    @Test
    void whatATemplateNamesAndTheModelLacksIsAnError() {
        assertThatThrownBy(() -> documents.pdf("test/gap", Letter.of("甲")))
                .hasMessageContaining("nobodySaysThis");
        assertThatThrownBy(() -> documents.pdf("test/none", Letter.of("甲")))
                .hasMessageContaining("test/none");
    }

    /** Only {@code {{name}}} escapes; the other two forms would print markup. */
    @Test
    void noTemplatePrintsWhatIsNotEscaped() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/resources/documents"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            template ->
                                    assertThat(template).content().doesNotContain("{{{", "{{&"));
        }
    }

    private byte[] pdf(Letter letter) {
        return documents.pdf("test/letter", letter);
    }

    private String text(Letter letter) throws IOException {
        try (var pdf = Loader.loadPDF(pdf(letter))) {
            return text(pdf);
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
