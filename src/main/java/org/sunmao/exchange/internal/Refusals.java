package org.sunmao.exchange.internal;

import java.util.Collection;

/** The reasons for which a file is refused, each with its code and with what to do. */
final class Refusals {

    static final int MOST_ROWS = 500_000;
    static final int MOST_COLUMNS = 500;
    static final long MOST_BYTES = 100L << 20;

    private Refusals() {}

    static FileRefused empty() {
        return new FileRefused("empty", "文件是空的，没有任何内容。请选择填好的文件");
    }

    static FileRefused onlyHeading() {
        return new FileRefused("only-heading", "文件只有标题行，没有数据。请填好后再上传");
    }

    static FileRefused tooLarge() {
        return new FileRefused("too-large", "文件超过 100 MB。请拆成几个文件分别上传");
    }

    static FileRefused tooManyRows() {
        return new FileRefused("too-many-rows", "数据超过 50 万行。请拆成几个文件分别上传");
    }

    static FileRefused tooManyColumns() {
        return new FileRefused("too-many-columns", "文件超过 500 列。请删去多余的列，或改用模板");
    }

    static FileRefused oldWorkbook() {
        return new FileRefused("xls", "这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 里另存为 .xlsx 后再上传");
    }

    static FileRefused encrypted() {
        return new FileRefused("encrypted", "文件设了打开密码，无法读取。请去掉密码后再上传");
    }

    static FileRefused macro() {
        return new FileRefused("macro", "文件带有宏，为安全起见不予读取。请另存为 .xlsx 后再上传");
    }

    static FileRefused notWorkbook() {
        return new FileRefused("not-a-workbook", "这个文件不是 Excel 工作簿。请上传 .xlsx 或 .csv 文件");
    }

    static FileRefused binaryWorkbook() {
        return new FileRefused("xlsb", "这是二进制工作簿（.xlsb）。请另存为 .xlsx 后再上传");
    }

    static FileRefused corrupt() {
        return new FileRefused("corrupt", "文件已损坏，无法读取。请用 Excel 或 WPS 打开后重新另存为 .xlsx");
    }

    static FileRefused bomb() {
        return new FileRefused("zip-bomb", "文件解压后异常庞大，不予读取。请检查文件的来源");
    }

    static FileRefused declared() {
        return new FileRefused("xml-declarations", "文件里有不该有的声明，不予读取。请用 Excel 或 WPS 重新另存为 .xlsx");
    }

    static FileRefused noSheet() {
        return new FileRefused("no-sheet", "没有可读的工作表：工作表都是空的，或者都隐藏了。请取消隐藏后再上传");
    }

    static FileRefused notTable(String name) {
        return new FileRefused(
                "not-a-table", "“" + name + "”不是 .xlsx 或 .csv 文件（改了扩展名也不行）。请另存为 .xlsx 后再上传");
    }

    static FileRefused encoding() {
        return new FileRefused("csv-encoding", "认不出 csv 文件的文字编码。请另存为“CSV UTF-8”或 .xlsx 后再上传");
    }

    static FileRefused cellTooLong(int row) {
        return new FileRefused("cell-too-long", "第 " + row + " 行有一格的内容过长，多半是引号没有成对。请改正后再上传");
    }

    static FileRefused duplicateHeadings(Collection<String> names) {
        return new FileRefused(
                "duplicate-headings", "标题重复：" + String.join("、", names) + "。请改名或删去多余的列");
    }
}
