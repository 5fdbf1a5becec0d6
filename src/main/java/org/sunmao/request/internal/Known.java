package org.sunmao.request.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.RegisteredField;
import org.sunmao.request.internal.Lexicon.Sort;
import org.sunmao.request.internal.Lexicon.Word;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform holds already, by the words of {@code request/known.yaml} and the names of the
 * registered fields: whoever asks for it is told where it is (AF-07).
 */
@Component
class Known {

    /**
     * Where something is found.
     *
     * @param opens the key of the page
     */
    record KnownPlace(String name, String opens) {}

    /** Something a request asked for that is held. */
    record Found(String label, KnownPlace place) {}

    private record Subject(String at, String counted, List<String> words) {}

    private record Fact(String at, List<String> words) {}

    private record Measure(@Nullable Boolean counts, List<String> words) {}

    private record Ban(String says, List<String> words) {}

    private record Book(
            Map<String, KnownPlace> places,
            List<Subject> subjects,
            List<Fact> facts,
            List<Measure> measures,
            List<String> qualifiers,
            List<String> fillers,
            List<Ban> forbidden,
            List<String> contexts,
            List<String> against) {}

    /** Of whom the registered fields tell. */
    private static final Map<String, String> REGISTERS =
            Map.of("member.profile", "members", "organization.post", "posts");

    private final Lexicon lexicon = new Lexicon();
    private final Book book;

    Known(FieldRegistry registry) throws IOException {
        try (var in = new ClassPathResource("request/known.yaml").getInputStream()) {
            this.book = new YAMLMapper().readValue(in, Book.class);
        }
        for (var fact : book.facts()) {
            fact.words().forEach(text -> add(text, Sort.FACT, fact.at(), fact.at(), false));
        }
        for (var one : book.subjects()) {
            one.words().forEach(text -> add(text, Sort.SUBJECT, one.at(), one.counted(), false));
        }
        for (var one : book.measures()) {
            one.words().forEach(text -> add(text, Sort.MEASURE, "", "", one.counts() != null));
        }
        REGISTERS.forEach(
                (table, place) ->
                        registry.table(table).fields().stream()
                                .map(RegisteredField::label)
                                .forEach(label -> add(label, Sort.MEASURE, place, place, false)));
        book.qualifiers().forEach(text -> add(text, Sort.QUALIFIER, "", "", false));
        book.fillers().forEach(text -> add(text, Sort.FILLER, "", "", false));
    }

    private void add(String text, Sort sort, String at, String counted, boolean counts) {
        lexicon.add(new Word(text, sort, at, counted, counts));
    }

    /**
     * Where what a label asks for is held.
     *
     * @param title of the request: what an attribute alone is told of
     */
    Optional<Found> find(String label, String title) {
        var words = lexicon.cover(label);
        var subject = last(words, Sort.SUBJECT);
        if (subject == null && last(words, Sort.MEASURE) != null) {
            subject = last(lexicon.cover(title), Sort.SUBJECT);
        }
        var fact = last(words, Sort.FACT);
        if (fact != null) {
            return Optional.of(new Found(label, place(fact.place())));
        }
        if (subject == null) {
            return Optional.empty();
        }
        var counts = words.stream().anyMatch(Word::counts);
        return Optional.of(new Found(label, place(counts ? subject.counted() : subject.place())));
    }

    private static @Nullable Word last(List<Word> words, Sort sort) {
        return words.reversed().stream()
                .filter(word -> word.sort() == sort)
                .findFirst()
                .orElse(null);
    }

    private KnownPlace place(String key) {
        return requireNonNull(book.places().get(key), key);
    }

    /** What nobody may be asked for, in the words of the ban; empty where there is none. */
    Optional<String> forbidden(String text) {
        var plain = Lexicon.plain(text);
        if (book.against().stream().anyMatch(plain::contains)) {
            return Optional.empty();
        }
        for (var context : book.contexts()) {
            plain = plain.replace(context, "");
        }
        var left = plain;
        return book.forbidden().stream()
                .filter(ban -> ban.words().stream().anyMatch(left::contains))
                .map(Ban::says)
                .findFirst();
    }
}
