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

    private final CsvWriter csv;

    ExportText(OutputStream out, Says says) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        writer.write(MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(says.headings().stream().map(Inert::made).toList());
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
            case String text -> Inert.made(text);
            default -> value.toString();
        };
    }
}
