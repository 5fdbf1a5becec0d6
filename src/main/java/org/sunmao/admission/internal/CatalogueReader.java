package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Catalogue.Actor;
import org.sunmao.admission.internal.Catalogue.Book;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.Catalogue.Gate;
import org.sunmao.admission.internal.Catalogue.Kind;
import org.sunmao.admission.internal.Catalogue.Option;
import org.sunmao.admission.internal.Catalogue.PaperKind;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.RuleId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads the file of steps; what is wrong in it stops the start and is told with its place. */
final class CatalogueReader {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private record PaperLines(String title, @Nullable Boolean kept, @Nullable Boolean printed) {}

    private record FieldLines(
            String key,
            String label,
            Kind kind,
            @Nullable Boolean required,
            @Nullable List<Option> options,
            @Nullable String hint,
            @Nullable Integer max) {}

    private record StepLines(
            String title,
            String gate,
            Actor by,
            String byName,
            List<String> rules,
            List<String> papers,
            @Nullable List<FieldLines> fields,
            @Nullable Boolean votes,
            String says,
            String template,
            String example) {}

    private record SchemeLines(String name, LinkedHashMap<String, List<JsonNode>> gates) {}

    private record Lines(
            List<Gate> gates,
            LinkedHashMap<String, PaperLines> papers,
            LinkedHashMap<String, StepLines> steps,
            LinkedHashMap<String, StepLines> beside,
            LinkedHashMap<Integer, SchemeLines> schemes) {}

    private CatalogueReader() {}

    /**
     * @param rules looks up what a step cites
     */
    static Book read(InputStream in, Function<RuleId, Optional<BookRule>> rules) {
        var lines = lines(in);
        var papers = new LinkedHashMap<String, PaperKind>();
        lines.papers().forEach((code, paper) -> papers.put(code, paper(code, paper)));
        var entries = new LinkedHashMap<String, Entry>();
        lines.steps().forEach((code, step) -> entries.put(code, entry(code, step, papers)));
        lines.beside().forEach((code, step) -> entries.put(code, entry(code, step, papers)));
        var schemes = new LinkedHashMap<Integer, Scheme>();
        lines.schemes().forEach((count, all) -> schemes.put(count, scheme(count, all, entries)));
        var book = new Book(lines.gates(), papers, entries, schemes);
        new CatalogueChecks(book, rules).check();
        return book;
    }

    private static Lines lines(InputStream in) {
        try {
            return MAPPER.readValue(in, Lines.class);
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw CatalogueChecks.broken("line " + line + ": " + e.getOriginalMessage());
        }
    }

    private static PaperKind paper(String code, PaperLines lines) {
        var printed = !Boolean.FALSE.equals(lines.printed());
        return new PaperKind(code, lines.title(), Boolean.TRUE.equals(lines.kept()), printed);
    }

    private static Entry entry(String code, StepLines lines, Map<String, PaperKind> papers) {
        return new Entry(
                code,
                lines.title(),
                lines.gate(),
                lines.by(),
                lines.byName(),
                lines.rules().stream().map(rule -> rule(code, rule)).toList(),
                lines.papers().stream().map(paper -> known(code, paper, papers)).toList(),
                lines.fields() == null
                        ? List.of()
                        : lines.fields().stream().map(CatalogueReader::field).toList(),
                Boolean.TRUE.equals(lines.votes()),
                lines.says(),
                lines.template(),
                lines.example());
    }

    private static RuleId rule(String step, String id) {
        if (!RuleId.fits(id)) {
            throw CatalogueChecks.broken(step + " cites what is no rule: " + id);
        }
        return new RuleId(id);
    }

    private static PaperKind known(String step, String code, Map<String, PaperKind> papers) {
        var paper = papers.get(code);
        if (paper == null) {
            throw CatalogueChecks.broken(step + " names a paper that is not there: " + code);
        }
        return paper;
    }

    private static Field field(FieldLines lines) {
        return new Field(
                lines.key(),
                lines.label(),
                lines.kind(),
                Boolean.TRUE.equals(lines.required()),
                lines.options() == null ? List.of() : lines.options(),
                Objects.requireNonNullElse(lines.hint(), ""),
                Objects.requireNonNullElse(lines.max(), 0));
    }

    private static Scheme scheme(int count, SchemeLines lines, Map<String, Entry> entries) {
        var counted = new ArrayList<Scheme.Counted>();
        lines.gates()
                .forEach(
                        (gate, steps) ->
                                steps.forEach(
                                        step ->
                                                counted.add(
                                                        counted(
                                                                counted.size() + 1,
                                                                gate,
                                                                step,
                                                                entries))));
        return new Scheme(count, lines.name(), counted);
    }

    private static Scheme.Counted counted(
            int number, String gate, JsonNode step, Map<String, Entry> entries) {
        var codes =
                step.isString()
                        ? List.of(step.asString())
                        : step.path("of").valueStream().map(JsonNode::asString).toList();
        for (var code : codes) {
            if (!entries.containsKey(code)) {
                throw CatalogueChecks.broken("a scheme names a step that is not there: " + code);
            }
        }
        var title =
                step.isString()
                        ? Objects.requireNonNull(entries.get(codes.getFirst())).title()
                        : step.path("title").asString();
        return new Scheme.Counted(number, title, gate, codes);
    }
}
