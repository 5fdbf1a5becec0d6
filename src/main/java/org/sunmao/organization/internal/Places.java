package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Reads ids in a part of a document: each stands there as an id, or as the word for one that the
 * document itself is to found.
 *
 * @param pointer where the part stands
 * @param refs the words
 * @param faults what is wrong, with its place
 */
record Places(String pointer, Map<String, UUID> refs, List<Place> faults) {

    private static final UUID NONE = new UUID(0, 0);

    /** The id that stands under a name; a fault is noted. */
    UUID at(Map<String, ? extends @Nullable Object> values, String name) {
        return id(name, values.get(name));
    }

    /** Ids in a list. */
    List<UUID> list(Map<String, ? extends @Nullable Object> values, String name, boolean required) {
        var ids = new ArrayList<UUID>();
        var items = items(values, name, required);
        for (var i = 0; i < items.size(); i++) {
            ids.add(id(name + "/" + i, items.get(i)));
        }
        return ids;
    }

    /** Objects in a list. */
    <T> List<T> of(
            Map<String, ? extends @Nullable Object> values,
            String name,
            boolean required,
            BiFunction<Map<String, @Nullable Object>, Places, T> read) {
        var all = new ArrayList<T>();
        var items = items(values, name, required);
        for (var i = 0; i < items.size(); i++) {
            var place = new Places(pointer + "/" + name + "/" + i, refs, faults);
            if (items.get(i) instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // keys of a JSON object are texts
                var one = (Map<String, @Nullable Object>) map;
                all.add(read.apply(one, place));
            } else {
                faults.add(new Place(place.pointer(), "格式不对"));
            }
        }
        return all;
    }

    private List<?> items(
            Map<String, ? extends @Nullable Object> values, String name, boolean required) {
        var value = values.get(name);
        if (value instanceof List<?> list && !(required && list.isEmpty())) {
            return list;
        }
        if (required || value != null) {
            faults.add(new Place(pointer + "/" + name, "请至少选择一个"));
        }
        return List.of();
    }

    private UUID id(String name, @Nullable Object value) {
        if (value == null) {
            faults.add(new Place(pointer + "/" + name, "请选择"));
            return NONE;
        }
        var text = value.toString().strip();
        var ref = refs.get(text);
        if (ref != null) {
            return ref;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            faults.add(new Place(pointer + "/" + name, "本次变更中没有代号“" + brief(text) + "”"));
            return NONE;
        }
    }

    private static String brief(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
