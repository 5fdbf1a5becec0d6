package org.sunmao.exchange.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Failed rows as csv that Excel opens: UTF-8 with its mark, and nothing it takes for a formula. */
final class FailedCsv implements FailedWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;
    private final int columns;

    FailedCsv(List<String> headings, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        this.columns = headings.size();
        texts(headings, HEADING);
    }

    @Override
    public void texts(List<String> texts, String faults) {
        var cells = new ArrayList<String>();
        texts.forEach(text -> cells.add(Inert.made(text)));
        while (cells.size() < columns) {
            cells.add("");
        }
        cells.add(Inert.made(faults));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
