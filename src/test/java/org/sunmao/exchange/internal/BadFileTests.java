package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sunmao.exchange.internal.Sheets.row;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that cannot be read: each is refused with a word of its own. */
class BadFileTests {

    private static final String HEADING =
            "<row r='1'><c r='A1' t='inlineStr'><is><t>姓名</t></is></c></row>";

    @TempDir Path folder;
    private Sheets sheets = new Sheets(Path.of("."));

    @BeforeEach
    void begin() {
        sheets = new Sheets(folder);
    }

    private static String refusal(Path file) {
        var refused = catchThrowableOfType(FileRefused.class, () -> Sheets.read(file));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.says()).containsPattern("\\p{IsHan}{4}");
        return refused.code();
    }

    @Test
    void aFileWithoutAnythingIsRefused() {
        assertThat(refusal(sheets.bytes(new byte[0]))).isEqualTo("empty");
        assertThat(refusal(sheets.text("\n , \n"))).isEqualTo("empty");
        assertThat(refusal(sheets.book(book -> book.createSheet()))).isEqualTo("empty");
        assertThat(refusal(sheets.sheet(row("姓名", "性别")))).isEqualTo("only-heading");
        assertThat(refusal(sheets.text("姓名,性别\n,,\n"))).isEqualTo("only-heading");
    }

    @Test
    void aWorkbookWithAllItsSheetsHiddenIsRefused() {
        var hidden =
                sheets.book(
                        book -> {
                            Sheets.fill(book.createSheet("名册"), row("姓名"), row("甲"));
                            book.createSheet("空白");
                            book.setSheetHidden(0, true);
                        });

        assertThat(refusal(hidden)).isEqualTo("no-sheet");
    }

    @Test
    void anOldWorkbookIsRefusedWhateverItIsCalled() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var old = new HSSFWorkbook()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("姓名");
            old.write(bytes);
        }

        assertThat(refusal(sheets.bytes(bytes.toByteArray()))).isEqualTo("xls");
    }

    @Test
    void anEncryptedWorkbookIsRefusedAsSuch() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(file)) {
                out.write(Files.readAllBytes(sheets.sheet(row("姓名"), row("甲"))));
            }
            file.writeFilesystem(bytes);
        }

        assertThat(refusal(sheets.bytes(bytes.toByteArray()))).isEqualTo("encrypted");
    }

    @Test
    void aWorkbookWithMacrosIsRefused() {
        var byPart = sheets.raw(HEADING, "xl/vbaProject.bin", "x");
        var byType =
                sheets.raw(
                        HEADING,
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/workbook.xml' ContentType="
                                + "'application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>"
                                + "</Types>");

        assertThat(refusal(byPart)).isEqualTo("macro");
        assertThat(refusal(byType)).isEqualTo("macro");
        assertThat(refusal(sheets.raw(HEADING, "xl/workbook.bin", "x"))).isEqualTo("xlsb");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        var whole = Files.readAllBytes(sheets.sheet(row("姓名"), row("甲")));

        assertThat(refusal(sheets.bytes(Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo("corrupt");
        assertThat(refusal(sheets.raw(HEADING + "<row><c></row>"))).isEqualTo("corrupt");
        assertThat(refusal(sheets.raw(HEADING + "<row r='2'><c r='ZZZZZZZ2'><v>1</v></c></row>")))
                .isEqualTo("corrupt");
        assertThat(refusal(sheets.raw(HEADING + "<row r='2'><c t='s'><v>7</v></c></row>")))
                .isEqualTo("not-a-workbook");
        assertThat(refusal(sheets.raw(HEADING + "<a>".repeat(200)))).isEqualTo("corrupt");
        assertThat(refusal(sheets.text("<html><table><tr><td>姓名</td></tr></table></html>")))
                .isEqualTo("not-a-table");
        assertThat(refusal(sheets.text("%PDF-1.7\n\u0001\u0002"))).isEqualTo("not-a-table");
        assertThat(refusal(sheets.bytes(new byte[] {(byte) 0xFF, ',', (byte) 0xFF, '\n'})))
                .isEqualTo("csv-encoding");
    }

    @Test
    void aDocumentOfAnotherKindIsNoWorkbook() throws IOException {
        var file = folder.resolve("document");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }

        assertThat(refusal(file)).isEqualTo("not-a-workbook");
    }

    @Test
    void aFileTooLargeIsRefusedBeforeItIsRead() throws IOException {
        var file = folder.resolve("large");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((100L << 20) + 1);
        }

        assertThat(refusal(file)).isEqualTo("too-large");
    }

    @Test
    void whatInflatesWithoutEndIsNotInflated() throws IOException {
        var spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        var bomb = folder.resolve("bomb");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var part : List.of("[Content_Types].xml", "xl/workbook.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<Types>".getBytes(StandardCharsets.UTF_8));
                for (var i = 0; i < 200; i++) {
                    zip.write(spaces);
                }
            }
        }

        assertThat(refusal(bomb)).isEqualTo("zip-bomb");
    }

    @Test
    void entitiesAreNeverUnfolded() {
        var nested =
                "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"
                        + "<sst><si><t>&c;</t></si></sst>";
        var bomb =
                sheets.raw(
                        HEADING + "<row r='2'><c t='s'><v>0</v></c></row>",
                        "xl/sharedStrings.xml",
                        nested);

        assertThat(refusal(bomb)).isEqualTo("xml-declarations");
    }

    @Test
    void tooManyColumnsAreRefused() {
        var wide = new String[10_000];
        Arrays.setAll(wide, i -> "列" + i);

        assertThat(refusal(sheets.sheet(wide, row("甲")))).isEqualTo("too-many-columns");
        assertThat(refusal(sheets.text(String.join(",", wide) + "\n甲")))
                .isEqualTo("too-many-columns");
    }

    @Test
    void tooManyRowsAreRefused() {
        var rows = "姓名\n" + "甲\n".repeat(500_001);

        assertThat(refusal(sheets.text(rows))).isEqualTo("too-many-rows");
    }

    @Test
    void headingsThatStandTwiceAreRefusedByName() {
        var twice = sheets.sheet(row("姓名", "性别", "姓 名"), row("甲", "男", "乙"));

        assertThat(refusal(twice)).isEqualTo("duplicate-headings");
    }
}
