package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Whole;
import org.sunmao.register.Timeline.Span;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stood before an import, as text: the import is taken back by it. */
public record TimelineText(JsonMapper json, List<Field> fields) {

    /** A span as it is kept. */
    private record Kept(LocalDate from, LocalDate to, Map<String, @Nullable String> values) {}

    private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};

    public String write(Timeline timeline) {
        var kept =
                timeline.spans().stream()
                        .map(span -> new Kept(span.from(), span.to(), texts(span.values())))
                        .toList();
        return json.writeValueAsString(kept);
    }

    public Timeline read(String text) {
        var spans = new ArrayList<Span>();
        for (var kept : json.readValue(text, KEPT)) {
            spans.add(new Span(kept.from(), kept.to(), values(kept.values())));
        }
        return new Timeline(spans);
    }

    private static Map<String, @Nullable String> texts(Map<String, @Nullable Object> values) {
        var texts = new HashMap<String, @Nullable String>();
        values.forEach((name, value) -> texts.put(name, value == null ? null : value.toString()));
        return texts;
    }

    private Map<String, @Nullable Object> values(Map<String, @Nullable String> texts) {
        var values = new HashMap<String, @Nullable Object>();
        texts.forEach((name, text) -> values.put(name, value(name, text)));
        return values;
    }

    private @Nullable Object value(String name, @Nullable String text) {
        var field = FieldReader.find(fields, name).orElseThrow();
        return text == null
                ? null
                : switch (field.kind()) {
                    case Day _ -> LocalDate.parse(text);
                    case Flag _ -> Boolean.valueOf(text);
                    case Reference _ -> UUID.fromString(text);
                    case Whole _ -> Integer.valueOf(text);
                    default -> text;
                };
    }
}
