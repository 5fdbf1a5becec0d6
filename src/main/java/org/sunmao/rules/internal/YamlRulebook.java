package org.sunmao.rules.internal;

import static java.util.Comparator.comparing;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code rules/*.yaml} once, at the start; a broken file stops the start. */
@Component
class YamlRulebook implements Rulebook {

    private record Body(
            String title, String text, Source source, Map<LocalDate, Map<String, Figure>> since) {}

    private static final TypeReference<Map<String, Body>> BODIES = new TypeReference<>() {};
    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** The versions of each rule by their first day. */
    private final Map<String, TreeMap<LocalDate, Rule>> versions = new TreeMap<>();

    YamlRulebook() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        for (var file : files.getResources("classpath*:rules/*.yaml")) {
            read(file).forEach(this::add);
        }
    }

    @Override
    public Rule rule(RuleId id, LocalDate on) {
        return find(id, on).orElseGet(() -> first(id));
    }

    private Rule first(RuleId id) {
        var rule = versions.get(id.value());
        if (rule == null) {
            throw new IllegalStateException("the book has no rule " + id);
        }
        return rule.firstEntry().getValue();
    }

    @Override
    public Optional<Rule> find(RuleId id, LocalDate on) {
        return Optional.ofNullable(versions.get(id.value()))
                .map(rule -> rule.floorEntry(on))
                .map(Map.Entry::getValue);
    }

    @Override
    public List<Rule> all(LocalDate on) {
        var inForce = new ArrayList<Rule>();
        for (var rule : versions.values()) {
            Optional.ofNullable(rule.floorEntry(on))
                    .map(Map.Entry::getValue)
                    .ifPresent(inForce::add);
        }
        inForce.sort(comparing(rule -> rule.id().value()));
        return inForce;
    }

    private void add(String name, Body body) {
        var id = new RuleId(name);
        var rule = versions.computeIfAbsent(name, _ -> new TreeMap<>());
        body.since()
                .forEach(
                        (day, figures) ->
                                rule.put(
                                        day,
                                        new Rule(
                                                id,
                                                body.title(),
                                                body.text(),
                                                body.source(),
                                                figures)));
    }

    private static Map<String, Body> read(Resource file) {
        try (var in = file.getInputStream()) {
            return MAPPER.readValue(in, BODIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
