package org.sunmao.audit.internal;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each action is called; the table is {@code audit/actions.yaml}. */
@Component
class Actions {

    /** What a security administrator is told of. */
    static final Set<String> ALARMS =
            Set.of("audit.mass-reading", "audit.number-probing", "security.locked-out");

    record Named(String code, String label) {}

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final Map<String, String> labels;

    Actions() {
        try (var in = new ClassPathResource("audit/actions.yaml").getInputStream()) {
            this.labels = new TreeMap<>(new YAMLMapper().readValue(in, LABELS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code itself where there is no word for it. */
    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    List<Named> all() {
        return labels.entrySet().stream()
                .map(one -> new Named(one.getKey(), one.getValue()))
                .toList();
    }

    boolean knows(String code) {
        return labels.containsKey(code);
    }

    Set<String> unknown(Collection<String> codes) {
        return codes.stream().filter(code -> !knows(code)).collect(Collectors.toSet());
    }
}
