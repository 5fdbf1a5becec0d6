package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The steps of admission as people see them, read once at the start from {@code
 * admission/steps.yaml}: words, forms, papers, and how a locality counts. What may be done when is
 * judged by {@link AdmissionProcess} alone (ADR 0033).
 */
@Component
class Catalogue {

    /** How a locality counts the steps. */
    static final RuleId COUNTED = new RuleId("R-DEV-56");

    /** A figure of the rulebook in a text, as {R-DEV-09.months}. */
    static final Pattern FIGURE = Pattern.compile("\\{(R-[A-Z]{1,3}-\\d{2})\\.([A-Za-z0-9]+)}");

    private static final int OFFICIAL = 25;

    /** What a form asks for. */
    enum Kind {
        TEXT,
        WORDS,
        DAY,
        NUMBER,
        YES,
        CHOICE,
        MEMBERS,
        MEMBER,
        FILE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who acts. */
    enum Actor {
        PERSON,
        BRANCH,
        COMMITTEE,
        COUNTY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Gate(String code, String name) {}

    /**
     * A paper of the file.
     *
     * @param kept whether it is one of those that go into the personal file (R-FIL-01)
     * @param printed whether it can be had pre-filled
     */
    record PaperKind(String code, String title, boolean kept, boolean printed) {}

    record Option(String code, String label) {}

    /**
     * @param hint empty where there is none; may hold figures
     * @param max how many members may be named; nought where it does not matter
     */
    record Field(
            String key,
            String label,
            Kind kind,
            boolean required,
            List<Option> options,
            String hint,
            int max) {}

    /**
     * A step.
     *
     * @param by who has to act
     * @param byName the same in words
     * @param votes whether a meeting votes
     * @param says what is to be done; may hold figures
     * @param template a form of what is written; empty where nothing is
     * @param example how somebody wrote it
     */
    record Entry(
            String code,
            String title,
            String gate,
            Actor by,
            String byName,
            List<RuleId> rules,
            List<PaperKind> papers,
            List<Field> fields,
            boolean votes,
            String says,
            String template,
            String example) {}

    /**
     * All that the file says.
     *
     * @param entries in their order, also those beside the count
     * @param schemes by the number of their steps
     */
    record Book(
            List<Gate> gates,
            Map<String, PaperKind> papers,
            Map<String, Entry> entries,
            Map<Integer, Scheme> schemes) {}

    private final Book book;
    private final Rulebook rulebook;

    @Autowired
    Catalogue(Rulebook rulebook) throws IOException {
        try (var in = new ClassPathResource("admission/steps.yaml").getInputStream()) {
            this.book = CatalogueReader.read(in, rulebook::entry);
        }
        this.rulebook = rulebook;
    }

    List<Gate> gates() {
        return book.gates();
    }

    List<PaperKind> papers() {
        return List.copyOf(book.papers().values());
    }

    /** A paper by its code; null where there is none. */
    @Nullable PaperKind paper(String code) {
        return book.papers().get(code);
    }

    /** All steps, in their order. */
    List<Entry> entries() {
        return List.copyOf(book.entries().values());
    }

    boolean knows(String code) {
        return book.entries().containsKey(code);
    }

    Entry entry(String code) {
        return Objects.requireNonNull(book.entries().get(code), code);
    }

    /** How steps are counted there; by the official chart where no other is known. */
    Scheme scheme(LocalDate on, @Nullable UUID organization) {
        var steps = rulebook.rule(COUNTED, on, organization).figure("steps");
        var official = Objects.requireNonNull(book.schemes().get(OFFICIAL));
        return book.schemes().getOrDefault(steps, official);
    }

    /** A text with the figures in it that hold there on that day. */
    String told(String text, LocalDate on, @Nullable UUID organization) {
        return FIGURE.matcher(text)
                .replaceAll(
                        found -> {
                            var rule = new RuleId(found.group(1));
                            var figures = rulebook.rule(rule, on, organization).figures();
                            var figure = Objects.requireNonNull(figures.get(found.group(2)));
                            return figure.is().told();
                        });
    }
}
