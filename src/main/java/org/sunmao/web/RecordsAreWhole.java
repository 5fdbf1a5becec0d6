package org.sunmao.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes a record as it is written: every component stands there, some may be null. */
class RecordsAreWhole implements ModelConverter {

    private static final String MODELS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            describe(raw, model(schema, context));
        }
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        var defined =
                reference == null
                        ? null
                        : context.getDefinedModels().get(reference.substring(MODELS.length()));
        return defined == null ? schema : defined;
    }

    @SuppressWarnings("rawtypes") // swagger's own types are raw
    private static void describe(Class<?> raw, Schema<?> model) {
        Map<String, Schema> properties = model.getProperties();
        if (properties == null) {
            return;
        }
        var components = raw.getRecordComponents();
        model.setRequired(Arrays.stream(components).map(RecordComponent::getName).toList());
        for (var component : components) {
            var property = properties.get(component.getName());
            if (property != null
                    && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(property));
            }
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            var none = new Schema<>().types(Set.of("null"));
            return new Schema<>().anyOf(List.of(property, none));
        }
        if (property.getTypes() != null && !property.getTypes().contains("null")) {
            var types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
