package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.RightEnded;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;
import org.sunmao.exchange.internal.ImportPages.ProblemView;
import org.sunmao.exchange.internal.ImportPages.RowView;
import org.sunmao.exchange.internal.ImportRows.Asked;
import org.sunmao.exchange.internal.ImportRows.Standing;
import org.sunmao.exchange.internal.ImportRows.Told;
import org.sunmao.web.BrokenOff;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows and problems of an import, page by page, and those that stay out as a file. */
@Service
class ImportListing {

    private static final int PIECE = 1000;

    private final Scopes scopes;
    private final Imports imports;
    private final ImportRows rows;
    private final ImportPages pages;
    private final StagedStore staged;
    private final ImportTexts texts;
    private final StillHolds rights;

    ImportListing(
            Scopes scopes,
            Imports imports,
            ImportRows rows,
            ImportPages pages,
            StagedStore staged,
            ImportTexts texts,
            StillHolds rights) {
        this.scopes = scopes;
        this.imports = imports;
        this.rows = rows;
        this.pages = pages;
        this.staged = staged;
        this.texts = texts;
        this.rights = rights;
    }

    Page<ProblemView> problems(
            SignedIn who, UUID id, Asked asked, @Nullable String after, int limit) {
        var key = PageKey.read(after, 2);
        var row = key == null ? 0 : number(key.getFirst());
        var number = key == null ? -1 : number(key.getLast());
        return scopes.read(
                who,
                scope -> {
                    var one = imports.find(scope, id);
                    var found = rows.problems(id, asked, row, number, limit + 1);
                    var page = Page.of(found, limit, ImportListing::key);
                    return new Page<>(
                            page.items().stream().map(told -> pages.problem(one, told)).toList(),
                            page.next());
                });
    }

    private static List<String> key(Told told) {
        return List.of(String.valueOf(told.row()), String.valueOf(told.number()));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw PageKey.refused();
        }
    }

    /**
     * A page of rows.
     *
     * @param only which: all, failed, warnings, questions, valid or left
     * @param asked the kind of problems they have to have; without a code, any or none
     * @param after behind which row of the file
     */
    Page<RowView> rows(SignedIn who, UUID id, String only, Asked asked, int after, int limit) {
        if (!ImportRows.knows(only)) {
            throw new InputRefused("only", "请填 all、failed、warnings、questions、valid 或 left");
        }
        return scopes.read(
                who,
                scope -> {
                    var one = imports.find(scope, id);
                    var found = rows.standings(id, only, asked, after, limit + 1);
                    var shown = found.subList(0, Math.min(limit, found.size()));
                    var numbers = shown.stream().map(Standing::row).toList();
                    var told =
                            rows.problems(id, numbers).stream()
                                    .collect(Collectors.groupingBy(Told::row));
                    var stand =
                            shown.stream().collect(Collectors.toMap(Standing::row, each -> each));
                    var items =
                            staged.get(id, numbers).stream()
                                    .map(row -> view(one, row, stand, told))
                                    .toList();
                    var next = found.size() > limit ? shown.getLast().row() : null;
                    return new Page<>(items, next == null ? null : String.valueOf(next));
                });
    }

    private RowView view(
            RosterImport one,
            StagedRow row,
            Map<Integer, Standing> stand,
            Map<Integer, List<Told>> told) {
        var standing = Objects.requireNonNull(stand.get(row.row()));
        return pages.row(one, row, standing, told.getOrDefault(row.row(), List.of()), false);
    }

    /** The case, for whoever downloads what stays out. */
    RosterImport out(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> {
                    var one = imports.find(scope, id);
                    if (!one.readWhole()) {
                        throw Imports.stands(one, "下载");
                    }
                    return one;
                });
    }

    /**
     * Writes the rows that stay out, in the columns of the file and one more with what is wrong.
     * Each piece is read in a transaction of its own: a slow line holds no connection.
     */
    void writeOut(SignedIn who, RosterImport one, OutputStream to) {
        var headings = texts.headings(one).stream().map(Heading::heading).toList();
        var format = one.format() == null ? "xlsx" : one.format();
        try (var watch = rights.watch();
                var out = FailedWriter.to(format, headings, to)) {
            var row = 0;
            for (var piece = piece(who, one, row); !piece.isEmpty(); ) {
                if (watch.ended()) {
                    throw new RightEnded();
                }
                for (var each : piece) {
                    out.row(each.row().cells(), each.says());
                }
                row = piece.getLast().row().row();
                piece = piece(who, one, row);
            }
        } catch (IOException | RuntimeException e) {
            throw new BrokenOff(e);
        }
    }

    private record Out(StagedRow row, String says) {}

    private List<Out> piece(SignedIn who, RosterImport one, int row) {
        var left = one.stands() == RosterImport.State.COMMITTED;
        return scopes.read(
                who,
                _ -> {
                    var found = staged.out(one.id(), left, row, PIECE);
                    var told =
                            rows
                                    .problems(one.id(), found.stream().map(StagedRow::row).toList())
                                    .stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    Told::row,
                                                    Collectors.mapping(
                                                            Told::says, Collectors.joining("；"))));
                    return found.stream()
                            .map(each -> new Out(each, told.getOrDefault(each.row(), "")))
                            .toList();
                });
    }
}
