package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sunmao.exchange.internal.Sheets.read;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunmao.exchange.internal.Cell.Kind;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** Csv files in the encodings and manners in which they come. */
class CsvFileTests {

    @TempDir Path folder;
    private Sheets sheets = new Sheets(Path.of("."));

    @BeforeEach
    void begin() {
        sheets = new Sheets(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void anyEncodingIsRecognisedWithAMarkAndWithout(String charset) {
        var text = "姓名,性别\r\n张三,男\r\n莫𡐓,女\r\n";
        for (var mark : new String[] {"\uFEFF", ""}) {
            var seen = read(sheets.bytes((mark + text).getBytes(Charset.forName(charset))));

            assertThat(seen.format()).isEqualTo("csv");
            assertThat(seen.headings()).containsExactly("姓名", "性别");
            assertThat(seen.texts(3)).containsExactly("莫𡐓", "女");
            assertThat(seen.notices()).isEmpty();
        }
    }

    @Test
    void gbkIsReadToTheLastCharacter() {
        var seen = read(sheets.bytes("姓名,性别\n张三,男".getBytes(Charset.forName("GBK"))));

        assertThat(seen.texts(2)).containsExactly("张三", "男");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsRecognised(String separator) {
        var seen = read(sheets.text("姓名|性别\n张三|\"a,b;c\"\n".replace("|", separator)));

        assertThat(seen.texts(2)).containsExactly("张三", "a,b;c");
    }

    @Test
    void quotesAndLineEndsWithinCellsAreRead() {
        var seen = read(sheets.text("姓名,性别\n\"张\n三\",\"他说\"\"好\"\"\"\n\n李四,男\n"));

        assertThat(seen.texts(2)).containsExactly("张\n三", "他说\"好\"");
        assertThat(seen.texts(5)).containsExactly("李四", "男");
    }

    @Test
    void aShortRowIsFilledAndALongOneIsHandedOnAsItIs() {
        var seen = read(sheets.text("姓名,性别\n张三\n李四,男,多,出\n王五,男,,\n"));

        assertThat(seen.cells(2)).containsExactly(new Cell(Kind.TEXT, "张三"), Cell.EMPTY);
        assertThat(seen.texts(3)).containsExactly("李四", "男", "多", "出");
        assertThat(seen.texts(4)).containsExactly("王五", "男");
    }

    @Test
    void whatKeepsExcelFromReckoningIsTakenAway() {
        var seen = read(sheets.text("姓名,性别\n\"=\"\"0123\"\"\",'=1+1\n=2,1.38E+10\n"));

        assertThat(seen.texts(2)).containsExactly("0123", "=1+1");
        assertThat(seen.texts(3)).containsExactly("=2", "1.38E+10");
    }

    @Test
    void aQuoteWithoutItsFellowIsRefusedBeforeItSwallowsTheRest() {
        var file = sheets.text("姓名,性别\n\"张三,男\n" + "李四,女\n".repeat(10_000));

        var refused = catchThrowableOfType(FileRefused.class, () -> read(file));

        assertThat(refused.code()).isEqualTo("cell-too-long");
        assertThat(refused.says()).contains("第 2 行");
    }
}
