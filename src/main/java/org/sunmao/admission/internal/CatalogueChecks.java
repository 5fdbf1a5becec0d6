package org.sunmao.admission.internal;

import org.sunmao.admission.internal.Catalogue.Book;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.Catalogue.Gate;
import org.sunmao.admission.internal.Catalogue.Kind;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.RuleId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What has to be so in the file of steps, or the program does not start. */
final class CatalogueChecks {

    /** The steps of the official chart, which every scheme has to hold, in their order. */
    static final List<String> STEPS = codes(code -> !beside(code));

    /** What happens beside them. */
    static final List<String> BESIDE = codes(CatalogueChecks::beside);

    private final Book book;
    private final Function<RuleId, Optional<BookRule>> rules;

    CatalogueChecks(Book book, Function<RuleId, Optional<BookRule>> rules) {
        this.book = book;
        this.rules = rules;
    }

    private static List<String> codes(Predicate<StepCode> which) {
        return Arrays.stream(StepCode.values()).filter(which).map(StepCode::code).toList();
    }

    private static boolean beside(StepCode code) {
        return code == StepCode.SUBMIT || code.gate() == StepCode.Gate.BESIDE;
    }

    static IllegalStateException broken(String fault) {
        return new IllegalStateException("admission/steps.yaml, " + fault);
    }

    private static void demand(boolean so, String fault) {
        if (!so) {
            throw broken(fault);
        }
    }

    void check() {
        var numbered = book.entries().keySet().stream().filter(c -> !BESIDE.contains(c)).toList();
        demand(numbered.equals(STEPS), "the steps are not those of the chart: " + numbered);
        demand(book.entries().keySet().containsAll(BESIDE), "it lacks one of " + BESIDE);
        var gates = book.gates().stream().map(Gate::code).toList();
        for (var entry : book.entries().values()) {
            demand(gates.contains(entry.gate()), entry.code() + " has no gate: " + entry.gate());
            var by = StepCode.of(entry.code()).by().code();
            demand(entry.by().code().equals(by), entry.code() + " is taken by: " + by);
            check(entry);
        }
        demand(book.schemes().containsKey(STEPS.size()), "it lacks the official scheme");
        book.schemes().values().forEach(scheme -> check(scheme, gates));
    }

    private void check(Entry entry) {
        var code = entry.code();
        demand(!entry.rules().isEmpty(), code + " cites no rule");
        for (var rule : entry.rules()) {
            demand(rules.apply(rule).isPresent(), code + " cites what is not in the book: " + rule);
        }
        demand(!entry.says().isBlank(), code + " says nothing");
        var keys = new HashSet<String>();
        for (var field : entry.fields()) {
            demand(keys.add(field.key()), code + " asks twice for " + field.key());
            check(code + "." + field.key(), field);
        }
        Stream.concat(
                        Stream.of(entry.says(), entry.template(), entry.example()),
                        entry.fields().stream().map(Field::hint))
                .forEach(text -> figures(code, text));
    }

    private static void check(String place, Field field) {
        demand(!field.label().isBlank(), place + " has no label");
        demand(
                (field.kind() == Kind.CHOICE) == !field.options().isEmpty(),
                place + " is a choice, or has options");
        demand(
                (field.kind() == Kind.MEMBERS) == (field.max() > 0),
                place + " names members, or has a maximum");
    }

    /** Each figure in a text is one of the rulebook, and no brace is left over. */
    private void figures(String code, String text) {
        var found = Catalogue.FIGURE.matcher(text);
        while (found.find()) {
            var name = found.group(2);
            var rule = rules.apply(new RuleId(found.group(1)));
            demand(
                    rule.map(one -> one.since().lastEntry().getValue().containsKey(name))
                            .orElse(false),
                    code + " names a figure that is not there: " + found.group());
        }
        var rest = found.replaceAll("");
        demand(!rest.contains("{") && !rest.contains("}"), code + " has a loose brace");
    }

    private static void check(Scheme scheme, List<String> gates) {
        var counted = scheme.counted();
        var name = "scheme " + scheme.steps();
        demand(counted.size() == scheme.steps(), name + " has " + counted.size() + " steps");
        var order = new ArrayList<String>();
        counted.stream()
                .flatMap(one -> one.codes().stream())
                .filter(code -> !BESIDE.contains(code) && !order.contains(code))
                .forEach(order::add);
        demand(order.equals(STEPS), name + " is not in the order of the chart");
        var grouped = counted.stream().map(Scheme.Counted::gate).distinct().toList();
        demand(grouped.equals(gates), name + " is not in the order of the gates");
        counted.forEach(one -> demand(!one.title().isBlank(), name + " has no title"));
    }
}
