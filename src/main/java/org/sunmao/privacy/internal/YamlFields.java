package org.sunmao.privacy.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.RegisteredTable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code privacy/*.yaml}, one file per schema, once at the start; a broken file stops the
 * start and tells its name, the line and the fault.
 */
@Component
class YamlFields implements FieldRegistry {

    private static final TypeReference<LinkedHashMap<String, TableEntry>> ENTRIES =
            new TypeReference<>() {};
    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Map<String, RegisteredTable> tables = new LinkedHashMap<>();

    YamlFields() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        for (var file : files.getResources("classpath*:privacy/*.yaml")) {
            add(file);
        }
    }

    private void add(Resource file) throws IOException {
        var name = "privacy/" + file.getFilename();
        try (var in = file.getInputStream()) {
            for (var table : read(name, in)) {
                tables.put(table.name(), table);
            }
        }
    }

    @Override
    public List<RegisteredTable> tables() {
        return List.copyOf(tables.values());
    }

    @Override
    public RegisteredTable table(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("the registry has no table " + name);
        }
        return table;
    }

    /** The tables of one file; a fault is told with its file and line. */
    static Collection<RegisteredTable> read(String file, InputStream in) {
        try {
            var entries = MAPPER.readValue(in, ENTRIES);
            if (entries == null || entries.isEmpty()) {
                throw broken(file, 1, "no table", null);
            }
            var schema = file.replaceAll("^.*/|\\.yaml$", "");
            entries.keySet().stream()
                    .filter(table -> !table.matches(schema + "\\.[a-z_]+"))
                    .findFirst()
                    .ifPresent(
                            table -> {
                                throw broken(file, 1, table + " is not of this schema", null);
                            });
            return entries.entrySet().stream()
                    .map(entry -> entry.getValue().table(entry.getKey()))
                    .toList();
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw broken(file, line, e.getOriginalMessage(), e);
        }
    }

    private static IllegalStateException broken(
            String file, int line, String fault, @Nullable Exception cause) {
        return new IllegalStateException(file + ", line " + line + ": " + fault, cause);
    }
}
