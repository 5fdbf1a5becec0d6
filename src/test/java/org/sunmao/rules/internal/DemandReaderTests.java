package org.sunmao.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Amount;
import org.sunmao.rules.Demand.Anchor;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Length;
import org.sunmao.rules.Demand.Moment;
import org.sunmao.rules.Demand.Operator;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Demand.Unit;
import org.sunmao.rules.RuleId;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;

/** What a rule demands is declared in a small language; what is not of it is told by its place. */
class DemandReaderTests {

    private static final RuleId RULE = new RuleId("R-DEV-18");

    private static final String TEXT =
            """
            R-DEV-18:
              title: 公示
              text: 公示期不少于 {days} 个工作日。
              source: {document: 细则, confirmed: 'yes'}
              since: {'2014-05-28': {days: {value: 5, unit: 个工作日}}}
              duties:
                - name: notice-missing
                  title: 没有公示
                  of: [branch, joint]
                  not_in: [organ]
                  while: full >= 3 and officers < {days}
                  due: "{days} working-days after start"
                  yellow: "1 days after due"
                  remind: ["1 months before due"]
                  remedy: {says: 补公示, opens: posts}
            """;

    @Test
    void aDeclarationIsReadAsItStands() {
        var demand = read(TEXT);
        assertThat(demand.kinds()).containsExactly("branch", "joint");
        assertThat(demand.exceptFields()).containsExactly("organ");
        assertThat(demand.subject()).isEqualTo("organization");
        assertThat(demand.helper()).isEqualTo("superior");
        assertThat(demand.rules()).containsExactly(RULE);
        assertThat(((Trigger.While) demand.trigger()).all())
                .containsExactly(
                        new Comparison("full", Operator.AT_LEAST, new Amount(null, null, 3)),
                        new Comparison("officers", Operator.LESS, new Amount(RULE, "days", 0)));
        assertThat(demand.timing().due())
                .isEqualTo(
                        new Moment(
                                new Length(new Amount(RULE, "days", 0), Unit.WORKING_DAYS),
                                Anchor.AFTER_START));
        assertThat(demand.timing().remind()).hasSize(1);
        assertThat(demand.timing().red()).isNull();
    }

    @Test
    void aPeriodOfTheCalendarOrSoManyMonthsMayBeDemanded() {
        var quarter =
                TEXT.replace(
                        "while: full >= 3 and officers < {days}",
                        "every: quarter\n      needs: review");
        assertThat(read(quarter).trigger())
                .isEqualTo(new Trigger.Every("quarter", null, "review", List.of()));
        var months = quarter.replace("every: quarter", "every: \"{days} months\"");
        assertThat(((Trigger.Every) read(months).trigger()).length())
                .isEqualTo(new Length(new Amount(RULE, "days", 0), Unit.MONTHS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    full >= 3 and          | full is 3 and          | 11 | 看不懂，应当像 full < {full}
                    {days} working-days    | {weeks} working-days   | 12 | 没有叫“weeks”的数字
                    1 days after due       | 1 days after tea       | 13 | 应当像 30 days after start
                    1 months before        | 1 moons before         | 14 | 单位有 days、working-days
                    name: notice-missing   | name: Notice           | 7  | 应当是英文小写的词
                    , opens: posts         | ''                     | 15 | 缺少“opens”
                    title: 没有公示        | titel: 没有公示        | 8  | 不认识的键“titel”
                    of: [branch, joint]    | of: branch             | 9  | 应当是列表
                    """)
    void whatIsNotOfTheLanguageIsToldByItsPlace(String right, String wrong, int line, String says) {
        assertThatThrownBy(() -> read(TEXT.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        BrokenBook.class,
                        broken ->
                                assertThat(broken.faults())
                                        .anySatisfy(
                                                fault -> {
                                                    assertThat(fault.says()).contains(says);
                                                    assertThat(fault.line()).isEqualTo(line);
                                                }));
    }

    @Test
    void aNameIsGivenOnce() {
        var twice = TEXT + TEXT.substring(TEXT.indexOf("    - name"));
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("已经用过");
    }

    private static Demand read(String text) {
        var book = new BookReader();
        book.read("rules/a.yaml", new StringReader(text));
        return Objects.requireNonNull(book.rules().get(RULE)).demands().getFirst();
    }
}
