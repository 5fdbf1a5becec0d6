package org.sunmao.exchange.internal;

import org.sunmao.register.Roster.Answer;

import java.util.List;

/**
 * A row of a file as it was read or mended.
 *
 * @param row its number in the file, as a person sees it
 * @param cells one for each heading; what is missing at the end is empty
 */
record StagedRow(int row, List<Cell> cells, Answer answer) {

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
