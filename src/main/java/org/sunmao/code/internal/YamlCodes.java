package org.sunmao.code.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeEntry;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.code.Division;
import org.sunmao.code.Place;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code codes.yaml} once, at the start; divisions are rows, as they are many. */
@Component
class YamlCodes implements Codes {

    private static final String DIVISIONS =
            "select code, name from code.division where code in (:codes)";
    private static final String CALLED =
            """
            select d.code, d.name, (
              with recursive above (name, parent, depth) as (
                select u.name, u.parent, 0 from code.division u where u.code = d.parent
                union all
                select u.name, u.parent, a.depth + 1
                from above a join code.division u on u.code = a.parent)
              select string_agg(name, E'\\n' order by depth) from above)
            from code.division d where d.name in (:names) order by d.code
            """;

    /** Of several with one name the names from above stand before it, as people write them. */
    private static final String TELLING =
            """
            select d.code, case when exists (select from code.division o
                where o.name = d.name and o.code <> d.code)
              then (with recursive line (name, parent, depth) as (
                  select d.name, d.parent, 0
                  union all
                  select u.name, u.parent, l.depth + 1
                  from line l join code.division u on u.code = l.parent where l.depth < 10)
                select string_agg(name, '' order by depth desc) from line)
              else d.name end as name
            from code.division d where d.code in (:codes)
            """;

    private static final String ADD =
            """
            insert into code.division (code, name, parent, source)
            values (:code, :name, :parent, :source) on conflict (code) do nothing
            """;

    /** One code as shown outside; a group may be shown and not stored. */
    record Entry(
            String code, String label, @Nullable Boolean selectable, @Nullable List<String> also) {

        boolean storable() {
            return !Boolean.FALSE.equals(selectable);
        }

        CodeEntry shown() {
            return new CodeEntry(code, label, storable(), also == null ? List.of() : also);
        }
    }

    record Table(String standard, String edition, List<Entry> codes) {}

    private static final TypeReference<Map<String, Table>> TABLES = new TypeReference<>() {};

    private final Map<String, Table> tables;
    private final Map<CodeTable, Map<String, CodeEntry>> byCode = new EnumMap<>(CodeTable.class);
    private final JdbcClient jdbc;

    YamlCodes(JdbcClient jdbc) throws IOException {
        try (var in = new ClassPathResource("codes.yaml").getInputStream()) {
            this.tables = new YAMLMapper().readValue(in, TABLES);
        }
        for (var table : CodeTable.values()) {
            var found = tables.get(table.code());
            if (found == null) {
                throw new IllegalStateException("codes.yaml has no table " + table.code());
            }
            var entries = new LinkedHashMap<String, CodeEntry>();
            found.codes().forEach(entry -> entries.put(entry.code(), entry.shown()));
            byCode.put(table, entries);
        }
        this.jdbc = jdbc;
    }

    @Override
    public boolean selectable(CodeTable table, String code) {
        var entry = find(table, code);
        return entry != null && entry.selectable();
    }

    @Override
    public String label(CodeTable table, String code) {
        var entry = find(table, code);
        return entry == null ? code : entry.label();
    }

    private @Nullable CodeEntry find(CodeTable table, String code) {
        return byCode.getOrDefault(table, Map.of()).get(code);
    }

    @Override
    public List<CodeEntry> entries(CodeTable table) {
        return List.copyOf(byCode.getOrDefault(table, Map.of()).values());
    }

    @Override
    public List<Place> placesCalled(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : jdbc.sql(CALLED)
                        .param("names", names)
                        .query(
                                (row, _) ->
                                        place(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
    }

    private static Place place(String code, String name, @Nullable String above) {
        return new Place(code, name, above == null ? List.of() : List.of(above.split("\n")));
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
        return new Listed(found.standard(), found.edition(), entries(table));
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
}
