package org.sunmao.audit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;

/** The log as csv: no cell a formula, and the last line tells whose file it is. */
class AuditText implements AuditSheet {

    private static final String MARK = "\uFEFF";
    private static final String LIVELY = "=+-@\t\r\n'＝＋－＠";

    private final CsvWriter csv;
    private final String told;

    AuditText(OutputStream out, String told) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        writer.write(MARK);
        this.told = told;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(AuditFile.HEADINGS);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(AuditText::inert).toList());
    }

    /** Text that a spreadsheet must not take for a formula. */
    private static String inert(String text) {
        return !text.isEmpty() && LIVELY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void finish() throws IOException {
        csv.writeRecord(inert(told));
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
