package org.sunmao.rules.internal;

import org.sunmao.rules.Case;
import org.sunmao.rules.RuleId;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of cases and gathers what is wrong in them. */
final class CaseReader {

    private static final String RULE = "规则";
    private static final String SITUATION = "情形";
    private static final String KNOWN = "已知";
    private static final String EXPECTED = "应当";

    private final List<Case> cases = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @throws BrokenBook if anything that was read is wrong
     */
    List<Case> cases() {
        if (!faults.isEmpty()) {
            throw new BrokenBook(faults);
        }
        return cases;
    }

    void read(String file, Reader in) {
        try {
            var top = new Yaml().compose(in);
            if (top instanceof SequenceNode all) {
                all.getValue().forEach(node -> one(file, node));
            } else if (top != null) {
                faults.add(Fault.at(file, top, "案例应当是列表，每个案例前写一个“-”"));
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var says = "这里的写法不合 YAML，请检查缩进、冒号和引号（%s）".formatted(e.getProblem());
            faults.add(mark == null ? new Fault(file, 1, 1, says) : Fault.at(file, mark, says));
        }
    }

    private void one(String file, Node node) {
        var fields = Fields.of(file, node, "案例", faults).known(RULE, SITUATION, KNOWN, EXPECTED);
        var rule = fields.text(RULE);
        if (!RuleId.fits(rule)) {
            fields.fault(fields.node(RULE), "规则编号“%s”的写法不对，应当像 R-DEV-18".formatted(rule));
            return;
        }
        cases.add(
                new Case(
                        new RuleId(rule),
                        fields.text(SITUATION),
                        values(file, fields, KNOWN),
                        values(file, fields, EXPECTED),
                        file,
                        node.getStartMark().getLine() + 1));
    }

    private Map<String, String> values(String file, Fields fields, String key) {
        var values = new LinkedHashMap<String, String>();
        var node = fields.node(key);
        if (node == null) {
            fields.fault(null, "缺少“" + key + "”");
            return values;
        }
        var read = Fields.of(file, node, "“" + key + "”", faults);
        read.each(
                (name, value) -> {
                    var text = read.scalar(value);
                    if (text != null) {
                        values.put(name.getValue(), text);
                    }
                });
        return values;
    }
}
