package org.sunmao.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Kind;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Strictness;
import org.sunmao.rules.Value.Table;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** A file of rules that is right is read; one that is wrong is told by file, line and column. */
class BookReaderTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static final String WHOLE =
            """
            R-DEV-18:
              title: 公示
              kind: deadline
              text: 公示期不少于 {days} 个工作日，比例 {share}，标准：{scale}。
              source: {document: 细则, article: 第十六条, confirmed: 'yes'}
              sources:
                - {document: 本县办法, confirmed: practice}
              in_use: false
              since:
                '2014-05-28':
                  days: {value: 5, unit: 个工作日, local: true, min: 5, max: 15}
                  share: {value: 0.5}
                  scale: {table: {columns: [元, 比例], rows: [[3000 以下, 0.5%], [以上, 1%]]}}
                  word: {value: 半年, note: 备考}
              until: '2030-01-01'
              note: 待核对
            """;

    private static final String SHORT =
            """
            R-DEV-18:
              title: 公示
              text: 公示。
              source: {document: 细则, confirmed: seed}
              since: {'2014-05-28': {}}
            """;

    @Test
    void everythingThatMayBeWrittenIsRead() {
        var entry = read(WHOLE);
        var rule = entry.on(DAY).orElseThrow();
        assertThat(entry.kind()).isEqualTo(Kind.DEADLINE);
        assertThat(entry.inUse()).isFalse();
        assertThat(entry.sources()).hasSize(2);
        assertThat(entry.note()).isEqualTo("待核对");
        assertThat(rule.figure("days")).isEqualTo(5);
        assertThat(rule.decimal("share")).isEqualTo(new BigDecimal("0.5"));
        assertThat(rule.figures().get("scale")).matches(f -> f.is() instanceof Table);
        assertThat(rule.told()).isEqualTo("公示期不少于 5 个工作日，比例 0.5，标准：3000 以下 0.5%；以上 1%。");
        assertThat(Strictness.of(Objects.requireNonNull(rule.figures().get("days"))))
                .isEqualTo(Strictness.UPWARDS);
    }

    @Test
    void aRuleHoldsFromItsFirstDayUntilItsEnd() {
        var entry = read(WHOLE);
        assertThat(entry.on(LocalDate.of(2014, 5, 27))).isEmpty();
        assertThat(entry.on(LocalDate.of(2014, 5, 28))).isPresent();
        assertThat(entry.on(LocalDate.of(2029, 12, 31))).isPresent();
        assertThat(entry.on(LocalDate.of(2030, 1, 1))).isEmpty();
        assertThat(entry.nearest(LocalDate.of(1999, 1, 1)).figure("days")).isEqualTo(5);
    }

    @Test
    void aFaultIsToldWithItsPlace() {
        faulty(WHOLE.replace("kind: deadline", "kindd: deadline"), 3, 3, "不认识的键“kindd”");
        faulty(WHOLE.replace("kind: deadline", "kind: dead"), 3, 9, "没有“dead”这种规则");
        faulty(WHOLE.replace("      days:", "      dais:"), 4, 9, "正文写了 {days}");
        faulty(WHOLE.replace("'2014-05-28'", "'2014-05-32'"), 10, 5, "日期“2014-05-32”有误");
        faulty(WHOLE.replace("min: 5", "min: 16"), 11, 54, "下限 16 大于上限 15");
        faulty(WHOLE.replace("min: 5", "min: 6"), 11, 21, "数值 5 不在上下限之内");
        faulty(WHOLE.replace("R-DEV-18", "R-DEVEL-18"), 1, 1, "规则编号“R-DEVEL-18”的写法不对");
        faulty(WHOLE.replace("confirmed: practice", "confirmed: maybe"), 7, 35, "maybe");
        faulty(WHOLE.replace("in_use: false", "in_use: nein"), 8, 11, "true 或 false");
        faulty(WHOLE.replace("'2030-01-01'", "'2010-01-01'"), 15, 10, "应当晚于");
        faulty(WHOLE.replace("value: 0.5", "value: 8:30"), 12, 22, "请加引号");
        faulty(WHOLE.replace(", 1%]", "]"), 13, 65, "这一行有 1 格，表头有 2 格");
        faulty(SHORT.replace("  title: 公示\n", ""), 2, 3, "缺少“title”");
        faulty(SHORT.replace("source: {", "source: ["), 4, 41, "不合 YAML");
        faulty(SHORT + "  text: 又一遍\n", 6, 3, "“text”写了两次，前一次在第 3 行");
    }

    @Test
    void aRuleThatStandsInTwoFilesIsToldWithBothPlaces() {
        var book = new BookReader();
        book.read("rules/member.yaml", new StringReader("# 旧\n" + SHORT));
        book.read("rules/members/development.yaml", new StringReader(SHORT));
        assertThatThrownBy(book::rules)
                .isInstanceOf(BrokenBook.class)
                .hasMessageContaining(
                        "rules/members/development.yaml 第 1 行第 1 列："
                                + "规则 R-DEV-18 写了两次，另一处是 rules/member.yaml 第 2 行");
    }

    @Test
    void everyFaultIsToldAtOnceAndWithAWayOut() {
        var broken = new BookReader();
        broken.read("rules/a.yaml", new StringReader(SHORT.replace("text:", "texts:")));
        assertThatThrownBy(broken::rules)
                .isInstanceOfSatisfying(
                        BrokenBook.class,
                        book -> {
                            assertThat(book.faults()).hasSize(2);
                            var told = requireNonNull(new BrokenBookAnalyzer().analyze(book));
                            assertThat(told.getDescription()).startsWith("规则文件有 2 处错误");
                            assertThat(told.getAction()).contains("改正");
                        });
    }

    private static BookRule read(String text) {
        var book = new BookReader();
        book.read("rules/a.yaml", new StringReader(text));
        return Objects.requireNonNull(book.rules().get(new RuleId("R-DEV-18")));
    }

    private static void faulty(String text, int line, int column, String says) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        BrokenBook.class,
                        broken ->
                                assertThat(broken.faults())
                                        .first()
                                        .satisfies(
                                                fault -> {
                                                    assertThat(fault.says()).contains(says);
                                                    assertThat(fault.line()).isEqualTo(line);
                                                    assertThat(fault.column()).isEqualTo(column);
                                                }));
    }
}
