package org.sunmao.audit.internal;

import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The log as xlsx: every cell a text and never a formula, whose file it is on every page. */
class AuditBook implements AuditSheet {

    private static final int OFTEN = 500;
    private static final int WIDTH = 18;
    private static final String TEXT = "@";

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    AuditBook(OutputStream out, String mark) {
        this.book = new Workbook(out, "Sunmao", "01.0000");
        this.sheet = book.newWorksheet("审计日志");
        sheet.header(mark.replace("&", "&&"), Position.CENTER);
        sheet.footer(mark.replace("&", "&&"), Position.LEFT, 8);
        sheet.footer("&P / &N", Position.RIGHT, 8);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
        for (var column = 0; column < AuditFile.HEADINGS.size(); column++) {
            sheet.inlineString(0, column, AuditFile.HEADINGS.get(column));
            sheet.style(0, column).bold().format(TEXT).set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        row++;
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(row, column, cell);
                sheet.style(row, column).format(TEXT).set();
            }
        }
        if (row % OFTEN == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        book.finish();
    }

    /** A book that was not finished lacks its directory: nobody can take it for whole. */
    @Override
    public void close() {}
}
