package org.sunmao.exchange.internal;

import java.util.List;

/** Takes the rows of a file one by one. */
@FunctionalInterface
interface RowSink {

    /**
     * Takes one row.
     *
     * @param number of the row as a person sees it in the sheet; of csv the line it begins on
     * @param cells one for each heading; more only where a row of csv has values beyond the last
     *     heading, which cannot be trusted to stand in their columns ({@link Found#overlong})
     */
    void row(int number, List<Cell> cells);
}
