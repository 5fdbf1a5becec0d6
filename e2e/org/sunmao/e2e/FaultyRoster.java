package org.sunmao.e2e;

import org.dhatim.fastexcel.Workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A roster as it comes from a township: of each row it is known what it should say and where it is
 * wrong. Numbers of 1934 are nobody's in the demonstration.
 */
final class FaultyRoster {

    private static final List<String> HEADINGS =
            List.of(
                    "姓名",
                    "公民身份号码",
                    "性别",
                    "民族",
                    "出生日期",
                    "学历",
                    "人员类别",
                    "所在党支部",
                    "入党日期",
                    "转正日期",
                    "手机号码",
                    "现居住地",
                    "农民工",
                    "党龄校正值（月）",
                    "失去联系日期");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int NAME = 0;
    private static final int NUMBER = 1;
    private static final int SEX = 2;
    private static final int NATION = 3;
    private static final int BORN = 4;
    private static final int EDUCATION = 5;
    private static final int STATUS = 6;
    private static final int BRANCH = 7;
    private static final int JOINED = 8;
    private static final int FULL = 9;
    private static final int MOBILE = 10;
    private static final int RESIDENCE = 11;
    private static final int MIGRANT = 12;
    private static final int CORRECTION = 13;
    private static final int LOST = 14;

    private final String branch;
    private final List<Object[]> rows = new ArrayList<>();

    /** What each row should say, by the name, which is nobody else's. */
    private final Map<String, Object[]> right = new HashMap<>();

    private int faulty;

    private FaultyRoster(String branch) {
        this.branch = branch;
    }

    static FaultyRoster of(String branch) {
        var roster = new FaultyRoster(branch);
        for (var i = 0; i < 20; i++) {
            roster.rows.add(roster.next());
        }
        roster.numbers();
        roster.dates();
        roster.words();
        roster.wholes();
        roster.twins();
        return roster;
    }

    private void numbers() {
        wrong(NUMBER, "000000193401010019"); // another check digit
        wrong(NUMBER, "00000019340101001");
        wrong(NUMBER, 1.41123E17);
        wrong(NUMBER, "");
        wrong(NUMBER, "000000193413310010");
        wrong(MOBILE, "1001");
    }

    private void dates() {
        wrong(JOINED, "2023-02-29");
        wrong(JOINED, "2099-01-01");
        wrong(JOINED, "2003.7");
        wrong(JOINED, 2003.7);
        wrong(JOINED, "03-7-1");
        wrong(JOINED, "不详");
        wrong(JOINED, "1066-10-14");
        wrong(JOINED, "1950-01-01"); // sixteen years old
        wrong(FULL, "1955-01-01"); // before joining
        wrong(FULL, "1960-09-01"); // within the year
        wrong(BORN, "1934-02-30");
        wrong(JOINED, "");
    }

    private void words() {
        wrong(NAME, "");
        wrong(NAME, "很".repeat(61));
        wrong(SEX, "不清楚");
        wrong(NATION, "外星族");
        wrong(NATION, "");
        wrong(EDUCATION, "小学毕业生吧");
        wrong(EDUCATION, "10");
        wrong(STATUS, "正试党员");
        wrong(STATUS, "预备党员"); // with a day of conversion
        wrong(FULL, ""); // full without one
        wrong(BRANCH, branch + "（原）");
        wrong(BRANCH, "");
        wrong(RESIDENCE, "没有这个地方");
        wrong(MIGRANT, "也许");
    }

    private void wholes() {
        wrong(CORRECTION, "三个月");
        wrong(CORRECTION, "12"); // without its reason
        wrong(LOST, "2020-01-01"); // without its reason
    }

    /** Two rows that are alike, and two of one number that are not. */
    private void twins() {
        var alike = next();
        rows.add(alike);
        rows.add(alike.clone());
        faulty++;
        var one = next();
        var other = one.clone();
        other[NAME] = one[NAME] + "之二";
        rows.add(one);
        rows.add(other);
        faulty += 2;
    }

    /** A row that says something else in one column than it should. */
    private void wrong(int column, Object value) {
        var row = next();
        row[column] = value;
        rows.add(row);
        faulty++;
    }

    private Object[] next() {
        var i = right.size() + 1;
        var born = LocalDate.of(1934, 1, 1).plusDays(i);
        var mobile = "100%08d".formatted(i);
        var row =
                new Object[] {
                    "录入" + (char) ('一' + i),
                    number(born),
                    "男",
                    "汉族",
                    born.toString(),
                    "61",
                    "正式党员",
                    branch,
                    born.plusYears(26).toString(),
                    born.plusYears(27).toString(),
                    mobile,
                    "",
                    "否",
                    "",
                    ""
                };
        right.put(mobile, row.clone());
        return row;
    }

    /** The number of somebody born on that day; nobody of the demonstration has it. */
    static String number(LocalDate born) {
        var digits = "000000%s991".formatted(born.toString().replace("-", ""));
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** How many rows stay out. */
    int faulty() {
        return faulty;
    }

    byte[] workbook() throws IOException {
        return workbook(HEADINGS, rows);
    }

    /**
     * The rows that failed as they should have been, each once: whoever mends them knows the people
     * by their telephones, and whom only the telephone was wrong of by the number.
     */
    byte[] mended(List<List<String>> failed) throws IOException {
        var mended = new HashMap<String, Object[]>();
        for (var row : failed.subList(1, failed.size())) {
            var known = right.get(row.get(MOBILE));
            var found =
                    known != null
                            ? known
                            : right.values().stream()
                                    .filter(one -> one[NUMBER].equals(row.get(NUMBER)))
                                    .findFirst()
                                    .orElseThrow();
            mended.put(String.valueOf(found[NUMBER]), found);
        }
        return workbook(failed.getFirst(), List.copyOf(mended.values()));
    }

    private static byte[] workbook(List<String> headings, List<Object[]> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Sunmao", "1.0")) {
            var sheet = book.newWorksheet("党员");
            for (var i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (var i = 0; i < rows.size(); i++) {
                for (var j = 0; j < rows.get(i).length; j++) {
                    switch (rows.get(i)[j]) {
                        case Number number -> sheet.value(i + 1, j, number);
                        case Object text -> sheet.value(i + 1, j, text.toString());
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
