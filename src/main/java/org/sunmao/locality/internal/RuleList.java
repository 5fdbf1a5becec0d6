package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;
import org.sunmao.web.PageLimit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds rules by words, document and kind; the book is small and lies in memory. */
@Component
class RuleList {

    private static final int LONGEST = 100;

    /**
     * What is looked for; anything absent is not asked for.
     *
     * @param q words, each of which is in the id, the title, the text or a source
     * @param confirmed true for what is confirmed, false for what is not
     * @param local whether a locality may change any of its figures
     */
    record Question(
            @Nullable String q,
            @Nullable String document,
            @Nullable String kind,
            @Nullable Boolean inUse,
            @Nullable Boolean confirmed,
            @Nullable Boolean local,
            @Nullable String after,
            @Nullable Integer limit) {}

    /** A document and how many rules stand in it. */
    record RuleDocument(String document, int rules) {}

    private final Rulebook rulebook;

    RuleList(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    Page<RuleItem> find(Question question) {
        var key = PageKey.read(question.after(), 1);
        var limit = PageLimit.of(question.limit());
        var rows =
                rulebook.entries().stream()
                        .filter(
                                rule ->
                                        key == null
                                                || rule.id().value().compareTo(key.getFirst()) > 0)
                        .filter(rule -> fits(rule, question))
                        .map(RuleList::item)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(rows, limit, item -> List.of(item.id()));
    }

    /** All documents of the book, those with most rules first. */
    List<RuleDocument> documents() {
        var counted = new TreeMap<String, Integer>();
        for (var rule : rulebook.entries()) {
            rule.sources().stream()
                    .map(source -> source.document())
                    .distinct()
                    .forEach(document -> counted.merge(document, 1, Integer::sum));
        }
        return counted.entrySet().stream()
                .map(one -> new RuleDocument(one.getKey(), one.getValue()))
                .sorted((one, other) -> Integer.compare(other.rules(), one.rules()))
                .toList();
    }

    private static boolean fits(BookRule rule, Question question) {
        var document = question.document();
        var kind = question.kind();
        return words(question.q()).allMatch(word -> text(rule).contains(word))
                && (document == null
                        || document.isEmpty()
                        || rule.sources().stream().anyMatch(s -> s.document().equals(document)))
                && (kind == null || kind.isEmpty() || rule.kind().code().equals(kind))
                && is(question.inUse(), rule.inUse())
                && is(question.confirmed(), rule.sources().getFirst().confirmed().equals("yes"))
                && is(question.local(), local(rule));
    }

    private static boolean is(@Nullable Boolean asked, boolean so) {
        return asked == null || asked == so;
    }

    private static Stream<String> words(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return Stream.empty();
        }
        var asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        return Arrays.stream(asked.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static String text(BookRule rule) {
        var sources = rule.sources().stream().map(s -> s.document() + " " + s.article()).toList();
        var told = rule.nearest(java.time.LocalDate.MAX).told();
        return String.join(
                        "\n",
                        rule.id().value(),
                        rule.title(),
                        told,
                        rule.note(),
                        sources.toString())
                .toLowerCase(Locale.ROOT);
    }

    static boolean local(BookRule rule) {
        return rule.since().lastEntry().getValue().values().stream().anyMatch(Figure::local);
    }

    private static RuleItem item(BookRule rule) {
        var source = rule.sources().getFirst();
        return new RuleItem(
                rule.id().value(),
                rule.title(),
                rule.kind().code(),
                rule.kind().label(),
                source.place(),
                source.confirmed(),
                Confirmation.says(source.confirmed()),
                rule.inUse(),
                local(rule));
    }
}
