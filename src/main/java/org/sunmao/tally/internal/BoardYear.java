package org.sunmao.tally.internal;

import org.sunmao.tally.internal.BoardView.BoardSource;
import org.sunmao.tally.internal.BoardView.BoardTop;

import java.time.LocalDate;
import java.util.List;

/**
 * A year of what comes round again, of an organization with all below it, as it stands today: each
 * row a declaration, each cell a month by the last day of its duties.
 *
 * @param years of which there is anything
 * @param months as in {@code 2026-11}
 */
record BoardYear(
        BoardTop organization,
        int year,
        List<Integer> years,
        LocalDate day,
        List<String> months,
        List<BoardYearRow> rows) {

    /**
     * @param name of the declaration
     */
    record BoardYearRow(String name, String title, BoardSource rule, List<BoardYearCell> cells) {}

    /**
     * @param due all that are not void; what is contested or waived is in none of the others
     * @param met in time
     * @param afterwards met when the period was over
     * @param state none, met, late, open or coming: the worst there is in it
     */
    record BoardYearCell(
            String month,
            long due,
            long met,
            long afterwards,
            long late,
            long open,
            String state) {}
}
