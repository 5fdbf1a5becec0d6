package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.internal.OrganizationLine.Above;
import org.sunmao.organization.internal.OrganizationLine.Looked;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds which organization each row of a file is, and what it stands below: in the register, or in
 * the file, where a superior may come later. Knows no clock and no database.
 */
final class OrganizationLines {

    /** No line of superiors is that long; a file that says so is not followed further. */
    private static final int DEEPEST = 60;

    private final NameIndex index;
    private final List<OrganizationLine> lines = new ArrayList<>();
    private final Map<String, List<OrganizationLine>> byName = new HashMap<>();
    private final Deque<OrganizationLine> looking = new ArrayDeque<>();

    OrganizationLines(NameIndex index) {
        this.index = index;
    }

    void place(List<OrganizationLine> added) {
        lines.addAll(added);
        for (var line : added) {
            byName.computeIfAbsent(NameIndex.normal(line.name), _ -> new ArrayList<>()).add(line);
            recognise(line);
        }
        added.forEach(this::look);
        tellTwins();
    }

    /** What the register alone tells: most rows of a roster that comes again. */
    private void recognise(OrganizationLine line) {
        var text = line.parent;
        var named = index.named(line.name);
        if (text == null) {
            if (named.size() == 1) {
                is(line, named.getFirst());
            }
            return;
        }
        if (index.match(text) instanceof One(var parent)) {
            var below = index.called(parent, line.name);
            if (below.size() == 1) {
                is(line, below.getFirst());
            }
        } else {
            named.stream()
                    .filter(one -> standsBelow(one, text))
                    .findFirst()
                    .ifPresent(o -> is(line, o));
        }
    }

    /** The top of the scope stands below one that is not in it. */
    private boolean standsBelow(Known one, String text) {
        var steps = NameIndex.line(NameIndex.normal(text)).reversed();
        return index.top(one)
                && !index.superiors(one).isEmpty()
                && NameIndex.begins(index.superiors(one), steps);
    }

    private static void is(OrganizationLine line, Known known) {
        line.there = known;
        line.looked = Looked.DONE;
    }

    private void look(OrganizationLine line) {
        if (line.looked != Looked.NOT_YET) {
            return;
        }
        line.looked = Looked.LOOKING;
        looking.push(line);
        if (looking.size() > DEEPEST) {
            fault(line, "too-deep", "上级党组织一层接一层超过 " + DEEPEST + " 层，请核对上级党组织");
        } else if (line.name.isEmpty()) {
            line.found(RosterFindings.required(OrganizationFields.NAME, "党组织"));
        } else if (line.parent == null) {
            lacksParent(line);
        } else {
            find(line, line.parent);
        }
        looking.pop();
        line.looked = Looked.DONE;
    }

    private void lacksParent(OrganizationLine line) {
        var named = index.named(line.name);
        if (named.isEmpty()) {
            line.found(RosterFindings.required(OrganizationFields.PARENT, "党组织"));
        } else {
            fault(
                    line,
                    "ambiguous-organization",
                    "有 %d 个党组织叫“%s”，请填写上级党组织".formatted(named.size(), line.name));
        }
    }

    private void find(OrganizationLine line, String text) {
        var found = candidates(line, text);
        if (found.size() > 1) {
            line.found(ambiguous(text, found));
        } else if (found.isEmpty()) {
            nobody(line, text);
        } else {
            var above = found.values().iterator().next();
            var parent = above.line();
            if (parent != null && parent.looked == Looked.LOOKING) {
                circle(parent);
                return;
            }
            line.above = above;
            answered(line);
        }
    }

    private Map<String, Above> candidates(OrganizationLine line, String text) {
        var found = new LinkedHashMap<String, Above>();
        var id = NameIndex.id(text).flatMap(index::known);
        var known = id.map(List::of).orElseGet(() -> index.called(text));
        known.forEach(one -> found.put(one.id().toString(), new Above(one, null)));
        var steps = NameIndex.line(NameIndex.normal(text));
        var whole = byName.getOrDefault(NameIndex.normal(text), List.of());
        var named =
                whole.isEmpty() && steps.size() > 1
                        ? byName.getOrDefault(steps.getLast(), List.of())
                        : whole;
        var superiors =
                whole.isEmpty() && steps.size() > 1
                        ? steps.subList(0, steps.size() - 1).reversed()
                        : List.<String>of();
        for (var other : named) {
            if (other != line) {
                look(other);
                if (other.there == null && NameIndex.begins(superiors(other), superiors)) {
                    found.putIfAbsent(other.key(), new Above(null, other));
                }
            }
        }
        return found;
    }

    /** Of one whose own place is not known, what its row says. */
    private List<String> superiors(OrganizationLine line) {
        var names = new ArrayList<String>();
        OrganizationLine at = line;
        while (at != null && names.size() < DEEPEST) {
            var above = at.above;
            var known = above == null ? at.there : above.known();
            if (known != null) {
                if (above != null) {
                    names.add(known.name());
                }
                names.addAll(index.superiors(known));
                return names;
            }
            if (above == null) {
                var text = at.parent == null ? "" : at.parent;
                names.addAll(NameIndex.line(NameIndex.normal(text)).reversed());
                return names;
            }
            at = above.line();
            if (at != null) {
                names.add(at.name);
            }
        }
        return names;
    }

    private void nobody(OrganizationLine line, String text) {
        var steps = NameIndex.line(NameIndex.normal(text));
        if (!steps.isEmpty() && steps.getLast().equals(NameIndex.normal(line.name))) {
            circle(line);
            return;
        }
        index.match(text).fault(OrganizationFields.PARENT, text).ifPresent(line::found);
    }

    private Finding ambiguous(String text, Map<String, Above> found) {
        var known = found.values().stream().map(Above::known).filter(Objects::nonNull).toList();
        if (known.size() == found.size()) {
            return index.match(text).fault(OrganizationFields.PARENT, text).orElseThrow();
        }
        var rows =
                found.values().stream()
                        .map(Above::line)
                        .filter(Objects::nonNull)
                        .map(other -> "第 " + other.entry.row() + " 行")
                        .limit(3)
                        .toList();
        return Finding.error(
                OrganizationFields.PARENT.name(),
                "ambiguous-organization",
                "“%s”不止一个（名册%s%s），请写成“上级/名称”"
                        .formatted(
                                text,
                                String.join("、", rows),
                                known.isEmpty() ? "" : "、已登记的 " + known.size() + " 个"));
    }

    /** All that stand above one another between this one and where it came up again. */
    private void circle(OrganizationLine from) {
        for (var line : looking) {
            fault(line, "circle", "上级党组织一层层往上又回到了它自己，请核对上级党组织");
            if (line == from) {
                return;
            }
        }
    }

    private static void fault(OrganizationLine line, String code, String says) {
        if (line.findings.stream().noneMatch(finding -> finding.code().equals(code))) {
            line.found(Finding.error(OrganizationFields.PARENT.name(), code, says));
        }
    }

    /** Another of the same name below somebody else may be meant: that is asked, never guessed. */
    private void answered(OrganizationLine line) {
        var above = Objects.requireNonNull(line.above);
        var parent = above.known();
        var there = parent == null ? List.<Known>of() : index.called(parent, line.name);
        if (!there.isEmpty()) {
            one(line, there);
            return;
        }
        var elsewhere = index.named(line.name);
        if (elsewhere.isEmpty() || line.entry.answer() == Answer.OTHER) {
            return;
        }
        var told = index.told(elsewhere.getFirst());
        if (line.entry.answer() == Answer.SAME) {
            line.there = elsewhere.size() == 1 ? elsewhere.getFirst() : null;
            fault(line, "moved", "已登记的是“" + told + "”，上级党组织与此不同；改变隶属关系请办理党组织调整");
        } else {
            line.found(
                    RosterFindings.question(
                            OrganizationFields.NAME,
                            "same-name-elsewhere",
                            "已登记有“" + told + "”，上级党组织与此不同：是同一个，还是另一个？"));
        }
    }

    private static void one(OrganizationLine line, List<Known> there) {
        if (there.size() == 1) {
            line.there = there.getFirst();
        } else {
            fault(
                    line,
                    "ambiguous-organization",
                    "这个上级党组织下面登记有 " + there.size() + " 个同名的，请先在页面上改名");
        }
    }

    /** Rows that say the same of one organization: the first counts; that differ: none does. */
    private void tellTwins() {
        var groups = new LinkedHashMap<String, List<OrganizationLine>>();
        for (var line : lines) {
            groups.computeIfAbsent(line.key(), _ -> new ArrayList<>()).add(line);
        }
        for (var group : groups.values()) {
            if (group.size() > 1) {
                twins(group);
            }
        }
    }

    private static void twins(List<OrganizationLine> group) {
        var first = group.getFirst();
        var alike = group.stream().allMatch(line -> said(line).equals(said(first)));
        for (var line : group) {
            var other = line == first ? group.get(1) : first;
            var row = "第 " + other.entry.row() + " 行";
            if (!alike) {
                line.found(twin("与" + row + "是同一个党组织，内容却不同，请只留下对的一行"));
            } else if (line != first) {
                line.found(twin("与" + row + "重复，请删去一行"));
            }
        }
    }

    private static Finding twin(String says) {
        return Finding.error(null, "duplicate-row", says);
    }

    private static Map<String, @Nullable Object> said(OrganizationLine line) {
        var said = new HashMap<String, @Nullable Object>(line.entry.values());
        said.remove(OrganizationFields.NAME.name());
        said.remove(OrganizationFields.PARENT.name());
        return said;
    }
}
