package org.sunmao.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows that did not go in, with what is wrong with each, in the form in which they came. The
 * file can be mended and handed in again.
 */
interface FailedWriter extends AutoCloseable {

    /** The column of faults, behind all others; passed over when the file is read again. */
    String HEADING = "错误";

    /**
     * Begins such a file.
     *
     * @param format {@code xlsx} or {@code csv}, as {@link RosterFile#format}
     * @param out closed with the writer
     */
    static FailedWriter to(String format, List<String> headings, OutputStream out)
            throws IOException {
        return format.equals("csv") ? new FailedCsv(headings, out) : new FailedSheet(headings, out);
    }

    /**
     * One row.
     *
     * @param texts one for each heading; "" for an empty cell
     */
    void row(List<String> texts, String faults) throws IOException;

    @Override
    void close() throws IOException;
}
