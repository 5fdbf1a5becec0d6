package org.sunmao.exchange.internal;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files as people and programs hand them in, and reads them. */
final class Sheets {

    static final Set<String> KNOWN = Set.of("姓名", "性别", "公民身份号码", "手机号码", "固定电话", "出生日期");

    /** What was read of a file. */
    record Seen(
            List<String> headings,
            List<Notice> notices,
            String format,
            Map<Integer, List<Cell>> rows) {

        List<String> texts(int row) {
            return cells(row).stream().map(Cell::text).toList();
        }

        List<Cell> cells(int row) {
            return rows.getOrDefault(row, List.of());
        }

        List<String> notes() {
            return notices.stream().map(Notice::code).toList();
        }
    }

    private final Path folder;
    private int count;

    Sheets(Path folder) {
        this.folder = folder;
    }

    static Seen read(Path file) {
        try (var roster = RosterFile.open(file, "名册", KNOWN)) {
            var rows = new LinkedHashMap<Integer, List<Cell>>();
            roster.rows(rows::put);
            return new Seen(roster.headings(), roster.notices(), roster.format(), rows);
        }
    }

    Path bytes(byte[] bytes) {
        try {
            return Files.write(folder.resolve("f" + count++), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Path book(Consumer<XSSFWorkbook> filled) {
        var file = folder.resolve("f" + count++);
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            filled.accept(book);
            book.write(out);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One sheet of texts. */
    Path sheet(String[]... rows) {
        return book(book -> fill(book.createSheet("名册"), rows));
    }

    static void fill(XSSFSheet sheet, String[]... rows) {
        for (var i = 0; i < rows.length; i++) {
            var row = sheet.createRow(i);
            for (var j = 0; j < rows[i].length; j++) {
                if (!rows[i][j].isEmpty()) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
        }
    }

    static String[] row(String... cells) {
        return cells;
    }

    /** A workbook by hand: its only sheet has this for rows. */
    Path raw(String rows, String... moreParts) {
        var parts = new ArrayList<String>(List.of(moreParts));
        parts.addAll(
                List.of(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        return zip(parts);
    }

    Path zip(List<String> namesAndTexts) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name='名册' r:id='r1'"
                        + " xmlns:r='http://r'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='http://x/worksheet'"
                        + " Target='worksheets/sheet1.xml'/></Relationships>");
        for (var i = 0; i < namesAndTexts.size(); i += 2) {
            parts.put(namesAndTexts.get(i), namesAndTexts.get(i + 1));
        }
        var file = folder.resolve("f" + count++);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
