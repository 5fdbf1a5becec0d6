package org.sunmao.code.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.code.Division;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code codes.yaml} once, at the start; divisions are rows, as they are many. */
@Component
class YamlCodes implements Codes {

    private static final String DIVISIONS =
            "select code, name from code.division where code in (:codes)";
    private static final String TELLING =
            """
            select d.code, case when exists (select from code.division o
                where o.name = d.name and o.code <> d.code)
              then d.name || '（' || d.code || '）' else d.name end as name
            from code.division d where d.code in (:codes)
            """;
    private static final String ADD =
            """
            insert into code.division (code, name, parent, source)
            values (:code, :name, :parent, :source) on conflict (code) do nothing
            """;

    /** One code as shown outside; a group may be shown and not stored. */
    record Entry(String code, String label, @Nullable Boolean selectable) {

        boolean storable() {
            return !Boolean.FALSE.equals(selectable);
        }
    }

    record Table(String standard, String edition, List<Entry> codes) {}

    private static final TypeReference<Map<String, Table>> TABLES = new TypeReference<>() {};

    private final Map<String, Table> tables;
    private final JdbcClient jdbc;

    YamlCodes(JdbcClient jdbc) throws IOException {
        try (var in = new ClassPathResource("codes.yaml").getInputStream()) {
            this.tables = new YAMLMapper().readValue(in, TABLES);
        }
        for (var table : CodeTable.values()) {
            if (!tables.containsKey(table.code())) {
                throw new IllegalStateException("codes.yaml has no table " + table.code());
            }
        }
        this.jdbc = jdbc;
    }

    @Override
    public boolean selectable(CodeTable table, String code) {
        return entries(table.code()).stream()
                .anyMatch(entry -> entry.code().equals(code) && entry.storable());
    }

    @Override
    public String label(CodeTable table, String code) {
        return entries(table.code()).stream()
                .filter(entry -> entry.code().equals(code))
                .map(Entry::label)
                .findFirst()
                .orElse(code);
    }

    @Override
    public Map<String, String> divisions(Collection<String> codes) {
        return named(DIVISIONS, codes);
    }

    @Override
    public Map<String, String> telling(Collection<String> codes) {
        return named(TELLING, codes);
    }

    @Override
    public Listed listed(CodeTable table) {
        var found = Objects.requireNonNull(tables.get(table.code()));
        return new Listed(
                found.standard(),
                found.edition(),
                found.codes().stream()
                        .map(one -> new Coded(one.code(), one.label(), one.storable()))
                        .toList());
    }

    private Map<String, String> named(String sql, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<String, String>();
        jdbc.sql(sql)
                .param("codes", codes)
                .query(
                        row -> {
                            names.put(row.getString("code"), row.getString("name"));
                        });
        return names;
    }

    @Override
    public void addDivisions(Collection<Division> divisions) {
        for (var division : divisions) {
            jdbc.sql(ADD).paramSource(division).update();
        }
    }

    Map<String, Table> tables() {
        return tables;
    }

    private List<Entry> entries(String table) {
        var found = tables.get(table);
        return found == null ? List.of() : found.codes();
    }
}
