package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.Sheets.read;
import static org.sunmao.exchange.internal.Sheets.row;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.exchange.internal.Cell.Kind;

import java.nio.file.Path;
import java.util.List;

/** Workbooks as people have them, read into rows of cells. */
class RosterFileTests {

    @TempDir Path folder;
    private Sheets sheets = new Sheets(Path.of("."));

    @BeforeEach
    void begin() {
        sheets = new Sheets(folder);
    }

    @Test
    void theRowsOfTheFirstSheetAreReadByTheirNumbersInTheSheet() {
        var seen =
                read(
                        sheets.sheet(
                                row("姓名", "性别"),
                                row("张三", "男"),
                                row("", " "),
                                row("莫𡐓", "", "没有标题"),
                                row("李四", "女")));

        assertThat(seen.format()).isEqualTo("xlsx");
        assertThat(seen.headings()).containsExactly("姓名", "性别");
        assertThat(seen.rows()).containsOnlyKeys(2, 4, 5);
        assertThat(seen.texts(4)).containsExactly("莫𡐓", "");
        assertThat(seen.notes()).containsExactly("columns-without-heading");
        assertThat(seen.notices().getFirst().message()).contains("C 列");
    }

    @Test
    void headingsAreReadWithoutTheirMarks() {
        var seen = read(sheets.sheet(row("*姓 名", "性\n别（必填）", "手机号码　＊"), row("张三", "男", "1")));

        assertThat(seen.headings()).containsExactly("姓名", "性别", "手机号码");
    }

    @Test
    void hiddenAndFurtherSheetsAreLeftOutAndNamed() {
        var seen =
                read(
                        sheets.book(
                                book -> {
                                    Sheets.fill(book.createSheet("旧名册"), row("姓名"), row("甲"));
                                    book.createSheet("空白");
                                    Sheets.fill(book.createSheet("名册"), row("姓名"), row("乙"));
                                    Sheets.fill(book.createSheet("附表"), row("姓名"), row("丙"));
                                    Sheets.fill(book.createSheet("代码表"), row("男"));
                                    book.setSheetHidden(0, true);
                                    book.setActiveSheet(2);
                                }));

        assertThat(seen.texts(2)).containsExactly("乙");
        assertThat(seen.notes()).containsExactly("hidden-sheets", "other-sheets");
        assertThat(seen.notices().getFirst().message()).endsWith("旧名册");
        assertThat(seen.notices().getLast().message()).endsWith("附表");
    }

    @Test
    void aTitleAboveTheHeadingsIsPassedOverAndMergedCellsAreNamed() {
        var seen =
                read(
                        sheets.book(
                                book -> {
                                    var sheet = book.createSheet();
                                    Sheets.fill(
                                            sheet,
                                            row("党员名册"),
                                            row(),
                                            row("序号", "姓名", "性别"),
                                            row("1", "甲", "男"),
                                            row("2", "乙"));
                                    sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
                                    sheet.addMergedRegion(CellRangeAddress.valueOf("C4:C5"));
                                }));

        assertThat(seen.headings()).containsExactly("序号", "姓名", "性别");
        assertThat(seen.rows()).containsOnlyKeys(4, 5);
        assertThat(seen.notes()).containsExactly("merged-cells", "rows-above");
        assertThat(seen.notices().getFirst().message()).contains("C4:C5").doesNotContain("A1:C1");
        assertThat(seen.texts(5)).containsExactly("2", "乙", "");
    }

    @Test
    void headingsOfTwoRowsAreJoined() {
        var seen =
                read(
                        sheets.sheet(
                                row("姓名", "联系方式", "", "配偶"),
                                row("", "手机号码", "固定电话", "单位"),
                                row("甲", "1", "2", "3")));

        assertThat(seen.headings()).containsExactly("姓名", "手机号码", "固定电话", "配偶单位");
        assertThat(seen.rows()).containsOnlyKeys(3);
        assertThat(seen.notes()).containsExactly("two-heading-rows");
    }

    @Test
    void ofFormulasTheLastResultIsTaken() {
        var seen =
                read(
                        sheets.raw(
                                "<row><c t='inlineStr'><is><t>姓名</t></is></c></row><row>"
                                        + "<c><f>1+1</f><v>2</v></c>".replace("<c>", "<c r='A2'>")
                                        + "</row><row><c t='str'><f>A</f><v>甲</v></c></row>"
                                        + "<row><c><f>B</f></c></row>"
                                        + "<row><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
                                        + "<row><c t='str'><f>C</f><v></v></c></row>"));

        assertThat(seen.rows().values().stream().map(List::getFirst))
                .containsExactly(
                        new Cell(Kind.NUMBER, "2"),
                        new Cell(Kind.TEXT, "甲"),
                        new Cell(Kind.ERROR, ""),
                        new Cell(Kind.ERROR, "#DIV/0!"));
    }

    @Test
    void numbersHaveAllTheirDigits() {
        assertThat(first("1.41123E+17")).isEqualTo(new Cell(Kind.NUMBER, "141123000000000000"));
        assertThat(first("1.38E+10")).isEqualTo(new Cell(Kind.NUMBER, "13800000000"));
        assertThat(first("2003.7")).isEqualTo(new Cell(Kind.NUMBER, "2003.7"));
        assertThat(first("2003.7000000000001")).isEqualTo(new Cell(Kind.NUMBER, "2003.7"));
        assertThat(first("6.0")).isEqualTo(new Cell(Kind.NUMBER, "6"));
        assertThat(first("1E+999999999")).isEqualTo(new Cell(Kind.TEXT, "1E+999999999"));
        assertThat(first("-0")).isEqualTo(new Cell(Kind.NUMBER, "0"));
    }

    private Cell first(String number) {
        var seen =
                read(
                        sheets.raw(
                                "<row r='1'><c r='A1' t='inlineStr'><is><t>姓名</t></is></c></row>"
                                        + "<row r='2'><c r='A2'><v>"
                                        + number
                                        + "</v></c></row>"));
        return seen.cells(2).getFirst();
    }

    @Test
    void numbersShownAsDaysAreDays() {
        assertThat(day("yyyy-mm-dd", 37803, false)).isEqualTo(new Cell(Kind.DAY, "2003-07-01"));
        assertThat(day("yyyy\"年\"m\"月\"d\"日\";@", 37803.5, false))
                .isEqualTo(new Cell(Kind.DAY, "2003-07-01"));
        assertThat(day("yyyy-mm-dd", 36341, true)).isEqualTo(new Cell(Kind.DAY, "2003-07-01"));
        assertThat(day("yyyy-mm-dd", 1, false)).isEqualTo(new Cell(Kind.DAY, "1900-01-01"));
        assertThat(day("yyyy-mm-dd", 59, false)).isEqualTo(new Cell(Kind.DAY, "1900-02-28"));
        assertThat(day("yyyy-mm-dd", 60, false)).isEqualTo(new Cell(Kind.TEXT, "1900-02-29"));
        assertThat(day("yyyy-mm-dd", 61, false)).isEqualTo(new Cell(Kind.DAY, "1900-03-01"));
        assertThat(day("0.00", 37803, false)).isEqualTo(new Cell(Kind.NUMBER, "37803"));
        assertThat(day("[Red]0;[Blue]General", 5, false)).isEqualTo(new Cell(Kind.NUMBER, "5"));
        assertThat(day("h:mm", 37803, false).kind()).isEqualTo(Kind.NUMBER);
    }

    /** Excel makes the first of a month of 2003-7, and shows the month alone. */
    @Test
    void ofAMonthNoDayIsMade() {
        assertThat(day("mmm-yy", 37803, false)).isEqualTo(new Cell(Kind.TEXT, "2003-07"));
        assertThat(day("yyyy\"年\"m\"月\"", 37803, false)).isEqualTo(new Cell(Kind.TEXT, "2003-07"));
        assertThat(day("mmm-yy", 37804, false)).isEqualTo(new Cell(Kind.DAY, "2003-07-02"));
    }

    private Cell day(String format, double serial, boolean since1904) {
        var seen =
                read(
                        sheets.book(
                                book -> {
                                    var sheet = book.createSheet();
                                    Sheets.fill(sheet, row("出生日期"));
                                    var cell = sheet.createRow(1).createCell(0);
                                    cell.setCellValue(serial);
                                    var style = book.createCellStyle();
                                    style.setDataFormat(book.createDataFormat().getFormat(format));
                                    cell.setCellStyle(style);
                                    if (since1904) {
                                        book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
                                    }
                                }));
        return seen.cells(2).getFirst();
    }

    @Test
    void truthRichTextAndEscapedCharactersAreRead() {
        var seen =
                read(
                        sheets.book(
                                book -> {
                                    var sheet = book.createSheet();
                                    Sheets.fill(sheet, row("姓名", "性别", "出生日期"));
                                    var row = sheet.createRow(1);
                                    row.createCell(0).setCellValue(true);
                                    var rich = new XSSFRichTextString("司马相如");
                                    rich.applyFont(0, 2, book.createFont());
                                    row.createCell(1, CellType.STRING).setCellValue(rich);
                                    row.createCell(2).setCellValue("甲\n乙_x0041_");
                                }));

        assertThat(seen.cells(2))
                .containsExactly(
                        new Cell(Kind.FLAG, "TRUE"),
                        new Cell(Kind.TEXT, "司马相如"),
                        new Cell(Kind.TEXT, "甲\n乙A"));
    }

    @Test
    void howAWordIsReadIsNoPartOfIt() {
        var seen =
                read(
                        sheets.raw(
                                "<row><c t='s'><v>0</v></c></row><row><c t='s'><v>1</v></c></row>",
                                "xl/sharedStrings.xml",
                                "<sst><si><t>姓名</t></si><si><r><t>张</t></r> <rPh><t>zhang</t>"
                                        + "</rPh><r><t>三</t></r></si></sst>"));

        assertThat(seen.texts(2)).containsExactly("张三");
    }

    @Test
    void hiddenRowsAreReadAndTold() {
        var seen =
                read(
                        sheets.book(
                                book -> {
                                    var sheet = book.createSheet();
                                    Sheets.fill(sheet, row("姓名"), row("甲"), row("乙"));
                                    sheet.getRow(1).setZeroHeight(true);
                                    sheet.getRow(2)
                                            .getCell(
                                                    0, Row.MissingCellPolicy.RETURN_NULL_AND_BLANK);
                                }));

        assertThat(seen.rows()).containsOnlyKeys(2, 3);
        assertThat(seen.notes()).containsExactly("hidden-rows");
    }
}
