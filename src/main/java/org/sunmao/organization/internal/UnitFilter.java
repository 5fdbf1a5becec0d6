package org.sunmao.organization.internal;

import static org.sunmao.register.CodeChoice.Form.WORDS;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.CodeChoice;
import org.sunmao.web.InputRefused;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Narrows a flat list of organizations or bodies; without any of it there is no such list.
 *
 * @param organization within whose subtree they lie
 * @param kind a {@link CodeChoice}, as is the field
 * @param formed of bodies: how an organization is formed in them; {@code own}, {@code joint} for
 *     none but joint branches, {@code none} (空白点)
 */
record UnitFilter(
        @Nullable UUID organization,
        @Nullable String kind,
        @Nullable String field,
        @Nullable String formed) {

    private static final String LINKED =
            "exists (select from organization.link k where k.body = f.id and {k})";
    private static final String LINKED_TO_OTHER_THAN_JOINT =
            """
            exists (select from organization.link k
              join organization.label l on l.id = k.organization and {l}
              where k.body = f.id and {k} and l.kind <> 'joint')
            """;

    /** Conditions, constants all, and the values bound to them. */
    record Conditions(String sql, Map<String, Object> values) {}

    boolean given() {
        return organization != null || kind != null || field != null || formed != null;
    }

    Conditions conditions() {
        var sql = new StringBuilder();
        var values = new HashMap<String, Object>();
        CodeChoice.of("kind", kind, WORDS)
                .ifPresent(codes -> codes.condition("f.kind", "kinds", sql, values));
        CodeChoice.of("field", field, WORDS)
                .ifPresent(codes -> codes.condition("f.field", "fields", sql, values));
        if (formed != null && !formed.isBlank()) {
            sql.append(
                    switch (formed) {
                        case "own" -> " and " + LINKED_TO_OTHER_THAN_JOINT;
                        case "joint" -> " and " + LINKED + " and not " + LINKED_TO_OTHER_THAN_JOINT;
                        case "none" -> " and not " + LINKED;
                        default -> throw new InputRefused("formed", "筛选条件 formed 没有这个选项");
                    });
        }
        return new Conditions(sql.toString(), values);
    }
}
