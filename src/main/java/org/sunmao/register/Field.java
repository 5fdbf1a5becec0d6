package org.sunmao.register;

import java.util.Locale;

/**
 * One field of a register.
 *
 * @param name its name outside the program; never renamed
 * @param label its word on the paper form
 * @param required whether it must never be empty
 * @param past whether it tells of one day in the past, such as a birth: it can be corrected and
 *     cannot change
 */
public record Field(String name, String label, FieldKind kind, boolean required, boolean past) {

    public static Field required(String name, String label, FieldKind kind) {
        return new Field(name, label, kind, true, false);
    }

    public static Field optional(String name, String label, FieldKind kind) {
        return new Field(name, label, kind, false, false);
    }

    public Field ofThePast() {
        return new Field(name, label, kind, required, true);
    }

    /** The column it is stored in: {@code memberClass} as {@code member_class}. */
    public String column() {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Where it stands in what is sent. */
    public String pointer() {
        return "/" + name;
    }
}
