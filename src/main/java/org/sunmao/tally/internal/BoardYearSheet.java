package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.tally.internal.BoardYear.BoardYearCell;
import org.sunmao.tally.internal.BoardYear.BoardYearRow;
import org.sunmao.tally.internal.BoardYearStore.Cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lays a year out: a row for each declaration of which anything is due, in the order of rules. */
final class BoardYearSheet {

    private final int year;
    private final LocalDate day;
    private final Map<String, Map<YearMonth, Cell>> cells = new HashMap<>();

    BoardYearSheet(int year, LocalDate day, List<Cell> cells) {
        this.year = year;
        this.day = day;
        for (var cell : cells) {
            this.cells
                    .computeIfAbsent(cell.name(), _ -> new HashMap<>())
                    .put(YearMonth.from(cell.month()), cell);
        }
    }

    List<String> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(this::month).map(YearMonth::toString).toList();
    }

    private YearMonth month(int number) {
        return YearMonth.of(year, number);
    }

    List<BoardYearRow> rows(BoardWords words) {
        return cells.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue(), words))
                .sorted(
                        Comparator.comparing((BoardYearRow row) -> row.rule().id())
                                .thenComparing(BoardYearRow::name))
                .toList();
    }

    private BoardYearRow row(String name, Map<YearMonth, Cell> months, BoardWords words) {
        var laid =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(this::month)
                        .map(month -> cell(month, months.get(month)))
                        .toList();
        return new BoardYearRow(name, words.title(name), words.source(name, null, day), laid);
    }

    private static BoardYearCell cell(YearMonth month, @Nullable Cell cell) {
        return cell == null
                ? new BoardYearCell(month.toString(), 0, 0, 0, 0, 0, "none")
                : new BoardYearCell(
                        month.toString(),
                        cell.due(),
                        cell.met(),
                        cell.afterwards(),
                        cell.late(),
                        cell.open(),
                        state(cell));
    }

    private static String state(Cell cell) {
        if (cell.late() > 0) {
            return "late";
        }
        if (cell.open() > 0) {
            return "open";
        }
        if (cell.met() + cell.afterwards() > 0) {
            return "met";
        }
        return cell.coming() > 0 ? "coming" : "none";
    }
}
