package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunmao.admission.internal.Catalogue.Book;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.PaperKind;
import org.sunmao.rules.internal.Law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of steps is read as written, and a broken one does not start. */
class CatalogueReaderTests {

    private static final Path FILE = Path.of("src/main/resources/admission/steps.yaml");

    private static String text() throws IOException {
        return Files.readString(FILE);
    }

    private static Book read(String text) {
        return CatalogueReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                rule -> Optional.ofNullable(Law.book().get(rule)));
    }

    @Test
    void eachStepTellsWhoActsByWhichRuleAndWhatToWrite() throws IOException {
        var book = read(text());
        assertThat(book.entries()).hasSize(28);
        assertThat(book.entries().values())
                .allSatisfy(
                        entry -> {
                            assertThat(entry.byName()).isNotBlank();
                            assertThat(entry.says()).isNotBlank();
                            assertThat(entry.example()).isNotBlank();
                        });
    }

    /** R-FIL-01, as many as R-DEV-53 counts. */
    @Test
    void theFiveOfThePersonalFileAreKeptAndAllTwentyNineAreUsed() throws IOException {
        var book = read(text());
        assertThat(book.papers().values().stream().filter(PaperKind::kept).map(PaperKind::code))
                .containsExactly("D01", "D07", "D13", "D19", "D27")
                .hasSize(Law.rule(Rules.PAPERS).figure("items"));
        var used =
                book.entries().values().stream()
                        .flatMap(entry -> entry.papers().stream())
                        .map(PaperKind::code)
                        .distinct()
                        .toList();
        assertThat(used).hasSize(29).containsExactlyInAnyOrderElementsOf(book.papers().keySet());
    }

    /** The rule by which the process refuses a step is among those the step cites. */
    @Test
    void aStepCitesTheRuleTheProcessTakesItBy() throws IOException {
        var book = read(text());
        assertThat(requireNonNull(book.entries().get("talk")).rules()).contains(Rules.TALK);
        assertThat(requireNonNull(book.entries().get("training")).rules()).contains(Rules.TRAINING);
        assertThat(requireNonNull(book.entries().get("vote")).rules().getFirst())
                .isEqualTo(Rules.MAJORITY);
        assertThat(requireNonNull(book.entries().get("archive")).rules()).contains(Rules.PAPERS);
        assertThat(book.entries().values().stream().filter(Entry::votes).map(Entry::code))
                .containsExactly("vote", "conversion-vote");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '  move:'|'  moves:'|the steps are not those of the chart
                    'by: person'|'by: somebody'|line
                    'by: county'|'by: committee'|file-approval is taken by: county
                    'rules: [R-DEV-09]'|'rules: [R-DEV-99]'|talk cites what is not in the book
                    'papers: [D02]'|'papers: [D30]'|names a paper that is not there
                    '{R-DEV-07.age}'|'{R-DEV-07.years}'|application names a figure that is not there
                    '{R-DEV-07.age}'|'{age}'|application has a loose brace
                    '    gate: object'|'    gate: subject'|has no gate
                    'key: words, label: 谈话内容'|'key: talker, label: 谈话内容'|talk asks twice for talker
                    'kind: members, required: true, max: 2'|'kind: members'|names members
                    '        - contacts'|'        - oath'|is not in the order of the chart
                    '        - sponsors'|'        - sponsor'|names a step that is not there
                    'kept: true'|'keeps: true'|line
                    """)
    void whatIsWrongStopsTheStartAndIsTold(String was, String broken, String fault)
            throws IOException {
        var good = text();
        assertThat(good).contains(was);
        var bad = good.replaceFirst(Pattern.quote(was), quoted(broken));
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("admission/steps.yaml, ")
                .hasMessageContaining(fault);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    @Test
    void aSchemeHasAsManyStepsAsItSays() throws IOException {
        var bad =
                text().replaceFirst(
                                "        - contacts\n", "        - contacts\n        - contacts\n");
        assertThatThrownBy(() -> read(bad)).hasMessageContaining("scheme 23 has 24 steps");
    }
}
