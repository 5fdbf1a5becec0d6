package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stages and steps as they are kept: the fields of the record, and by {@code is} which it is. */
@Component
class StageJson {

    private static final String IS = "is";
    private static final Map<String, Class<?>> STAGES = byName(Stage.class);
    private static final Map<String, Class<?>> STEPS = byName(Step.class);

    private final JsonMapper json;

    StageJson(JsonMapper json) {
        this.json = json;
    }

    private static Map<String, Class<?>> byName(Class<?> of) {
        return Arrays.stream(of.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    String write(Stage stage) {
        return told(stage);
    }

    String write(Step step) {
        return told(step);
    }

    private String told(Object record) {
        ObjectNode node = json.valueToTree(record);
        node.put(IS, record.getClass().getSimpleName());
        return json.writeValueAsString(node);
    }

    Stage stage(String kept) {
        return (Stage) read(kept, STAGES);
    }

    Step step(String kept) {
        return (Step) read(kept, STEPS);
    }

    private Object read(String kept, Map<String, Class<?>> known) {
        var node = (ObjectNode) json.readTree(kept);
        var name = node.remove(IS).asString();
        var type = known.get(name);
        if (type == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return json.treeToValue(node, type);
    }
}
