import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a roster of synthetic members as a workbook: {@code java Roster.java branches.txt 220000
 * roster.xlsx}, with one branch on each line of the first file. Thirty columns, all filled.
 */
final class Roster {

    private static final List<String> HEADINGS =
            List.of(
                    "姓名",
                    "公民身份号码",
                    "性别",
                    "民族",
                    "出生日期",
                    "学历",
                    "学位",
                    "人员类别",
                    "所在党支部",
                    "入党日期",
                    "转正日期",
                    "转正情况",
                    "加入党组织的类别",
                    "工作岗位",
                    "手机号码",
                    "固定电话",
                    "详细地址",
                    "籍贯",
                    "户籍所在地",
                    "现居住地",
                    "一线情况",
                    "专业技术职务",
                    "农民工",
                    "台湾省籍",
                    "党籍状态",
                    "流动党员",
                    "有职",
                    "党员档案管理单位",
                    "姓名读音",
                    "组织关系转入日期");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String FIRST = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英玉兰建国华文海";

    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String LINKS = OPEN + "officeDocument/2006/relationships";
    private static final Map<String, String> PARTS =
            Map.of(
                    "[Content_Types].xml",
                    """
                    <Types xmlns="%spackage/2006/content-types">
                    <Default Extension="rels"
                     ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml"
                     ContentType="%sworksheet+xml"/></Types>
                    """
                            .formatted(OPEN, TYPE, TYPE),
                    "_rels/.rels",
                    linked("officeDocument", "xl/workbook.xml"),
                    "xl/_rels/workbook.xml.rels",
                    linked("worksheet", "worksheets/sheet1.xml"),
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="%sspreadsheetml/2006/main" xmlns:r="%s">
                    <sheets><sheet name="党员" sheetId="1" r:id="r1"/></sheets></workbook>
                    """
                            .formatted(OPEN, LINKS));

    private Roster() {}

    private static String linked(String kind, String target) {
        return """
        <Relationships xmlns="%spackage/2006/relationships">
        <Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>
        """
                .formatted(OPEN, LINKS, kind, target);
    }

    public static void main(String[] arguments) throws IOException {
        var branches = Files.readAllLines(Path.of(arguments[0]));
        var count = Integer.parseInt(arguments[1]);
        try (var zip = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            zip.setLevel(1);
            PARTS.forEach((name, content) -> part(zip, name, content));
            sheet(zip, branches, count);
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(ZipOutputStream zip, List<String> branches, int count)
            throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        var out = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
        out.write("<worksheet xmlns=\"" + OPEN + "spreadsheetml/2006/main\"><sheetData>");
        row(out, 1, HEADINGS);
        for (var i = 0; i < count; i++) {
            row(out, i + 2, member(i, branches.get(i % branches.size())));
        }
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
    }

    private static void row(Writer out, int number, List<String> cells) throws IOException {
        out.write("<row r=\"" + number + "\">");
        for (var i = 0; i < cells.size(); i++) {
            var column = i < 26 ? "" + (char) ('A' + i) : "A" + (char) ('A' + i - 26);
            out.write("<c r=\"" + column + number + "\" t=\"inlineStr\"><is><t>");
            out.write(cells.get(i).replace("&", "&amp;").replace("<", "&lt;"));
            out.write("</t></is></c>");
        }
        out.write("</row>");
    }

    private static List<String> member(int i, String branch) {
        var born = LocalDate.of(1945, 1, 1).plusDays(i % 20_000L);
        var joined = born.plusYears(20).plusDays(i % 300L);
        var name =
                ""
                        + FIRST.charAt(i % FIRST.length())
                        + GIVEN.charAt(i / 7 % GIVEN.length())
                        + GIVEN.charAt(i / 211 % GIVEN.length());
        // The demonstration's own numbers leave this part of the sequences alone.
        var number = number("000000%s%03d".formatted(digits(born), 900 + i / 20_000));
        var cells = new ArrayList<String>();
        cells.addAll(List.of(name, number, man(number) ? "男" : "女", "汉族", born.toString(), "61"));
        cells.addAll(List.of("", "正式党员", branch, joined.toString()));
        cells.addAll(List.of(joined.plusYears(1).toString(), "按期转正", "新发展", "1"));
        cells.addAll(List.of("100%08d".formatted(i), "0359-%07d".formatted(i)));
        cells.add("东关村 %d 组 %d 号".formatted(i % 9 + 1, i % 200 + 1));
        cells.addAll(List.of("", "", "", "", "", "否", "否", "正常", "否", "否", "县委组织部", "", ""));
        return cells;
    }

    private static boolean man(String number) {
        return (number.charAt(16) - '0') % 2 == 1;
    }

    private static String digits(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static String number(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
