package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.house.Proves;
import org.sunmao.rules.Localities;
import org.sunmao.rules.Rule.Decision;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Value.Whole;
import org.sunmao.rules.internal.Law;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A locality counts the steps its own way; the order and what is judged stay as they are. */
@Proves("R-DEV-56")
class CatalogueSchemeTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID HERE = new UUID(0, 1);

    /** One decision, of one figure. */
    private record Decided(RuleId rule, String figure, int value) implements Localities {

        @Override
        public List<Local> above(RuleId asked, LocalDate on, @Nullable UUID organization) {
            var by = new Decision(HERE, HERE, "某县委", DAY);
            return asked.equals(rule) && HERE.equals(organization)
                    ? List.of(new Local(figure, new Whole(value), by, "/1/"))
                    : List.of();
        }

        @Override
        public Set<LocalDate> turns(RuleId asked) {
            return Set.of(DAY);
        }
    }

    private static Catalogue catalogue(RuleId rule, String figure, int value) throws IOException {
        return new Catalogue(Law.rulebook(new Decided(rule, figure, value)));
    }

    private static Scheme scheme(int steps) throws IOException {
        return catalogue(Catalogue.COUNTED, "steps", steps).scheme(DAY, HERE);
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 25, 29, 31, 32})
    void theLocalFigureChoosesHowStepsAreCounted(int steps) throws IOException {
        var scheme = scheme(steps);
        assertThat(scheme.steps()).isEqualTo(steps);
        assertThat(scheme.counted()).hasSize(steps);
        assertThat(scheme.number("application")).isEqualTo("1");
        assertThat(scheme.number("archive")).isEqualTo("" + steps);
    }

    @Test
    void whereNothingIsDecidedOrNoSuchCountIsKnownTheOfficialChartHolds() throws IOException {
        var catalogue = catalogue(Catalogue.COUNTED, "steps", 24);
        assertThat(catalogue.scheme(DAY, HERE).steps()).isEqualTo(25);
        assertThat(catalogue.scheme(DAY, null).steps()).isEqualTo(25);
        var official = catalogue.scheme(DAY, null);
        var numbers =
                CatalogueChecks.STEPS.stream().map(official::number).map(Integer::valueOf).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(25);
    }

    @Test
    void twoStepsMayCountAsOneAndOneAsTwo() throws IOException {
        var few = scheme(23);
        assertThat(few.number("fix-activist"))
                .isEqualTo(few.number("file-activist"))
                .isEqualTo("3");
        var many = scheme(29);
        assertThat(many.number("fix-activist")).isEqualTo("3–4");
        assertThat(many.number("file-activist")).isEqualTo("5");
    }

    @Test
    void theSubmissionHasANumberOnlyWhereItIsCounted() throws IOException {
        assertThat(scheme(25).number("submit")).isEmpty();
        assertThat(scheme(31).number("submit")).isEqualTo("20");
    }

    @Test
    void inEveryCountAStepStandsUnderTheSameGate() throws IOException {
        var catalogue = catalogue(Catalogue.COUNTED, "steps", 32);
        var scheme = catalogue.scheme(DAY, HERE);
        assertThat(catalogue.entries())
                .allSatisfy(entry -> assertThat(scheme.gate(entry)).isEqualTo(entry.gate()));
    }

    @Test
    void guidanceNamesTheFiguresThatHoldThere() throws IOException {
        var catalogue = catalogue(new RuleId("R-DEV-24"), "months", 2);
        var says = catalogue.entry("pre-examine").says();
        assertThat(catalogue.told(says, DAY, HERE)).contains("在 2 个月内答复").doesNotContain("{");
        assertThat(catalogue.told(says, DAY, null)).contains("在 1 个月内答复");
        assertThat(catalogue.entries().stream().map(Entry::says))
                .allSatisfy(
                        text -> assertThat(catalogue.told(text, DAY, HERE)).doesNotContain("{"));
    }
}
