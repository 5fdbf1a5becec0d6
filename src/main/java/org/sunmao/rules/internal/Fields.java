package org.sunmao.rules.internal;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The keys of one mapping of a YAML file, each with its place. What is wrong is told to the list of
 * faults, and reading goes on, so that a person sees all of it at once.
 */
final class Fields {

    private record Field(ScalarNode key, Node value) {}

    private final String file;
    private final Node at;
    private final List<Fault> faults;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Fields(String file, Node at, List<Fault> faults) {
        this.file = file;
        this.at = at;
        this.faults = faults;
    }

    /**
     * @param called what it is that should have keys, in Chinese
     */
    static Fields of(String file, Node node, String called, List<Fault> faults) {
        var read = new Fields(file, node, faults);
        if (!(node instanceof MappingNode mapping)) {
            read.fault(node, called + "应当写成“键: 值”的形式");
            return read;
        }
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                read.fault(tuple.getKeyNode(), "键应当是一个词");
                continue;
            }
            var former =
                    read.fields.putIfAbsent(key.getValue(), new Field(key, tuple.getValueNode()));
            if (former != null) {
                read.fault(
                        key,
                        "“%s”写了两次，前一次在第 %d 行"
                                .formatted(
                                        key.getValue(), former.key().getStartMark().getLine() + 1));
            }
        }
        return read;
    }

    /** Tells of keys that nobody reads. */
    Fields known(String... keys) {
        var known = List.of(keys);
        fields.forEach(
                (name, field) -> {
                    if (!known.contains(name)) {
                        fault(
                                field.key(),
                                "不认识的键“%s”，可以写的有：%s".formatted(name, String.join("、", known)));
                    }
                });
        return this;
    }

    void each(BiConsumer<ScalarNode, Node> work) {
        fields.values().forEach(field -> work.accept(field.key(), field.value()));
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    @Nullable Node node(String key) {
        var field = fields.get(key);
        return field == null ? null : field.value();
    }

    /** A text that must be there. */
    String text(String key) {
        var node = node(key);
        if (node == null) {
            fault(at, "缺少“" + key + "”");
            return "";
        }
        var text = scalar(node);
        if (text != null && text.isBlank()) {
            fault(node, "“" + key + "”是空的");
        }
        return text == null ? "" : text;
    }

    String text(String key, String otherwise) {
        var node = node(key);
        var text = node == null ? null : scalar(node);
        return text == null ? otherwise : text;
    }

    boolean flag(String key, boolean otherwise) {
        var text = text(key, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            fault(node(key), "“%s”应当是 true 或 false，不是“%s”".formatted(key, text));
        }
        return text.equals("true");
    }

    @Nullable LocalDate day(String key) {
        var node = node(key);
        return node == null ? null : day(node);
    }

    /** The day a node says, or null and a fault. */
    @Nullable LocalDate day(Node node) {
        var text = scalar(node);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            fault(node, "日期“%s”有误，应当写成 '2014-05-28' 这样".formatted(text));
            return null;
        }
    }

    /** What a node says, or null and a fault. */
    @Nullable String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(node, "这里应当是一个值，不是列表或多个键");
        return null;
    }

    void fault(@Nullable Node node, String says) {
        faults.add(Fault.at(file, node == null ? at : node, says));
    }
}
