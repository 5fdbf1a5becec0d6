package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Scopes;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.code.Division;
import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.house.HouseTest;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;
import org.sunmao.register.Roster.Level;

import java.time.LocalDate;
import java.util.List;

/** What people write into cells, read as what it means. */
@HouseTest
class CellReaderTests {

    private static final Column NAME = column(new Text(6));
    private static final Column NUMBER = column(new Formed(CellReaderTests::digits, x -> x)).kept();
    private static final Column DAY = column(new Day());
    private static final Column SEX = column(new Code(CodeTable.SEX));
    private static final Column NATION = column(new Code(CodeTable.NATION));
    private static final Column EDUCATION = column(new Code(CodeTable.EDUCATION));
    private static final Column JOB = column(new Code(CodeTable.JOB_POST));
    private static final Column FLAG = column(new Flag());
    private static final Column MONTHS = column(new Whole(6, 12));
    private static final Column PLACE = column(new FieldKind.Division());

    @Autowired CellReader reader;
    @Autowired Codes codes;
    @Autowired Scopes scopes;

    private static Column column(FieldKind kind) {
        return Column.of(Field.optional("someField", "延长（月）", kind));
    }

    private static String digits(String typed) {
        if (!typed.matches("\\d+X?")) {
            throw new Fault("应为数字");
        }
        if (typed.endsWith("9")) {
            throw new Fault("number-check", "校验码不对");
        }
        return typed;
    }

    @BeforeEach
    void divisions() {
        scopes.system(
                "test",
                scope -> {
                    codes.addDivisions(
                            List.of(
                                    new Division("91", "试验省", null, "test"),
                                    new Division("9101", "试验市", "91", "test"),
                                    new Division("910101", "试山县", "9101", "test"),
                                    new Division("910101100", "试桥镇", "910101", "test"),
                                    new Division("910101101", "试林镇", "910101", "test"),
                                    new Division("910101100201", "试和平村委会", "910101100", "test"),
                                    new Division("910101101201", "试和平村委会", "910101101", "test"),
                                    new Division("910101101202", "试莫𡐓村委会", "910101101", "test"),
                                    new Division("910101101001", "试新社区居委会", "910101101", "test"),
                                    new Division(
                                            "910101101203", "试岈\uE000村委会", "910101101", "test")));
                    return scope;
                });
    }

    private Object value(Column column, Kind kind, String text) {
        var read = reader.read(column, new Cell(kind, text), _ -> null);
        assertThat(read.findings()).as(text).isEmpty();
        return read.value() == null ? "" : read.value();
    }

    private Object value(Column column, String text) {
        return value(column, Kind.TEXT, text);
    }

    private String fault(Column column, Kind kind, String text) {
        var read = reader.read(column, new Cell(kind, text), _ -> null);
        assertThat(read.value()).as(text).isNull();
        assertThat(read.findings()).as(text).hasSize(1);
        assertThat(read.findings().getFirst().level()).isEqualTo(Level.ERROR);
        assertThat(read.findings().getFirst().field()).isEqualTo("someField");
        return read.findings().getFirst().code();
    }

    private String fault(Column column, String text) {
        return fault(column, Kind.TEXT, text);
    }

    private String says(Column column, String text) {
        return reader.read(column, new Cell(Kind.TEXT, text), _ -> null)
                .findings()
                .getFirst()
                .says();
    }

    @Test
    void spacesThatNobodySeesAreTakenAway() {
        assertThat(value(NAME, " 张三\u00A0\u200B\u3000")).isEqualTo("张三");
        assertThat(value(NAME, "张　三")).isEqualTo("张三");
        assertThat(value(NAME, "'张三")).isEqualTo("张三");
        assertThat(value(NAME, "张\n三甲")).isEqualTo("张 三甲");
        assertThat(value(NAME, "\u200B \u00A0")).isEqualTo("");
        assertThat(value(NAME, Kind.EMPTY, "")).isEqualTo("");
        assertThat(value(column(new Reference()), " 甲村　党支部 ")).isEqualTo("甲村 党支部");
    }

    @Test
    void charactersOfFourBytesAreKeptAndPrivateOnesToldOf() {
        assertThat(value(NAME, "莫𡐓𣒍𡌶")).isEqualTo("莫𡐓𣒍𡌶");

        var read = reader.read(NAME, new Cell(Kind.TEXT, "张\uE001"), _ -> null);

        assertThat(read.value()).isEqualTo("张\uE001");
        assertThat(read.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.level()).isEqualTo(Level.WARNING);
                            assertThat(finding.code()).isEqualTo("private-use");
                        });
        assertThat(fault(NAME, "张\u0001")).isEqualTo("control-characters");
        assertThat(fault(NAME, "张王李赵孙周吴")).isEqualTo("too-long");
    }

    @Test
    void numbersAreReadHoweverTheyAreGrouped() {
        assertThat(value(NUMBER, "０００１２３")).isEqualTo("000123");
        assertThat(value(NUMBER, "000 123-45")).isEqualTo("00012345");
        assertThat(value(NUMBER, "'0123")).isEqualTo("0123");
        assertThat(value(NUMBER, Kind.NUMBER, "13800000000")).isEqualTo("13800000000");
        assertThat(value(NUMBER, "1.3800000001E+10")).isEqualTo("13800000001");
        assertThat(fault(NUMBER, "十二")).isEqualTo("some-field-form");
        assertThat(fault(NUMBER, "12-39")).isEqualTo("number-check");
    }

    @Test
    void digitsLostInAFloatAreNotInvented() {
        assertThat(fault(NUMBER, Kind.NUMBER, "141123000000000000")).isEqualTo("number-as-float");
        assertThat(fault(NUMBER, "1.41123E+17")).isEqualTo("number-as-float");
        assertThat(fault(NAME, Kind.NUMBER, "1234567890123456")).isEqualTo("number-as-float");
    }

    @Test
    void whatMustNotBeShownIsNotRepeated() {
        assertThat(says(PLACE.kept(), "秘密村")).doesNotContain("秘密村");
        assertThat(says(DAY.kept(), "去年")).doesNotContain("去年");
        assertThat(says(SEX.kept(), "秘密")).doesNotContain("秘密");
    }

    @Test
    void daysAreReadInEveryWayOfWritingThem() {
        var day = LocalDate.of(2003, 7, 1);
        for (var text :
                List.of(
                        "2003-07-01",
                        "2003-7-1",
                        "2003/7/1",
                        "2003.7.1",
                        "2003.07.01",
                        "2003年7月1日",
                        "2003 年 7 月 1 日",
                        "20030701",
                        "２００３－０７－０１",
                        "2003-07-01 00:00:00",
                        "2003/7/1 8:30",
                        "37803")) {
            assertThat(value(DAY, text)).as(text).isEqualTo(day);
        }
        assertThat(value(DAY, Kind.DAY, "2003-07-01")).isEqualTo(day);
        assertThat(value(DAY, Kind.NUMBER, "37803")).isEqualTo(day);
        assertThat(value(DAY, Kind.NUMBER, "37803.75")).isEqualTo(day);
        assertThat(value(DAY, Kind.NUMBER, "20030701")).isEqualTo(day);
        assertThat(value(DAY, "—")).isEqualTo("");
    }

    @Test
    void noDayIsGuessed() {
        for (var text : List.of("2003.7", "2003-07", "200307", "2003年7月", "2003", "2003年")) {
            assertThat(fault(DAY, text)).as(text).isEqualTo("day-missing");
        }
        assertThat(fault(DAY, Kind.NUMBER, "2003.7")).isEqualTo("day-missing");
        assertThat(fault(DAY, Kind.NUMBER, "2003")).isEqualTo("day-missing");
        assertThat(fault(DAY, "2023-02-29")).isEqualTo("no-such-day");
        assertThat(fault(DAY, "1900-02-29")).isEqualTo("no-such-day");
        assertThat(fault(DAY, "20031301")).isEqualTo("no-such-day");
        assertThat(fault(DAY, "9999-01-01")).isEqualTo("future-day");
        assertThat(fault(DAY, "1899-12-31")).isEqualTo("too-early");
        assertThat(fault(DAY, "03.7.1")).isEqualTo("year-of-two-digits");
        assertThat(fault(DAY, "7/1/2003")).isEqualTo("not-a-day");
        assertThat(fault(DAY, "去年七月")).isEqualTo("not-a-day");
        assertThat(fault(DAY, Kind.NUMBER, "6")).isEqualTo("not-a-day");
        assertThat(fault(DAY, Kind.ERROR, "#REF!")).isEqualTo("formula-without-value");
    }

    @Test
    void codesAreReadByCodeLabelAndOldName() {
        assertThat(value(SEX, "男性")).isEqualTo("1");
        assertThat(value(SEX, Kind.NUMBER, "2")).isEqualTo("2");
        assertThat(value(NATION, "汉")).isEqualTo("01");
        assertThat(value(NATION, "汉族")).isEqualTo("01");
        assertThat(value(NATION, Kind.NUMBER, "1")).isEqualTo("01");
        assertThat(value(NATION, "毛难")).isEqualTo("36");
        assertThat(value(NATION, "崩龙族")).isEqualTo("46");
        assertThat(value(NATION, "0１")).isEqualTo("01");
        assertThat(value(JOB, Kind.NUMBER, "11")).isEqualTo("011");
        assertThat(value(JOB, "1")).isEqualTo("1");
    }

    @Test
    void anUnknownWordIsToldWithTheNearestAndNeverReadAsAnother() {
        assertThat(fault(EDUCATION, "本科")).isEqualTo("unknown-code");
        assertThat(says(EDUCATION, "本科")).contains("“本科”", "大学本科毕业");
        assertThat(fault(NATION, "97")).isEqualTo("unknown-code");
        assertThat(fault(EDUCATION, "72")).isEqualTo("unknown-code");

        var read = reader.read(EDUCATION, new Cell(Kind.TEXT, "本科"), Remembered::of);

        assertThat(read).isEqualTo(new Read("21", List.of()));
    }

    /** What an officer said once of a word. */
    private static final class Remembered {

        static String of(String text) {
            return text.equals("本科") ? "21" : "";
        }
    }

    @Test
    void ofAGroupItsMembersAreNamed() {
        assertThat(fault(EDUCATION, "20")).isEqualTo("group-code");
        assertThat(says(EDUCATION, "大学本科教育")).contains("大学本科毕业").doesNotContain("专科");
        assertThat(says(JOB, "在岗职工")).contains("党政机关工作人员");
    }

    @Test
    void truthAndWholeNumbersAreRead() {
        for (var text : List.of("是", "有", "TRUE", "1", "√", "y")) {
            assertThat(value(FLAG, text)).as(text).isEqualTo(true);
        }
        for (var text : List.of("否", "无", "false", "0", "×")) {
            assertThat(value(FLAG, text)).as(text).isEqualTo(false);
        }
        assertThat(value(FLAG, Kind.FLAG, "TRUE")).isEqualTo(true);
        assertThat(fault(FLAG, "也许")).isEqualTo("not-a-flag");
        assertThat(value(MONTHS, "6个月")).isEqualTo(6);
        assertThat(value(MONTHS, "6.0")).isEqualTo(6);
        assertThat(value(MONTHS, Kind.NUMBER, "12")).isEqualTo(12);
        assertThat(fault(MONTHS, "1年")).isEqualTo("not-a-number");
        assertThat(fault(MONTHS, "6.5")).isEqualTo("not-a-number");
        assertThat(fault(MONTHS, "13")).isEqualTo("out-of-range");
    }

    @Test
    void placesAreReadByCodeNameAndPath() {
        assertThat(value(PLACE, "910101")).isEqualTo("910101");
        assertThat(value(PLACE, Kind.NUMBER, "910101000000")).isEqualTo("910101");
        assertThat(value(PLACE, "910101100000")).isEqualTo("910101100");
        assertThat(value(PLACE, "试山县")).isEqualTo("910101");
        assertThat(value(PLACE, "试验试山")).isEqualTo("910101");
        assertThat(value(PLACE, "试验省试验市试山县试桥镇试和平村委会")).isEqualTo("910101100201");
        assertThat(value(PLACE, "试山县试林镇试和平村")).isEqualTo("910101101201");
        assertThat(value(PLACE, "试林镇 试和平村民委员会")).isEqualTo("910101101201");
        assertThat(value(PLACE, "试莫𡐓村")).isEqualTo("910101101202");
        assertThat(value(PLACE, "试新社区")).isEqualTo("910101101001");
        assertThat(value(PLACE, "试岈\uE000村委会")).isEqualTo("910101101203");
    }

    @Test
    void aPlaceThatCouldBeAnotherIsAskedFor() {
        assertThat(fault(PLACE, "试和平村委会")).isEqualTo("ambiguous-division");
        assertThat(says(PLACE, "试和平村委会")).contains("试验省试验市试山县试桥镇试和平村委会", "试验省试验市试山县试林镇试和平村委会");
        assertThat(fault(PLACE, "试验")).isEqualTo("ambiguous-division");
        assertThat(fault(PLACE, "没有的村委会")).isEqualTo("unknown-division");
        assertThat(fault(PLACE, "别省试山县")).isEqualTo("unknown-division");
        assertThat(fault(PLACE, "910199")).isEqualTo("unknown-division");
        assertThat(fault(PLACE, "910101100201000")).isEqualTo("unknown-division");
    }
}
