package org.sunmao.exchange.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.sunmao.exchange.internal.Cell.Kind;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a csv file, whatever it is written in and separated by. */
final class CsvRows implements RowSource {

    private static final int LONGEST_CELL = 1 << 15;

    /** By this Excel is kept from taking digits for a number. */
    private static final Pattern QUOTED_FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

    private final Path file;
    private final Charset charset;
    private final char separator;

    CsvRows(Path file, String name) {
        this.file = file;
        this.charset = CsvText.charset(file, name);
        this.separator = CsvText.separator(file, charset);
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public boolean overlongRowsMatter() {
        return true;
    }

    @Override
    public void scan(Visitor visitor) {
        try (var csv = reader(CsvText.open(file, charset))) {
            for (var row : csv) {
                var number = Math.toIntExact(row.getStartingLineNumber());
                var cells = cells(number, row);
                if (!cells.isEmpty() && !visitor.row(number, cells)) {
                    return;
                }
            }
        } catch (CsvParseException _) {
            throw Refusals.cellTooLong(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private CsvReader<CsvRecord> reader(Reader in) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(in);
    }

    private static List<Cell> cells(int row, CsvRecord csv) {
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < csv.getFieldCount(); i++) {
            var text = csv.getField(i);
            if (text.isBlank()) {
                continue;
            }
            if (i >= Refusals.MOST_COLUMNS) {
                throw Refusals.tooManyColumns();
            }
            if (text.length() > LONGEST_CELL) {
                throw Refusals.cellTooLong(row);
            }
            while (cells.size() < i) {
                cells.add(Cell.EMPTY);
            }
            cells.add(new Cell(Kind.TEXT, plain(text)));
        }
        return cells;
    }

    private static String plain(String text) {
        if (text.charAt(0) == '=') {
            var quoted = QUOTED_FORMULA.matcher(text);
            return quoted.matches() ? quoted.group(1).replace("\"\"", "\"") : text;
        }
        return Inert.undone(text);
    }

    @Override
    public List<Notice> notices(int heading) {
        return List.of();
    }

    @Override
    public void close() {
        // Each scan closes what it opened.
    }
}
