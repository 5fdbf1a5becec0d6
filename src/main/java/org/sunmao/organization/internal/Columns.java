package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Field;
import org.sunmao.register.TimelineTable.Codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns that hold the values of fields as they are, under the names of the fields. */
record Columns(List<Field> fields) implements Codec {

    List<String> names() {
        return fields.stream().map(Field::column).toList();
    }

    @Override
    public Map<String, @Nullable Object> values(Map<String, @Nullable Object> columns) {
        var values = new HashMap<String, @Nullable Object>();
        fields.forEach(field -> values.put(field.name(), columns.get(field.column())));
        return values;
    }

    @Override
    public Map<String, @Nullable Object> columns(Map<String, @Nullable Object> values) {
        var columns = new HashMap<String, @Nullable Object>();
        fields.forEach(field -> columns.put(field.column(), values.get(field.name())));
        return columns;
    }
}
