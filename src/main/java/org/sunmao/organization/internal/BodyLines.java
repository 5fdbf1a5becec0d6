package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.internal.BodyRosterStore.Standing;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds which body each row of a file is: by its credit code, else by name and the organization in
 * whose charge it lies. Knows no clock and no database.
 */
final class BodyLines {

    private static final int NEAREST = 3;

    private final NameIndex organizations;
    private final Map<UUID, Standing> byId = new LinkedHashMap<>();
    private final Map<String, Standing> byCode = new HashMap<>();
    private final Map<String, List<Standing>> byName = new HashMap<>();
    private final List<BodyLine> lines = new ArrayList<>();
    private final Map<String, List<BodyLine>> linesByName = new HashMap<>();
    private final Map<String, List<BodyLine>> linesByCode = new HashMap<>();
    private @Nullable NearestNames nearest;

    BodyLines(NameIndex organizations, Collection<Standing> standing) {
        this.organizations = organizations;
        for (var one : standing) {
            byId.put(one.id(), one);
            if (one.creditCode() != null) {
                byCode.put(one.creditCode(), one);
            }
            add(byName, NameIndex.normal(one.name()), one);
        }
    }

    void place(List<BodyLine> added) {
        lines.addAll(added);
        for (var line : added) {
            recognise(line);
            add(linesByName, NameIndex.normal(line.name), line);
            if (line.code != null) {
                add(linesByCode, line.code, line);
            }
        }
        added.forEach(this::findParent);
        tellTwins();
    }

    private void recognise(BodyLine line) {
        line.charge = organization(line, BodyFields.ORGANIZATION).orElse(null);
        for (var name : names(line.text(BodyListing.LINKED))) {
            refer(line, BodyListing.LINKED, name).ifPresent(line.links::add);
        }
        var code = line.code;
        var coded = code == null ? null : byCode.get(code);
        if (coded != null) {
            line.is(coded);
        } else if (line.name.isEmpty()) {
            line.found(RosterFindings.required(BodyFields.NAME, "单位"));
        } else if (!RosterFindings.failed(line.findings)) {
            byName(line);
        }
    }

    private Optional<UUID> organization(BodyLine line, Field field) {
        var text = line.text(field);
        return text == null ? Optional.empty() : refer(line, field, text);
    }

    private Optional<UUID> refer(BodyLine line, Field field, String text) {
        var match = organizations.match(text);
        match.fault(field, text).ifPresent(line::found);
        return match instanceof One(var one) ? Optional.of(one.id()) : Optional.empty();
    }

    private static List<String> names(@Nullable String cell) {
        var names = new LinkedHashSet<String>();
        if (cell != null) {
            for (var name : cell.split("[；;]", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return List.copyOf(names);
    }

    private void byName(BodyLine line) {
        var named = byName.getOrDefault(NameIndex.normal(line.name), List.of());
        var fit = named.stream().filter(one -> fits(one, line)).toList();
        var same =
                fit.stream().filter(one -> line.code == null || one.creditCode() == null).toList();
        if (same.size() == 1) {
            line.is(same.getFirst());
        } else if (same.size() > 1) {
            line.found(ambiguous(BodyFields.NAME, line.name, same.size()));
        } else if (!named.isEmpty()) {
            ask(line, fit.isEmpty() ? named : fit, fit.isEmpty());
        }
    }

    /** Whether it lies where the row says, as far as the row says so. */
    private boolean fits(Standing one, BodyLine line) {
        var parent = one.parent();
        return (line.charge == null || line.charge.equals(one.organization()))
                && (line.parent == null || parent == null || means(line.parent, parent));
    }

    private boolean means(String text, UUID id) {
        var body = byId.get(id);
        return text.equals(id.toString())
                || (body != null
                        && (text.equals(body.creditCode())
                                || NameIndex.normal(text).equals(NameIndex.normal(body.name()))));
    }

    private static void ask(BodyLine line, List<Standing> alike, boolean elsewhere) {
        switch (line.entry.answer()) {
            case OTHER -> {}
            case SAME -> {
                if (alike.size() == 1) {
                    line.is(alike.getFirst());
                } else {
                    line.found(ambiguous(BodyFields.NAME, line.name, alike.size()));
                }
            }
            case NONE ->
                    line.found(
                            elsewhere
                                    ? RosterFindings.question(
                                            BodyFields.NAME,
                                            "same-name-elsewhere",
                                            "已登记有同名的单位，归口党组织或上级单位与此不同：是同一个，还是另一个？")
                                    : RosterFindings.question(
                                            BodyFields.CREDIT_CODE,
                                            "same-name-other-code",
                                            "已登记有同名的单位，统一社会信用代码与此不同：是同一个，还是另一个？"));
        }
    }

    private void findParent(BodyLine line) {
        var text = line.parent;
        if (text == null) {
            return;
        }
        var found = candidates(line, text);
        var stands = line.there == null ? null : line.there.parent();
        if (stands != null && found.containsKey(stands)) {
            line.above = stands;
        } else if (found.size() == 1) {
            var only = found.entrySet().iterator().next();
            line.above = only.getKey();
            line.aboveLine = only.getValue().orElse(null);
        } else if (found.isEmpty()) {
            line.found(unknown(line, text));
        } else {
            line.found(ambiguous(BodyFields.PARENT, text, found.size()));
        }
    }

    /** By id; with the line, where the file is to make it. */
    private Map<UUID, Optional<BodyLine>> candidates(BodyLine line, String text) {
        var found = new LinkedHashMap<UUID, Optional<BodyLine>>();
        var name = NameIndex.normal(text);
        NameIndex.id(text)
                .filter(byId::containsKey)
                .ifPresent(id -> found.put(id, Optional.empty()));
        if (byCode.containsKey(text)) {
            found.put(Objects.requireNonNull(byCode.get(text)).id(), Optional.empty());
        }
        byName.getOrDefault(name, List.of()).forEach(one -> found.put(one.id(), Optional.empty()));
        var named = linesByName.getOrDefault(name, List.of()).stream();
        var coded = linesByCode.getOrDefault(text, List.of()).stream();
        Stream.concat(named, coded)
                .filter(other -> other != line)
                .forEach(
                        other ->
                                found.putIfAbsent(
                                        other.id,
                                        other.there == null
                                                ? Optional.of(other)
                                                : Optional.empty()));
        return firstOfTwins(found);
    }

    /** Rows that repeat another mean no second body. */
    private static Map<UUID, Optional<BodyLine>> firstOfTwins(Map<UUID, Optional<BodyLine>> found) {
        var places = new LinkedHashSet<String>();
        var first = new LinkedHashMap<UUID, Optional<BodyLine>>();
        found.forEach(
                (id, line) -> {
                    if (places.add(line.map(BodyLines::key).orElse(id.toString()))) {
                        first.put(id, line);
                    }
                });
        return first;
    }

    private Finding unknown(BodyLine line, String text) {
        if (NameIndex.normal(text).equals(NameIndex.normal(line.name))) {
            return circle();
        }
        if (nearest == null) {
            nearest = new NearestNames(byName.keySet());
        }
        var like =
                nearest.to(NameIndex.normal(text), NEAREST).stream()
                        .map(name -> Objects.requireNonNull(byName.get(name)).getFirst().name())
                        .toList();
        var near = like.isEmpty() ? "" : "，最接近的是：" + String.join("、", like);
        return Finding.error(
                BodyFields.PARENT.name(),
                "unknown-body",
                "您的管理范围内没有单位“" + text + "”" + near + "，请核对名称");
    }

    static Finding circle() {
        return Finding.error(BodyFields.PARENT.name(), "circle", "上级单位一层层往上又回到了它自己，请核对上级单位");
    }

    private static Finding ambiguous(Field field, String text, int count) {
        return Finding.error(
                field.name(),
                "ambiguous-body",
                field.equals(BodyFields.PARENT)
                        ? "有 %d 个单位叫“%s”，请改填它的统一社会信用代码".formatted(count, text)
                        : "有 %d 个单位叫“%s”，请补填统一社会信用代码".formatted(count, text));
    }

    /** Rows that say the same of one body: the first counts; that differ: none does. */
    private void tellTwins() {
        var groups = new LinkedHashMap<String, List<BodyLine>>();
        for (var line : lines) {
            add(groups, key(line), line);
        }
        var told = new LinkedHashSet<List<BodyLine>>(groups.values());
        told.addAll(linesByCode.values());
        told.addAll(uncoded());
        told.stream().filter(group -> group.size() > 1).forEach(BodyLines::twins);
    }

    /** One row with the code and one without it, of the same name at the same place. */
    private Set<List<BodyLine>> uncoded() {
        var groups = new LinkedHashMap<String, List<BodyLine>>();
        for (var line : lines) {
            if (line.there == null) {
                add(groups, place(line), line);
            }
        }
        var mixed = new LinkedHashSet<List<BodyLine>>();
        for (var group : groups.values()) {
            if (group.stream().anyMatch(line -> line.code == null)
                    && group.stream().anyMatch(line -> line.code != null)) {
                mixed.add(group);
            }
        }
        return mixed;
    }

    private static String key(BodyLine line) {
        return line.there != null
                ? line.id.toString()
                : line.code != null ? line.code : place(line);
    }

    private static String place(BodyLine line) {
        var parent = line.parent == null ? "" : NameIndex.normal(line.parent);
        return NameIndex.normal(line.name) + "|" + line.charge + "|" + parent;
    }

    private static void twins(List<BodyLine> group) {
        var first = group.getFirst();
        var alike = group.stream().allMatch(line -> said(line).equals(said(first)));
        for (var line : group) {
            var other = line == first ? group.get(1) : first;
            var row = "第 " + other.entry.row() + " 行";
            if ((!alike || line != first) && !told(line)) {
                var says = alike ? "与" + row + "重复，请删去一行" : "与" + row + "是同一个单位，内容却不同，请只留下对的一行";
                line.found(Finding.error(null, "duplicate-row", says));
            }
        }
    }

    private static boolean told(BodyLine line) {
        return line.findings.stream().anyMatch(one -> one.code().equals("duplicate-row"));
    }

    private static Map<String, Object> said(BodyLine line) {
        var said = new HashMap<>(line.entry.values());
        said.put(BodyFields.NAME.name(), NameIndex.normal(line.name));
        if (line.charge != null) {
            said.put(BodyFields.ORGANIZATION.name(), line.charge);
        }
        return said;
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }
}
