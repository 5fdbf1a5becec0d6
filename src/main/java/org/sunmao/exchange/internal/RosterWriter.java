package org.sunmao.exchange.internal;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeEntry;
import org.sunmao.code.Codes;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Whole;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the workbook that people fill in: headings with notes, lists to choose from, and cells
 * that keep every digit. It has no example row, as that would be handed in, too.
 */
@Component
class RosterWriter {

    static final String PROGRAM = "Sunmao";
    static final String VERSION = "1.0";

    /** The format of a cell that takes everything as text. */
    static final String TEXT = "@";

    static final String HEADING_FILL = "DDEBF7";
    private static final String REQUIRED_FILL = "F8CBAD";
    private static final String DAY = "yyyy-mm-dd";
    private static final List<String> YES_NO = List.of("是", "否");
    private static final int LEAST_WIDTH = 12;
    private static final int MOST_WIDTH = 40;

    private final Codes codes;

    RosterWriter(Codes codes) {
        this.codes = codes;
    }

    /**
     * The template of a register.
     *
     * @param kindLabel what its rows are, as 党员
     * @param out stays open
     */
    void template(String kindLabel, List<Column> columns, OutputStream out) throws IOException {
        var workbook = new Workbook(out, PROGRAM, VERSION);
        var sheet = workbook.newWorksheet(kindLabel + "名册");
        var lists = workbook.newWorksheet(WorkbookRows.CODES_SHEET);
        var notes = workbook.newWorksheet(WorkbookRows.NOTES_SHEET);
        var listed = new HashMap<List<String>, Integer>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            head(sheet, i, column);
            var choice = choice(column);
            if (choice.isPresent()) {
                choose(sheet, i, lists, column, choice.get(), listed);
            }
        }
        sheet.freezePane(0, 1);
        explain(notes, kindLabel, columns);
        workbook.finish();
    }

    private static void head(Worksheet sheet, int at, Column column) {
        var field = column.field();
        var heading = (field.required() ? "*" : "") + field.label();
        sheet.value(0, at, heading);
        sheet.comment(0, at, Explained.of(column));
        sheet.width(at, Math.clamp(heading.length() * 2L + 4, LEAST_WIDTH, MOST_WIDTH));
        sheet.style(at).format(field.kind() instanceof Day ? DAY : TEXT).set();
        sheet.style(0, at)
                .bold()
                .fillColor(field.required() ? REQUIRED_FILL : HEADING_FILL)
                .format(TEXT)
                .set();
        if (field.kind() instanceof Whole) {
            sheet.style(at).format("0").set();
        }
    }

    private Optional<List<String>> choice(Column column) {
        return switch (column.field().kind()) {
            case Code(var table) ->
                    Optional.of(
                            codes.entries(table).stream()
                                    .filter(CodeEntry::selectable)
                                    .map(CodeEntry::label)
                                    .toList());
            case Flag _ -> Optional.of(YES_NO);
            default -> Optional.empty();
        };
    }

    /** Columns with the same choices share one list. */
    private static void choose(
            Worksheet sheet,
            int at,
            Worksheet lists,
            Column column,
            List<String> choice,
            Map<List<String>, Integer> listed) {
        var next = listed.size();
        var list = listed.computeIfAbsent(choice, _ -> next);
        if (list == next) {
            lists.value(0, list, choice.equals(YES_NO) ? "是否" : column.field().label());
            lists.style(0, list).bold().set();
            lists.width(list, LEAST_WIDTH * 2.0);
            for (var i = 0; i < choice.size(); i++) {
                lists.value(i + 1, list, choice.get(i));
            }
        }
        sheet.range(1, at, Refusals.MOST_ROWS, at)
                .validateWithList(lists.range(1, list, choice.size(), list))
                .allowBlank(true)
                .showErrorMessage(true)
                .errorTitle("不在列表中")
                .error("请从下拉列表中选择，列表见“" + WorkbookRows.CODES_SHEET + "”");
    }

    private static void explain(Worksheet notes, String kindLabel, List<Column> columns) {
        notes.value(0, 0, kindLabel + "名册填写说明");
        notes.style(0, 0).bold().set();
        notes.value(1, 0, "一行填一条，从第 2 行填起；标题带 * 的必填；不要合并单元格，不要改动标题");
        var headings = List.of("列", "是否必填", "怎么填", "例");
        for (var i = 0; i < headings.size(); i++) {
            notes.value(3, i, headings.get(i));
            notes.style(3, i).bold().fillColor(HEADING_FILL).set();
        }
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            notes.value(4 + i, 0, column.field().label());
            notes.value(4 + i, 1, column.field().required() ? "必填" : "");
            notes.value(4 + i, 2, Explained.of(column));
            notes.value(4 + i, 3, Explained.example(column));
        }
        notes.width(0, 20);
        notes.width(2, 70);
        notes.width(3, 24);
    }
}
