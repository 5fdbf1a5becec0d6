package org.sunmao.rules.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Amount;
import org.sunmao.rules.Demand.Anchor;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Length;
import org.sunmao.rules.Demand.Moment;
import org.sunmao.rules.Demand.Operator;
import org.sunmao.rules.Demand.Remedy;
import org.sunmao.rules.Demand.Timing;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.Demand.Unit;
import org.sunmao.rules.RuleId;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what rules demand, in the one small language there is for it:
 *
 * <pre>
 * while:  full &lt; {full} and groups &gt;= 1
 * each:   term
 * every:  quarter            (or {months} months; with needs, and while where not all owe it)
 * due:    {R-BR-06.adjust} days after start
 * yellow: 1 days after due
 * remind: [3 months before due]
 * </pre>
 */
final class DemandReader {

    private static final Set<String> SUBJECTS = Set.of("organization", "post", "person", "case");
    private static final Set<String> HELPERS = Set.of("superior", "county");
    private static final Set<String> PERIODS = Set.of("month", "quarter", "half-year", "year");
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final String AMOUNT = "(\\d{1,4}|\\{[A-Za-z0-9.-]+\\})";
    private static final Pattern COMPARISON =
            Pattern.compile("([a-z]+(?:-[a-z]+)*) (<|<=|>|>=|=) " + AMOUNT);
    private static final Pattern LENGTH = Pattern.compile(AMOUNT + " ([a-z-]+)");
    private static final Pattern MOMENT = Pattern.compile(AMOUNT + " ([a-z-]+) ([a-z]+ [a-z]+)");

    /** A figure that was named before it was known which there are. */
    private record Named(String file, Node node, RuleId rule, String figure) {}

    private final List<Fault> faults;
    private final List<Named> figures = new ArrayList<>();
    private final Map<String, RuleId> names = new HashMap<>();

    DemandReader(List<Fault> faults) {
        this.faults = faults;
    }

    List<Demand> read(String file, RuleId rule, @Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode all)) {
            faults.add(Fault.at(file, node, "“duties”应当是列表，每项前写一个“-”"));
            return List.of();
        }
        return all.getValue().stream().map(one -> demand(file, rule, one)).toList();
    }

    /** Tells of figures that no rule has. */
    void check(Map<RuleId, ? extends Set<String>> known) {
        for (var named : figures) {
            var there = known.get(named.rule());
            if (there == null || !there.contains(named.figure())) {
                faults.add(
                        Fault.at(
                                named.file(),
                                named.node(),
                                "规则 %s 没有叫“%s”的数字".formatted(named.rule(), named.figure())));
            }
        }
    }

    private Demand demand(String file, RuleId rule, Node node) {
        var fields =
                Fields.of(file, node, "应办事项", faults)
                        .known(
                                "name", "title", "subject", "of", "in", "not_in", "while", "each",
                                "every", "needs", "opens", "due", "yellow", "red", "remind",
                                "remedy", "helper");
        var name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            fields.fault(fields.node("name"), "名称“%s”应当是英文小写的词，用 - 连接".formatted(name));
        }
        var former = names.putIfAbsent(name, rule);
        if (former != null) {
            fields.fault(fields.node("name"), "名称“%s”在规则 %s 里已经用过".formatted(name, former));
        }
        var reading = new Reading(file, rule, fields);
        return new Demand(
                rule,
                name,
                fields.text("title"),
                reading.oneOf("subject", "organization", SUBJECTS),
                reading.words("of"),
                reading.words("in"),
                reading.words("not_in"),
                reading.trigger(),
                reading.timing(),
                reading.remedy(),
                reading.oneOf("helper", "superior", HELPERS));
    }

    /** The reading of one demand. */
    private final class Reading {

        private final String file;
        private final RuleId rule;
        private final Fields fields;

        Reading(String file, RuleId rule, Fields fields) {
            this.file = file;
            this.rule = rule;
            this.fields = fields;
        }

        String oneOf(String key, String otherwise, Set<String> known) {
            var word = fields.text(key, otherwise);
            if (!known.contains(word)) {
                fields.fault(
                        fields.node(key),
                        "“%s”不能是“%s”，可以写的有：%s"
                                .formatted(key, word, String.join("、", new TreeSet<>(known))));
            }
            return word;
        }

        Set<String> words(String key) {
            var words = new TreeSet<String>();
            list(key)
                    .forEach(
                            node -> {
                                var word = fields.scalar(node);
                                if (word != null) {
                                    words.add(word);
                                }
                            });
            return words;
        }

        private List<Node> list(String key) {
            var node = fields.node(key);
            if (node instanceof SequenceNode all) {
                return all.getValue();
            }
            if (node != null) {
                fields.fault(node, "“%s”应当是列表，像 [一, 二]".formatted(key));
            }
            return List.of();
        }

        Trigger trigger() {
            var given = Stream.of("while", "each", "every").filter(fields::has).toList();
            if (given.size() != 1 && !given.equals(List.of("while", "every"))) {
                fields.fault(null, "while、each、every 要写一个；只有 every 可以再加 while");
            }
            if (fields.has("needs") != fields.has("every")) {
                fields.fault(null, "every 和 needs 要一起写：每个周期里应当发生什么");
            }
            if (fields.has("each")) {
                return new Trigger.Each(fields.text("each"));
            }
            return fields.has("every") ? every() : new Trigger.While(comparisons());
        }

        private Trigger every() {
            var text = fields.text("every");
            var needs = fields.text("needs");
            var all = fields.has("while") ? comparisons() : List.<Comparison>of();
            return PERIODS.contains(text)
                    ? new Trigger.Every(text, null, needs, all)
                    : new Trigger.Every(null, length(fields.node("every"), text), needs, all);
        }

        private List<Comparison> comparisons() {
            var all = new ArrayList<Comparison>();
            var node = fields.node("while");
            for (var part : fields.text("while", "").split(" and ", -1)) {
                var match = COMPARISON.matcher(part.strip());
                if (!match.matches()) {
                    if (node != null) {
                        fields.fault(node, "比较“%s”看不懂，应当像 full < {full}".formatted(part));
                    }
                    continue;
                }
                var operator = Operator.find(match.group(2)).orElseThrow();
                all.add(new Comparison(match.group(1), operator, amount(node, match.group(3))));
            }
            return all;
        }

        Timing timing() {
            var remind = new ArrayList<Moment>();
            for (var node : list("remind")) {
                var moment = moment(node);
                if (moment != null) {
                    remind.add(moment);
                }
            }
            return new Timing(
                    moment(fields.node("opens")),
                    moment(fields.node("due")),
                    moment(fields.node("yellow")),
                    moment(fields.node("red")),
                    remind);
        }

        private @Nullable Moment moment(@Nullable Node node) {
            var text = node == null ? null : fields.scalar(node);
            if (text == null) {
                return null;
            }
            var match = MOMENT.matcher(text);
            var anchor = match.matches() ? Anchor.find(match.group(3)) : Anchor.find("");
            if (anchor.isEmpty()) {
                fields.fault(
                        node,
                        "时限“%s”看不懂，应当像 30 days after start，后面可以写 after due、before due"
                                .formatted(text));
                return null;
            }
            var length = length(node, match.group(1) + " " + match.group(2));
            return length == null ? null : new Moment(length, anchor.get());
        }

        private @Nullable Length length(@Nullable Node node, String text) {
            var match = LENGTH.matcher(text);
            var unit = match.matches() ? Unit.find(match.group(2)) : Unit.find("");
            if (unit.isEmpty()) {
                fields.fault(node, "时长“%s”看不懂，单位有 days、working-days、months、years".formatted(text));
                return null;
            }
            return new Length(amount(node, match.group(1)), unit.get());
        }

        private Amount amount(@Nullable Node node, String text) {
            if (!text.startsWith("{")) {
                return new Amount(null, null, Integer.parseInt(text));
            }
            var name = text.substring(1, text.length() - 1);
            var dot = name.lastIndexOf('.');
            var of = dot < 0 ? rule.value() : name.substring(0, dot);
            if (!RuleId.fits(of)) {
                fields.fault(node, "“%s”不是规则编号".formatted(of));
                return new Amount(null, null, 0);
            }
            var figure = name.substring(dot + 1);
            if (node != null) {
                figures.add(new Named(file, node, new RuleId(of), figure));
            }
            return new Amount(new RuleId(of), figure, 0);
        }

        Remedy remedy() {
            var node = fields.node("remedy");
            if (node == null || node instanceof ScalarNode) {
                fields.fault(node, "缺少“remedy”：怎么办（says），在哪里办（opens）");
                return new Remedy("", "");
            }
            var remedy = Fields.of(file, node, "“remedy”", faults).known("says", "opens");
            return new Remedy(remedy.text("says"), remedy.text("opens"));
        }
    }
}
