package org.sunmao.exchange.internal;

import org.sunmao.exchange.internal.Workbook.Sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of the first visible sheet of a workbook in which there is anything. */
final class WorkbookRows implements RowSource {

    /** The sheets that our own template has besides. */
    static final String CODES_SHEET = "代码表";

    static final String NOTES_SHEET = "填写说明";
    static final String TERMS_SHEET = "导出说明";

    private static final Set<String> OWN = Set.of(CODES_SHEET, NOTES_SHEET, TERMS_SHEET);
    private static final Pattern LAST_ROW = Pattern.compile("(\\d{1,9})$");
    private static final int NAMED = 10;

    private final Workbook workbook;
    private final Sheet sheet;
    private final List<Notice> ofTheBook = new ArrayList<>();
    private List<String> merged = List.of();
    private int hidden;

    WorkbookRows(Path file) {
        this.workbook = new Workbook(file);
        try {
            var filled = filled();
            this.sheet = filled.stream().findFirst().orElseThrow(this::nothing);
            notice("hidden-sheets", "隐藏的工作表没有读取：", sheets(false));
            notice("other-sheets", "只读取了工作表“" + sheet.name() + "”，没有读取：", names(filled, 1));
            if (workbook.since1904()) {
                ofTheBook.add(new Notice("since-1904", "这个文件从 1904 年起算日期，没有设成日期格式的日期数字请改成日期"));
            }
        } catch (RuntimeException refused) {
            workbook.close();
            throw refused;
        }
    }

    private List<Sheet> filled() {
        return workbook.sheets().stream()
                .filter(each -> each.visible() && !OWN.contains(each.name()))
                .filter(this::holdsAnything)
                .toList();
    }

    private boolean holdsAnything(Sheet each) {
        try (var part = workbook.part(each.part())) {
            return !new SheetReader(part, workbook).scan((_, _) -> false);
        }
    }

    private FileRefused nothing() {
        return sheets(false).isEmpty() ? Refusals.empty() : Refusals.noSheet();
    }

    private List<String> sheets(boolean visible) {
        return names(
                workbook.sheets().stream()
                        .filter(each -> each.visible() == visible && !OWN.contains(each.name()))
                        .toList(),
                0);
    }

    private static List<String> names(List<Sheet> sheets, int from) {
        return sheets.stream().skip(from).map(Sheet::name).toList();
    }

    private void notice(String code, String says, List<String> names) {
        if (!names.isEmpty()) {
            ofTheBook.add(new Notice(code, says + some(names)));
        }
    }

    static String some(List<String> names) {
        var first = names.stream().limit(NAMED).collect(Collectors.joining("、"));
        return names.size() > NAMED ? first + " 等 " + names.size() + " 处" : first;
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public boolean overlongRowsMatter() {
        return false;
    }

    @Override
    public void scan(Visitor visitor) {
        try (var part = workbook.part(sheet.part())) {
            var reader = new SheetReader(part, workbook);
            if (reader.scan(visitor)) {
                merged = reader.merged();
                hidden = reader.hidden();
            }
        }
    }

    @Override
    public List<Notice> notices(int heading) {
        var notices = new ArrayList<>(ofTheBook);
        var ranges = merged.stream().filter(range -> lastRow(range) > heading).toList();
        if (!ranges.isEmpty()) {
            notices.add(new Notice("merged-cells", "合并的单元格只有左上角一格有内容，其余各格按空白读取：" + some(ranges)));
        }
        if (hidden > 0) {
            notices.add(new Notice("hidden-rows", "隐藏或筛选掉的 " + hidden + " 行也读取了"));
        }
        return notices;
    }

    /** Of {@code A4:C12} the 12. */
    private static int lastRow(String range) {
        var row = LAST_ROW.matcher(range);
        return row.find() ? Integer.parseInt(row.group(1)) : 0;
    }

    @Override
    public void close() {
        workbook.close();
    }
}
