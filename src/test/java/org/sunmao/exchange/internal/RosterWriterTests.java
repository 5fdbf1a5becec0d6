package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.code.CodeTable;
import org.sunmao.house.HouseTest;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workbook that people fill in. */
@HouseTest
class RosterWriterTests {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of(Field.required("name", "姓名", new Text(60))).saying("与身份证一致"),
                    Column.of(Field.required("sex", "性别", new Code(CodeTable.SEX))),
                    Column.of(
                            Field.required("citizenNumber", "公民身份号码", new Formed(x -> x, x -> x))),
                    Column.of(Field.required("bornOn", "出生日期", new Day())),
                    Column.of(Field.optional("floating", "流动党员", new Flag())),
                    Column.of(Field.optional("holdsOffice", "有职", new Flag())),
                    Column.of(Field.optional("months", "延长预备期（月）", new Whole(6, 12))),
                    Column.of(Field.optional("jobPost", "工作岗位", new Code(CodeTable.JOB_POST))));

    @TempDir Path folder;
    @Autowired RosterWriter writer;

    private Path template() throws IOException {
        var file = folder.resolve("template.xlsx");
        try (var out = Files.newOutputStream(file)) {
            writer.template("党员", COLUMNS, out);
        }
        return file;
    }

    @Test
    void theTemplateHasHeadingsNotesListsAndFormats() throws IOException {
        try (var book = new XSSFWorkbook(Files.newInputStream(template()))) {
            var sheet = book.getSheetAt(0);

            assertThat(sheet.getSheetName()).isEqualTo("党员名册");
            assertThat(sheet.getLastRowNum()).isZero();
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("*姓名");
            assertThat(sheet.getRow(0).getCell(0).getCellComment().getString().getString())
                    .contains("不超过 60 个字", "与身份证一致");
            assertThat(sheet.getColumnStyle(2).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getColumnStyle(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getDataValidations())
                    .hasSize(4)
                    .allSatisfy(this::isListOfTheCodeSheet);
            assertThat(book.getSheet("代码表").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("未知的性别");
            assertThat(book.getSheet("填写说明").getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo("姓名");
        }
    }

    private void isListOfTheCodeSheet(DataValidation validation) {
        assertThat(validation.getValidationConstraint().getFormula1()).contains("代码表");
        assertThat(validation.getRegions().getCellRangeAddresses()[0].getFirstRow()).isOne();
    }

    @Test
    void theTemplateFilledInIsReadWithoutANotice() throws IOException {
        var filled = folder.resolve("filled.xlsx");
        try (var book = new XSSFWorkbook(Files.newInputStream(template()));
                var out = Files.newOutputStream(filled)) {
            book.getSheetAt(0).createRow(1).createCell(0).setCellValue("张三");
            book.write(out);
        }

        var seen = Sheets.read(filled);

        assertThat(seen.notices()).isEmpty();
        assertThat(seen.headings())
                .containsExactly("姓名", "性别", "公民身份号码", "出生日期", "流动党员", "有职", "延长预备期(月)", "工作岗位");
        assertThat(seen.texts(2)).startsWith("张三", "");
    }
}
