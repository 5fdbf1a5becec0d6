package org.sunmao.house;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An operation of the interfaces, as {@code docs/generated/openapi.json} describes it. */
public record Operation(String method, String path, JsonNode described) {

    private static final Path DESCRIPTION = Path.of("docs/generated/openapi.json");

    /** The whole description. */
    public static JsonNode description() {
        return new JsonMapper().readTree(DESCRIPTION);
    }

    public static List<Operation> all() {
        var paths = description().get("paths").properties();
        return paths.stream()
                .flatMap(path -> path.getValue().properties().stream().map(one -> of(path, one)))
                .toList();
    }

    private static Operation of(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> one) {
        return new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue());
    }

    /** The kinds of content its body may be of; none for one that takes no body. */
    public List<String> contents() {
        return List.copyOf(described.path("requestBody").path("content").propertyNames());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
