package org.sunmao.register;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What someone asks to be changed, read and found to have the form of the fields.
 *
 * @param values by the name of the field; null clears
 * @param effectiveOn from which day it holds
 * @param correction whether the values were wrong all along
 */
public record Change(
        Map<String, @Nullable Object> values, LocalDate effectiveOn, boolean correction) {

    public boolean names(Field field) {
        return values.containsKey(field.name());
    }

    /** The timeline with this change in it; what tells of the past is always corrected. */
    public Timeline applyTo(Timeline before, List<Field> fields) {
        if (correction) {
            return before.correct(effectiveOn, values);
        }
        var past = new HashMap<String, @Nullable Object>();
        var changing = new HashMap<String, @Nullable Object>(values);
        for (var field : fields) {
            if (field.past() && names(field)) {
                past.put(field.name(), values.get(field.name()));
                changing.remove(field.name());
            }
        }
        return before.correct(effectiveOn, past).change(effectiveOn, changing);
    }
}
