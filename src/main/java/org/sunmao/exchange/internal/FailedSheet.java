package org.sunmao.exchange.internal;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Failed rows as a workbook; each cell is text, so that no digit is lost and nothing reckons. */
final class FailedSheet implements FailedWriter {

    private static final int FLUSHED_AFTER = 500;
    private static final double WIDTH = 16;
    private static final double FAULTS_WIDTH = 60;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final int columns;
    private int rows;

    FailedSheet(List<String> headings, OutputStream out) throws IOException {
        this.workbook = new Workbook(out, RosterWriter.PROGRAM, RosterWriter.VERSION);
        this.sheet = workbook.newWorksheet("未导入的行");
        this.columns = headings.size();
        for (var i = 0; i <= columns; i++) {
            sheet.width(i, i < columns ? WIDTH : FAULTS_WIDTH);
            sheet.style(i).format(RosterWriter.TEXT).set();
        }
        sheet.freezePane(0, 1);
        texts(headings, HEADING);
        sheet.range(0, 0, 0, columns).style().bold().fillColor(RosterWriter.HEADING_FILL).set();
    }

    @Override
    public void texts(List<String> texts, String faults) throws IOException {
        for (var i = 0; i < Math.min(texts.size(), columns); i++) {
            write(i, texts.get(i));
        }
        write(columns, faults);
        rows++;
        if (rows % FLUSHED_AFTER == 0) {
            sheet.flush();
        }
    }

    private void write(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(rows, column, Escapes.write(text));
            sheet.style(rows, column).format(RosterWriter.TEXT).set();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
