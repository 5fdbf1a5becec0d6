package org.sunmao.exchange.internal;

import org.sunmao.exchange.internal.Headings.Numbered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A roster as it was uploaded: headings, and rows of cells below them. What it is, it tells. */
final class RosterFile implements AutoCloseable {

    private final RowSource source;
    private final Headings headings;
    private final boolean withErrors;
    private final Set<Integer> besides = new HashSet<>();

    private RosterFile(RowSource source, Headings headings) {
        this.source = source;
        this.headings = headings;
        var names = headings.names();
        this.withErrors = !names.isEmpty() && names.getLast().equals(FailedWriter.HEADING);
    }

    static RosterFile open(Path file, String name) {
        return open(file, name, Set.of());
    }

    /**
     * @param name as it was uploaded under; decides nothing
     * @param known headings by which the row of headings is recognised
     * @throws FileRefused if nothing of it can be read
     */
    static RosterFile open(Path file, String name, Set<String> known) {
        var source = source(file, name);
        try {
            var first = first(source);
            if (first.isEmpty()) {
                throw Refusals.empty();
            }
            var plain = new HashSet<String>();
            known.forEach(heading -> plain.add(Headings.plain(heading)));
            var headings = Headings.find(first, plain);
            if (first.getLast().number() <= headings.row()) {
                throw Refusals.onlyHeading();
            }
            return new RosterFile(source, headings);
        } catch (RuntimeException refused) {
            source.close();
            throw refused;
        }
    }

    private static RowSource source(Path file, String name) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                throw Refusals.empty();
            }
            if (size > Refusals.MOST_BYTES) {
                throw Refusals.tooLarge();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return switch (FileForm.of(file)) {
            case ZIP -> new WorkbookRows(file);
            case OLD_WORKBOOK -> throw Refusals.oldWorkbook();
            case ENCRYPTED -> throw Refusals.encrypted();
            case MARKUP -> throw Refusals.notTable(name);
            case TEXT -> new CsvRows(file, name);
        };
    }

    private static List<Numbered> first(RowSource source) {
        var first = new ArrayList<Numbered>();
        source.scan(
                (number, cells) -> {
                    first.add(new Numbered(number, cells));
                    return first.size() <= Headings.DEPTH;
                });
        return first;
    }

    /** Plain, without the marks of what is required; "" for a column without one. */
    List<String> headings() {
        var names = headings.names();
        return withErrors ? names.subList(0, names.size() - 1) : names;
    }

    /** Complete once the rows have been read. */
    List<Notice> notices() {
        var all = new ArrayList<>(source.notices(headings.row()));
        all.addAll(headings.notices());
        if (!besides.isEmpty()) {
            var columns = besides.stream().sorted().map(RosterFile::letters).toList();
            all.add(
                    new Notice(
                            "columns-without-heading", "没有标题的列没有读取：" + WorkbookRows.some(columns)));
        }
        return all;
    }

    String format() {
        return source.format();
    }

    /**
     * The rows below the headings; those without any value are left out. May be called again.
     *
     * @throws FileRefused if the rest of the file cannot be read
     */
    void rows(RowSink sink) {
        var count = new int[1];
        source.scan(
                (number, cells) -> {
                    if (number <= headings.row()) {
                        return true;
                    }
                    if (++count[0] > Refusals.MOST_ROWS) {
                        throw Refusals.tooManyRows();
                    }
                    var fitted = fitted(cells);
                    if (!fitted.isEmpty()) {
                        sink.row(number, fitted);
                    }
                    return true;
                });
    }

    /** As many cells as there are headings; none if nothing stands below one. */
    private List<Cell> fitted(List<Cell> cells) {
        var wanted = headings().size();
        var all = headings.names().size();
        for (var i = 0; i < cells.size(); i++) {
            var loose = i < all ? headings.names().get(i).isEmpty() : !source.overlongRowsMatter();
            if (loose && cells.get(i).kind() != Cell.Kind.EMPTY) {
                besides.add(i);
            }
        }
        if (cells.size() > all && source.overlongRowsMatter()) {
            return cells;
        }
        var fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), wanted)));
        if (fitted.stream().allMatch(cell -> cell.kind() == Cell.Kind.EMPTY)) {
            return List.of();
        }
        fitted.addAll(Collections.nCopies(wanted - fitted.size(), Cell.EMPTY));
        return fitted;
    }

    /** {@code AB} for 27: as the sheet names its columns. */
    private static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters + " 列";
    }

    @Override
    public void close() {
        source.close();
    }
}
