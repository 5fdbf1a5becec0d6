package org.sunmao.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
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
     * @param cells as they were read; those that lack are empty
     */
    default void row(List<Cell> cells, String faults) throws IOException {
        texts(cells.stream().map(FailedWriter::text).toList(), faults);
    }

    /** One row of texts, one for each heading. */
    void texts(List<String> texts, String faults) throws IOException;

    /** A number that has lost digits must not look like one that has them all. */
    private static String text(Cell cell) {
        if (cell.kind() != Cell.Kind.NUMBER || !Numbers.beyondFloats(cell.text())) {
            return cell.text();
        }
        return new BigDecimal(cell.text()).round(Numbers.OF_FLOATS).stripTrailingZeros().toString();
    }

    @Override
    void close() throws IOException;
}
