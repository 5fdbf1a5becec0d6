package org.sunmao.register;

import org.sunmao.rules.Rule;

import java.util.List;

/**
 * What the asker may change of one record.
 *
 * @param fields the fields open to them, by name; empty if they only read
 * @param closed the fields closed to them, each with the reason
 */
public record EditView(List<String> fields, List<Closed> closed) {

    /** Nothing may be changed, and nothing more is to be said. */
    public static final EditView NONE = new EditView(List.of(), List.of());

    public record Closed(List<String> fields, String rule, String reason, String cites) {}

    public static EditView of(List<Field> fields) {
        return new EditView(names(fields), List.of());
    }

    /** All fields but some, which a rule closes. */
    public static EditView without(
            List<Field> fields, List<Field> closed, Rule rule, String reason) {
        var open = fields.stream().filter(field -> !closed.contains(field)).toList();
        var why = new Closed(names(closed), rule.id().value(), reason, rule.cite());
        return new EditView(names(open), List.of(why));
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
