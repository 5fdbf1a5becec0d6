package org.sunmao.locality.internal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.sunmao.rules.RuleId;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where rules are used: {@code rulebook/uses.yaml} is made from the sources by a test, which fails
 * when it differs from them; {@code rulebook/screens.yaml} names the screens of each class or, for
 * the rest of it, of each module.
 */
@Component
class Uses {

    /**
     * Where one rule is used.
     *
     * @param classes that act on it
     * @param refusals what is said when something is refused by it
     * @param tests that prove it
     */
    record Use(List<String> classes, List<String> refusals, List<String> tests) {

        static final Use NONE = new Use(List.of(), List.of(), List.of());
    }

    /**
     * A screen on which a rule shows.
     *
     * @param path where it is; empty where it has no address of its own
     */
    record UseScreen(String name, String path) {}

    private static final TypeReference<Map<String, Use>> USES = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<UseScreen>>> SCREENS =
            new TypeReference<>() {};

    private final Map<String, Use> uses;
    private final Map<String, List<UseScreen>> screens;

    Uses() throws IOException {
        this.uses = read("rulebook/uses.yaml", USES);
        this.screens = read("rulebook/screens.yaml", SCREENS);
    }

    private static <T> T read(String file, TypeReference<T> type) throws IOException {
        try (var in = new ClassPathResource(file).getInputStream()) {
            return new YAMLMapper().readValue(in, type);
        }
    }

    Use of(RuleId rule) {
        return uses.getOrDefault(rule.value(), Use.NONE);
    }

    List<UseScreen> screens(Use use) {
        var found = new ArrayList<UseScreen>();
        for (var name : use.classes()) {
            of(name).stream().filter(screen -> !found.contains(screen)).forEach(found::add);
        }
        return found;
    }

    private List<UseScreen> of(String name) {
        var module = name.substring(0, name.indexOf('.'));
        return screens.getOrDefault(name, screens.getOrDefault(module, List.of()));
    }
}
