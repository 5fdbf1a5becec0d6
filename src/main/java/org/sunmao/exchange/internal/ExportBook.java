package org.sunmao.exchange.internal;

import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * A list as xlsx: the list, the code tables of its columns, and what the file says of itself. Every
 * text is a text and never a formula; days are days. Rows go out as they come.
 */
class ExportBook implements ExportSheet {

    private static final String PROGRAM = "Sunmao";
    private static final String VERSION = "01.0000";
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final String HEAD = "E8EDF3";
    private static final int WIDTH = 16;
    private static final int WIDE = 42;

    /** What a spreadsheet lets a head or foot hold. */
    private static final int LONGEST_HEAD = 200;

    private final Workbook book;
    private final Worksheet list;
    private final Says says;
    private int row;

    ExportBook(OutputStream out, Says says) {
        this.book = new Workbook(out, PROGRAM, VERSION);
        this.says = says;
        this.list = sheet(says.title());
        list.pageOrientation("landscape");
        list.fitToWidth((short) 1);
        list.fitToHeight((short) 0);
        list.repeatRows(0);
        head(list, says.headings());
        row = 1;
    }

    @Override
    public void rows(List<List<@Nullable Object>> rows) throws IOException {
        for (var cells : rows) {
            for (var column = 0; column < cells.size(); column++) {
                write(list, row, column, cells.get(column));
            }
            row++;
        }
        list.flush();
    }

    @Override
    public void finish() throws IOException {
        list.finish();
        if (!says.codes().isEmpty()) {
            codes();
        }
        told();
        book.finish();
    }

    /** A book that was not finished lacks its directory: nobody can take it for whole. */
    @Override
    public void close() {}

    private void codes() throws IOException {
        var sheet = sheet("代码表");
        head(sheet, List.of("列", "代码", "名称", "标准"));
        var line = 1;
        for (var code : says.codes()) {
            write(sheet, line, 0, code.column());
            write(sheet, line, 1, code.code());
            write(sheet, line, 2, code.label());
            write(sheet, line, 3, code.standard());
            line++;
        }
        sheet.finish();
    }

    private void told() throws IOException {
        var sheet = sheet(WorkbookRows.TERMS_SHEET);
        sheet.width(1, WIDE * 2);
        var line = 0;
        for (var told : says.told()) {
            write(sheet, line, 0, told.label());
            write(sheet, line, 1, told.text());
            line++;
        }
        sheet.finish();
    }

    private Worksheet sheet(String name) {
        var sheet = book.newWorksheet(name);
        sheet.header(plain(says.title()), Position.CENTER);
        sheet.footer(plain(says.watermark()), Position.LEFT, 8);
        sheet.footer("&P / &N", Position.RIGHT, 8);
        return sheet;
    }

    private static void head(Worksheet sheet, List<String> headings) {
        for (var column = 0; column < headings.size(); column++) {
            write(sheet, 0, column, headings.get(column));
            sheet.style(0, column).bold().fillColor(HEAD).format(TEXT).set();
            sheet.width(column, headings.get(column).contains("组织") ? WIDE : WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> {
                sheet.inlineString(row, column, value.toString());
                sheet.style(row, column).format(TEXT).set();
            }
        }
    }

    /** In heads and feet the ampersand commands. */
    private static String plain(String text) {
        var most = text.offsetByCodePoints(0, Math.min(LONGEST_HEAD, points(text)));
        return text.substring(0, most).replace("&", "&&");
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
