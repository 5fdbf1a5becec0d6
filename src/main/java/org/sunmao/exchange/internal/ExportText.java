package org.sunmao.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;

/** A list as csv: UTF-8 with the mark by which spreadsheets know it, no cell a formula. */
class ExportText implements ExportSheet {

    private static final String MARK = "\uFEFF";

    /** What begins a formula in one spreadsheet or another, in full width, too. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    ExportText(OutputStream out, Says says) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        writer.write(MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(says.headings().stream().map(ExportText::neutral).toList());
    }

    @Override
    public void rows(List<List<@Nullable Object>> rows) {
        for (var row : rows) {
            csv.writeRecord(row.stream().map(ExportText::text).toList());
        }
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> neutral(text);
            default -> value.toString();
        };
    }

    /** A text that no spreadsheet takes for a formula: an apostrophe before it says it is text. */
    static String neutral(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
