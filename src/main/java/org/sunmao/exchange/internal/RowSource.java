package org.sunmao.exchange.internal;

import java.util.List;

/** The rows of one table of a file, from the first to the last, as often as they are asked for. */
interface RowSource extends AutoCloseable {

    /** {@code xlsx} or {@code csv}. */
    String format();

    /** Whether values beyond the last heading shift a row, or merely stand beside the table. */
    boolean overlongRowsMatter();

    /** Rows without any value are left out. */
    void scan(Visitor visitor);

    /**
     * What is to be told of the file; complete once all rows have been seen.
     *
     * @param heading the row below which the data stand
     */
    List<Notice> notices(int heading);

    @Override
    void close();

    /** Looks at rows until it has seen enough. */
    @FunctionalInterface
    interface Visitor {

        /** Whether to go on. */
        boolean row(int number, List<Cell> cells);
    }
}
