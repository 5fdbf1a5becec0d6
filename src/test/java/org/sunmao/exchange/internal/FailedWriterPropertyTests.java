package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.exchange.internal.Cell.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What is written of failed rows is read back as it was. */
class FailedWriterPropertyTests {

    private static final List<String> HEADINGS = List.of("姓名", "性别", "备注");

    @Property(tries = 150)
    void anyTextComesBackFromAWorkbook(@ForAll("rows") List<List<String>> rows) throws IOException {
        assertThat(writtenAndRead("xlsx", rows)).isEqualTo(rows);
    }

    @Property(tries = 150)
    void anyTextComesBackFromCsv(@ForAll("rows") List<List<String>> rows) throws IOException {
        assertThat(writtenAndRead("csv", rows)).isEqualTo(rows);
    }

    private static List<List<String>> writtenAndRead(String format, List<List<String>> rows)
            throws IOException {
        var file = Files.createTempFile("failed", format);
        try {
            try (var writer = FailedWriter.to(format, HEADINGS, Files.newOutputStream(file))) {
                for (var row : rows) {
                    writer.texts(row, "=这一行有错误");
                }
            }
            var seen = Sheets.read(file);
            assertThat(seen.format()).isEqualTo(format);
            assertThat(seen.headings()).isEqualTo(HEADINGS);
            assertThat(seen.notices()).isEmpty();
            return seen.rows().values().stream()
                    .map(row -> row.stream().map(Cell::text).toList())
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var name = text("张三𡐓𣒍龘").filter(words -> !words.isEmpty());
        var any =
                text(" \t\n=+-@',;\"<>&_x0041_甲𡐓\uE000\u00A0\u3000%0")
                        .map(words -> words.isBlank() ? "" : words);
        return Combinators.combine(name, any, any)
                .as((first, second, third) -> List.of(first, second, third))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Of whole characters, those of four bytes among them. */
    private static Arbitrary<String> text(String alphabet) {
        var signs = alphabet.codePoints().mapToObj(Character::toString).toList();
        return Arbitraries.of(signs).list().ofMaxSize(20).map(all -> String.join("", all));
    }

    @Example
    void whatLooksLikeAFormulaIsTextForASpreadsheet() throws IOException {
        var file = Files.createTempFile("failed", "csv");
        try (var writer = FailedWriter.to("csv", HEADINGS, Files.newOutputStream(file))) {
            writer.texts(List.of("=1+1", "@SUM(A1)", "'甲"), "");
        }

        assertThat(Files.readString(file)).startsWith("\uFEFF姓名").contains("'=1+1,'@SUM(A1),''甲");
        Files.delete(file);
    }

    @Example
    void aNumberThatLostItsDigitsDoesNotComeBackWhole() throws IOException {
        var file = Files.createTempFile("failed", "xlsx");
        try (var writer = FailedWriter.to("xlsx", HEADINGS, Files.newOutputStream(file))) {
            writer.row(List.of(new Cell(Kind.NUMBER, "141123000000000000")), "号码不全");
            writer.row(List.of(new Cell(Kind.NUMBER, "123456789012345678")), "号码不全");
            writer.row(List.of(new Cell(Kind.NUMBER, "13800000000")), "别的错误");
        }

        var seen = Sheets.read(file);

        assertThat(seen.texts(2).getFirst()).isEqualTo("1.41123E+17");
        assertThat(seen.texts(3).getFirst()).isEqualTo("1.23456789012346E+17");
        assertThat(seen.texts(4).getFirst()).isEqualTo("13800000000");
        Files.delete(file);
    }
}
