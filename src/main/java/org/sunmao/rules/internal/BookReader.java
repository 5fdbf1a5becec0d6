package org.sunmao.rules.internal;

import org.sunmao.rules.BookRule;
import org.sunmao.rules.Kind;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;
import org.sunmao.rules.RuleId;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads files of rules and gathers what is wrong in them. */
final class BookReader {

    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)\\}");
    private static final Set<String> CONFIRMED =
            Set.of("yes", "secondary", "seed", "practice", "unconfirmed");

    private record Place(String file, int line) {}

    private final Map<RuleId, BookRule> rules = new LinkedHashMap<>();
    private final Map<RuleId, Place> places = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final DemandReader demands = new DemandReader(faults);

    /**
     * @throws BrokenBook if anything that was read is wrong
     */
    Map<RuleId, BookRule> rules() {
        demands.check(figures());
        if (!faults.isEmpty()) {
            throw new BrokenBook(faults);
        }
        return rules;
    }

    /** Of each rule the figures that every version has. */
    private Map<RuleId, Set<String>> figures() {
        var known = new HashMap<RuleId, Set<String>>();
        for (var rule : rules.values()) {
            var names = new HashSet<String>();
            rule.since().values().forEach(figures -> names.addAll(figures.keySet()));
            rule.since().values().forEach(figures -> names.retainAll(figures.keySet()));
            known.put(rule.id(), names);
        }
        return known;
    }

    void read(String file, Reader in) {
        try {
            var top = new Yaml().compose(in);
            if (top != null) {
                Fields.of(file, top, "规则文件", faults).each((key, body) -> rule(file, key, body));
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var says = "这里的写法不合 YAML，请检查缩进、冒号和引号（%s）".formatted(e.getProblem());
            faults.add(mark == null ? new Fault(file, 1, 1, says) : Fault.at(file, mark, says));
        } catch (YAMLException e) {
            faults.add(new Fault(file, 1, 1, "文件读不懂（%s）".formatted(e.getMessage())));
        }
    }

    private void rule(String file, ScalarNode key, Node body) {
        if (!RuleId.fits(key.getValue())) {
            faults.add(Fault.at(file, key, "规则编号“%s”的写法不对，应当像 R-DEV-18".formatted(key.getValue())));
            return;
        }
        var id = new RuleId(key.getValue());
        var line = key.getStartMark().getLine() + 1;
        var former = places.putIfAbsent(id, new Place(file, line));
        if (former != null) {
            var says = "规则 %s 写了两次，另一处是 %s 第 %d 行".formatted(id, former.file(), former.line());
            faults.add(Fault.at(file, key, says));
            return;
        }
        rules.put(id, rule(file, id, Fields.of(file, body, "规则 " + id, faults)));
    }

    private BookRule rule(String file, RuleId id, Fields fields) {
        fields.known(
                "title", "kind", "text", "source", "sources", "in_use", "since", "until", "note",
                "duties");
        var text = fields.text("text");
        var since = since(file, fields);
        var until = fields.day("until");
        if (until != null && !since.isEmpty() && !until.isAfter(since.lastKey())) {
            fields.fault(fields.node("until"), "“until”应当晚于最后一个版本的首日 " + since.lastKey());
        }
        since.values().forEach(figures -> named(fields, text, figures));
        return new BookRule(
                id,
                kind(fields),
                fields.text("title"),
                text,
                sources(file, fields),
                fields.flag("in_use", true),
                since,
                until,
                fields.text("note", ""),
                demands.read(file, id, fields.node("duties")));
    }

    private static Kind kind(Fields fields) {
        var code = fields.text("kind", Kind.DUTY.code());
        return Kind.find(code)
                .orElseGet(
                        () -> {
                            var kinds = Arrays.stream(Kind.values()).map(Kind::code);
                            fields.fault(
                                    fields.node("kind"),
                                    "没有“%s”这种规则，可以写的有：%s"
                                            .formatted(
                                                    code, kinds.collect(Collectors.joining("、"))));
                            return Kind.DUTY;
                        });
    }

    private List<Source> sources(String file, Fields fields) {
        var found = new ArrayList<Source>();
        var first = fields.node("source");
        if (first != null) {
            found.add(source(file, first));
        }
        if (fields.node("sources") instanceof SequenceNode more) {
            more.getValue().forEach(one -> found.add(source(file, one)));
        } else if (fields.has("sources")) {
            fields.fault(fields.node("sources"), "“sources”应当是列表，每条来源前写一个“-”");
        }
        if (found.isEmpty()) {
            fields.fault(null, "缺少“source”");
            found.add(new Source("", "", "unconfirmed"));
        }
        return found;
    }

    private Source source(String file, Node node) {
        var fields = Fields.of(file, node, "来源", faults).known("document", "article", "confirmed");
        var confirmed = fields.text("confirmed");
        if (!confirmed.isEmpty() && !CONFIRMED.contains(confirmed)) {
            fields.fault(
                    fields.node("confirmed"),
                    "“confirmed”应当是 yes、secondary、seed、practice、unconfirmed 之一，不是“%s”"
                            .formatted(confirmed));
        }
        return new Source(fields.text("document"), fields.text("article", ""), confirmed);
    }

    private NavigableMap<LocalDate, Map<String, Figure>> since(String file, Fields fields) {
        var versions = new TreeMap<LocalDate, Map<String, Figure>>();
        var node = fields.node("since");
        if (node == null) {
            fields.fault(null, "缺少“since”：从哪一天起适用");
            return versions;
        }
        var days = Fields.of(file, node, "“since”", faults);
        days.each(
                (key, body) -> {
                    var day = days.day(key);
                    var figures = FigureReader.figures(file, body, faults);
                    if (day != null) {
                        versions.put(day, figures);
                    }
                });
        if (versions.isEmpty()) {
            fields.fault(node, "“since”里至少要有一天");
        }
        return versions;
    }

    private static void named(Fields fields, String text, Map<String, Figure> figures) {
        var unknown =
                NAMED.matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !figures.containsKey(name))
                        .distinct()
                        .toList();
        for (var name : unknown) {
            var says = "正文写了 {%s}，但“since”下面没有叫“%s”的数字".formatted(name, name);
            fields.fault(fields.node("text"), says);
        }
    }
}
