package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.exchange.internal.Cell.Kind;

import java.util.ArrayList;
import java.util.List;

/** Reads one sheet, row by row, and what is merged in it once the rows are through. */
final class SheetReader {

    /** The last row a sheet can have. */
    private static final int LAST_ROW = 1 << 20;

    private static final int LAST_COLUMN = 1 << 14;
    private static final int MOST_MERGED = 10_000;

    /** What the cells of a workbook refer to. */
    interface Context {

        String shared(int index);

        NumberFormats formats();

        boolean since1904();
    }

    private final PartReader part;
    private final Context context;
    private final List<String> merged = new ArrayList<>();
    private int hidden;

    SheetReader(PartReader part, Context context) {
        this.part = part;
        this.context = context;
    }

    /** Whether all rows were seen. */
    boolean scan(RowSource.Visitor visitor) {
        var number = 0;
        while (part.next()) {
            if (part.begins("row")) {
                number = number(part.attribute("r"), number + 1, LAST_ROW);
                var concealed = isTrue(part.attribute("hidden"));
                var cells = cells(number);
                if (!cells.isEmpty()) {
                    hidden += concealed ? 1 : 0;
                    if (!visitor.row(number, cells)) {
                        return false;
                    }
                }
            } else if (part.begins("mergeCell") && merged.size() < MOST_MERGED) {
                var range = part.attribute("ref");
                if (range != null) {
                    merged.add(range);
                }
            }
        }
        return true;
    }

    List<String> merged() {
        return merged;
    }

    int hidden() {
        return hidden;
    }

    /** Up to the last that is not empty. */
    private List<Cell> cells(int row) {
        var cells = new ArrayList<Cell>();
        var column = -1;
        while (part.next() && !part.ends("row")) {
            if (part.begins("c")) {
                column = column(part.attribute("r"), column + 1);
                var cell = cell(row);
                if (cell.kind() != Kind.EMPTY) {
                    if (column >= Refusals.MOST_COLUMNS) {
                        throw Refusals.tooManyColumns();
                    }
                    while (cells.size() < column) {
                        cells.add(Cell.EMPTY);
                    }
                    if (cells.size() > column) {
                        throw Refusals.corrupt();
                    }
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private Cell cell(int row) {
        var type = part.attribute("t");
        var style = part.attribute("s");
        String value = null;
        var formula = false;
        while (part.next() && !part.ends("c")) {
            if (part.begins("f")) {
                formula = true;
                part.text();
            } else if (part.begins("v")) {
                value = part.text();
            } else if (part.begins("is")) {
                value = part.runs();
            }
        }
        var cell = cell(type == null ? "n" : type, style, value, formula);
        if (cell.text().length() > 1 << 15) {
            throw Refusals.cellTooLong(row);
        }
        return cell;
    }

    private Cell cell(
            String type, @Nullable String style, @Nullable String value, boolean formula) {
        if (value == null || value.isEmpty()) {
            var lacking = formula && !type.equals("str");
            return lacking ? new Cell(Kind.ERROR, "") : Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> words(context.shared(number(value, -1, Integer.MAX_VALUE)));
            case "str" -> words(Escapes.read(value));
            case "inlineStr" -> words(value);
            case "b" -> new Cell(Kind.FLAG, isTrue(value) ? "TRUE" : "FALSE");
            case "e" -> new Cell(Kind.ERROR, value);
            case "d" -> new Cell(Kind.DAY, value.length() > 10 ? value.substring(0, 10) : value);
            default -> Numbers.cell(value, context.formats().at(style), context.since1904());
        };
    }

    /** A cell of spaces alone is empty. */
    private static Cell words(String words) {
        return words.isBlank() ? Cell.EMPTY : new Cell(Kind.TEXT, words);
    }

    static boolean isTrue(@Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }

    private static int number(@Nullable String text, int usual, int most) {
        if (text == null) {
            return usual;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The same as a number that cannot be.
        }
        throw Refusals.corrupt();
    }

    /** Of {@code AB12} the 27: columns count from zero. */
    private static int column(@Nullable String address, int usual) {
        if (address == null) {
            return usual;
        }
        var column = 0;
        for (var i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (column <= 0 || column > LAST_COLUMN) {
                throw Refusals.corrupt();
            }
        }
        return column == 0 ? usual : column - 1;
    }
}
