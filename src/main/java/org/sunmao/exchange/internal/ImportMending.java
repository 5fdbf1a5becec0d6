package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.code.Codes;
import org.sunmao.exchange.internal.ImportPages.RowView;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Words;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Mending what a preview found: cells, questions, warnings, headings and values. */
@Service
class ImportMending {

    private static final int LONGEST = 2000;

    /** What a heading stands for; without a field, the column is not taken. */
    record SaidHeading(int column, @Nullable String field) {}

    /** What a value of a field means. */
    record SaidValue(String field, String text, String code) {}

    /** What somebody said of the headings and values of a file. */
    record Said(@Nullable List<SaidHeading> headings, @Nullable List<SaidValue> values) {}

    /** A row that was mended: texts by the number of the column, and the answer to its question. */
    record MendedRow(@Nullable Map<Integer, String> cells, @Nullable String answer) {}

    /** A kind of warnings that is confirmed. */
    record SettledKind(String code, @Nullable String field) {}

    private final Scopes scopes;
    private final Imports imports;
    private final ImportStore store;
    private final StagedStore staged;
    private final ImportRows rows;
    private final ImportPages pages;
    private final ImportPreview preview;
    private final ImportTexts texts;
    private final MeaningStore meanings;
    private final Rosters rosters;
    private final Codes codes;

    ImportMending(
            Scopes scopes,
            Imports imports,
            ImportStore store,
            StagedStore staged,
            ImportRows rows,
            ImportPages pages,
            ImportPreview preview,
            ImportTexts texts,
            MeaningStore meanings,
            Rosters rosters,
            Codes codes) {
        this.scopes = scopes;
        this.imports = imports;
        this.store = store;
        this.staged = staged;
        this.rows = rows;
        this.pages = pages;
        this.preview = preview;
        this.texts = texts;
        this.meanings = meanings;
        this.rosters = rosters;
        this.codes = codes;
    }

    /** Confirms all warnings of a kind: such rows are written. */
    ImportView settle(SignedIn who, UUID id, SettledKind kind) {
        return imports.move(
                who,
                id,
                (_, one) -> {
                    refuseUnlessPreviewed(one);
                    var settled = new ArrayList<>(texts.settled(one));
                    var added = ImportPages.settling(kind.code(), kind.field());
                    if (!settled.contains(added)) {
                        settled.add(added);
                        store.settle(id, texts.write(settled));
                    }
                    return false;
                });
    }

    /** Keeps what headings and values mean, and judges all rows anew. */
    ImportView map(SignedIn who, UUID id, Said said) {
        return imports.move(
                who,
                id,
                (_, one) -> {
                    refuseUnlessPreviewed(one);
                    var values = said.values();
                    for (var value : values == null ? List.<SaidValue>of() : values) {
                        keep(one, value);
                    }
                    var headings = said.headings();
                    if (headings != null) {
                        store.headings(id, texts.write(named(one, headings)));
                    }
                    store.move(id, State.PREVIEWING, null, null, one.begunAt());
                    return true;
                });
    }

    private void keep(RosterImport one, SaidValue said) {
        var column = Rosters.column(rosters.of(one.kind()), said.field());
        var kind = column.map(found -> found.field().kind()).orElse(null);
        if (!(kind instanceof Code(var table))) {
            throw new InputRefused("/values", "“" + said.field() + "”不是用代码的栏目");
        }
        if (!codes.selectable(table, said.code())) {
            throw new InputRefused("/values", "代码表里没有“" + said.code() + "”");
        }
        var text = Words.clean(said.text());
        if (text.isEmpty() || Words.length(text) > MeaningStore.LONGEST) {
            throw new InputRefused("/values", "请写明名册里的写法，200 个字以内");
        }
        meanings.value(one.organization(), one.kind(), said.field(), text, said.code());
    }

    private List<Heading> named(RosterImport one, List<SaidHeading> said) {
        var headings = new ArrayList<>(texts.headings(one));
        for (var each : said) {
            if (each.column() < 0 || each.column() >= headings.size()) {
                throw new InputRefused("/headings", "文件没有第 " + (each.column() + 1) + " 列");
            }
            var field = each.field();
            if (field != null && Rosters.column(rosters.of(one.kind()), field).isEmpty()) {
                throw new InputRefused("/headings", "没有“" + field + "”这一项");
            }
            headings.replaceAll(
                    heading ->
                            field != null
                                            && field.equals(heading.field())
                                            && heading.column() != each.column()
                                    ? new Heading(heading.column(), heading.heading(), null, true)
                                    : heading);
            var heading = headings.get(each.column()).heading();
            headings.set(each.column(), new Heading(each.column(), heading, field, true));
            // What cannot be told again by its heading holds for this file alone.
            if (!heading.isEmpty() && Words.length(heading) <= MeaningStore.LONGEST) {
                meanings.heading(
                        one.organization(), one.kind(), heading, field == null ? "" : field);
            }
        }
        return headings;
    }

    /** Mends the cells of a row or answers its question, and judges it anew. */
    RowView mend(SignedIn who, UUID id, int number, MendedRow mended) {
        imports.move(
                who,
                id,
                (scope, one) -> {
                    refuseUnlessPreviewed(one);
                    var row = staged.get(id, number).orElseThrow(NotFound::new);
                    var after = mended(row, mended, texts.headings(one).size());
                    staged.change(id, after);
                    if (rosters.of(one.kind()).whole()) {
                        store.move(id, State.PREVIEWING, null, null, one.begunAt());
                        return true;
                    }
                    preview.again(one, scope, after);
                    return false;
                });
        return row(who, id, number);
    }

    private static StagedRow mended(StagedRow row, MendedRow mended, int width) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add(Cell.EMPTY);
        }
        var typed = mended.cells();
        if (typed != null) {
            typed.forEach(
                    (column, text) -> {
                        if (column < 0 || column >= width || text.length() > LONGEST) {
                            throw new InputRefused("/cells", "没有这一列，或内容过长");
                        }
                        cells.set(
                                column,
                                text.isBlank() ? Cell.EMPTY : new Cell(Cell.Kind.TEXT, text));
                    });
        }
        var answer = mended.answer();
        return new StagedRow(row.row(), cells, answer == null ? row.answer() : answer(answer));
    }

    private static Answer answer(String said) {
        return switch (said) {
            case "same" -> Answer.SAME;
            case "other" -> Answer.OTHER;
            case "none" -> Answer.NONE;
            default -> throw new InputRefused("/answer", "请回答是同一个（same）还是另一个（other）");
        };
    }

    /** One row, in clear: who mends it must see what it says. */
    RowView row(SignedIn who, UUID id, int number) {
        return scopes.read(who, scope -> row(imports.find(scope, id), number));
    }

    private RowView row(RosterImport one, int number) {
        var row = staged.get(one.id(), number).orElseThrow(NotFound::new);
        var standing =
                rows.standing(one.id(), number)
                        .orElse(
                                new ImportRows.Standing(
                                        number, "failed", false, false, false, null));
        return pages.row(one, row, standing, rows.problems(one.id(), List.of(number)), true);
    }

    private static void refuseUnlessPreviewed(RosterImport one) {
        if (one.stands() != State.PREVIEWED) {
            throw Imports.stands(one, "再改");
        }
    }
}
