package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.internal.Law;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From each rule to the code that acts on it and the tests that prove it. What is found is kept in
 * {@code docs/generated/rules.md} and, for the screen, in {@code rulebook/uses.yaml}; {@code
 * -Drules.write} writes both anew.
 */
class RulesInCodeTests {

    private static final Path DOCUMENT = Path.of("docs/generated/rules.md");
    private static final Path USES = Path.of("src/main/resources/rulebook/uses.yaml");
    private static final Path SCREENS = Path.of("src/main/resources/rulebook/screens.yaml");

    private static Map<RuleId, BookRule> book = Map.of();
    private static Map<String, TreeSet<String>> code = Map.of();
    private static Map<String, TreeSet<String>> tests = Map.of();
    private static Map<String, TreeSet<String>> refusals = Map.of();

    @BeforeAll
    static void read() throws IOException {
        var program = RuleCitations.ofProgram();
        book = new TreeMap<>(Law.book());
        code = program.places;
        book.values().stream()
                .flatMap(rule -> rule.demands().stream())
                .forEach(
                        demand ->
                                demand.rules()
                                        .forEach(
                                                rule ->
                                                        code.computeIfAbsent(
                                                                        rule.value(),
                                                                        _ -> new TreeSet<>())
                                                                .add("duty." + demand.name())));
        refusals = program.refusals;
        tests = RuleCitations.ofTests(program).places;
        for (var one : Law.cases()) {
            tests.computeIfAbsent(one.rule().value(), _ -> new TreeSet<>()).add(one.file());
        }
    }

    @Test
    void whatCodeCitesIsInTheBook() {
        assertThat(known()).containsAll(code.keySet());
        assertThat(known())
                .containsAll(Law.cases().stream().map(one -> one.rule().value()).toList());
    }

    @Test
    void whatIsInUseIsCitedAndWhatIsCitedIsInUse() {
        assertThat(inUse()).as("in_use: true, and cited by no class").isSubsetOf(code.keySet());
        assertThat(inUse()).as("cited by a class, and in_use: false").containsAll(code.keySet());
    }

    @Test
    void whatIsInUseIsProvedByATest() {
        var untested = new TreeSet<>(inUse());
        untested.removeAll(tests.keySet());
        assertThat(untested).as("in use, and no test or case names it (see @Proves)").isEmpty();
    }

    /** By its own name or by that of its module. */
    @Test
    void everyClassThatCitesARuleHasItsScreens() throws IOException {
        var screens = new TreeSet<String>();
        for (var line : Files.readAllLines(SCREENS)) {
            if (line.matches("\\S+:.*")) {
                screens.add(line.substring(0, line.indexOf(':')));
            }
        }
        var classes = new TreeSet<String>();
        code.values().forEach(classes::addAll);
        assertThat(classes)
                .allSatisfy(
                        name ->
                                assertThat(screens)
                                        .as("%s of %s", SCREENS, name)
                                        .containsAnyOf(name, name.split("\\.", 2)[0]));
        screens.removeIf(name -> !name.contains("."));
        assertThat(classes).containsAll(screens);
    }

    @Test
    void theDocumentAndTheIndexTellWhatTheSourcesSay() throws IOException {
        var document = document();
        var uses = uses();
        if (System.getProperty("rules.write") != null) {
            Files.writeString(DOCUMENT, document);
            Files.writeString(USES, uses);
        }
        assertThat(Files.readString(USES)).isEqualTo(uses);
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    private static List<String> known() {
        return book.keySet().stream().map(RuleId::value).toList();
    }

    private static List<String> inUse() {
        return book.values().stream()
                .filter(BookRule::inUse)
                .map(rule -> rule.id().value())
                .toList();
    }

    private static String document() {
        var confirmed =
                book.values().stream()
                        .filter(rule -> rule.sources().getFirst().confirmed().equals("yes"))
                        .count();
        var lines = new ArrayList<String>();
        lines.add("# Rules in the code");
        lines.add("");
        lines.add("Generated by `RulesInCodeTests` with `-Drules.write`; never edited by hand.");
        lines.add("");
        lines.add(
                "%d rules in the book; %d in use by the program; of all, %d confirmed in a text."
                        .formatted(book.size(), inUse().size(), confirmed));
        lines.add("");
        lines.add("## In use");
        lines.add("");
        lines.add("| rule | | source | code | tests |");
        lines.add("|---|---|---|---|---|");
        book.values().stream()
                .filter(BookRule::inUse)
                .map(RulesInCodeTests::row)
                .forEach(lines::add);
        lines.add("");
        lines.add("## In the book only");
        lines.add("");
        lines.add("| rule | | kind | source | confirmed |");
        lines.add("|---|---|---|---|---|");
        book.values().stream()
                .filter(rule -> !rule.inUse())
                .map(RulesInCodeTests::resting)
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String row(BookRule rule) {
        var id = rule.id().value();
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        id,
                        rule.title(),
                        rule.sources().getFirst().cite(),
                        together(code.getOrDefault(id, new TreeSet<>())),
                        together(tests.getOrDefault(id, new TreeSet<>())));
    }

    private static String resting(BookRule rule) {
        var source = rule.sources().getFirst();
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        rule.id(),
                        rule.title(),
                        rule.kind().code(),
                        source.place(),
                        source.confirmed());
    }

    private static String together(Collection<String> places) {
        return String.join("<br>", places);
    }

    /** One line for each list, so that a change shows as one. */
    private static String uses() {
        var lines = new ArrayList<String>();
        lines.add("# Made from the sources by RulesInCodeTests; see -Drules.write.");
        code.forEach(
                (id, classes) -> {
                    lines.add(id + ":");
                    lines.add("  classes: " + list(classes));
                    lines.add("  refusals: " + list(refusals.getOrDefault(id, new TreeSet<>())));
                    lines.add("  tests: " + list(tests.getOrDefault(id, new TreeSet<>())));
                });
        return String.join("\n", lines) + "\n";
    }

    /** JSON is YAML. */
    private static String list(Collection<String> texts) {
        return new JsonMapper().writeValueAsString(texts);
    }
}
