package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeTable;

import java.util.function.UnaryOperator;

/** How a field is read from what was typed, and how its value is shown. */
public sealed interface FieldKind {

    /** Words: at most so many characters, a character of four bytes counting as one. */
    record Text(int most) implements FieldKind {}

    /** A code of a table; shown by its label. */
    record Code(CodeTable table) implements FieldKind {}

    /** A day, never in the future. */
    record Day() implements FieldKind {}

    record Flag() implements FieldKind {}

    /** A whole number between two bounds, both included. */
    record Whole(int least, int most) implements FieldKind {}

    /** The code of an administrative division; shown by its name. */
    record Division() implements FieldKind {}

    /** The id of an organization or body. */
    record Reference() implements FieldKind {}

    /**
     * A text with a form of its own, such as a number with a check digit.
     *
     * @param normal the value as stored; throws {@link Fault} with the reason if it has not the
     *     form
     * @param shown the value as shown: masked where it is sensitive
     */
    record Formed(UnaryOperator<String> normal, UnaryOperator<String> shown) implements FieldKind {}

    /** What was typed is not a value of the field. */
    final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final @Nullable String code;

        /**
         * @param reason in Chinese, for the person who typed it
         */
        public Fault(String reason) {
            this(null, reason);
        }

        /**
         * @param code what it is, in lower case with hyphens, where one field has several; never
         *     renamed
         */
        public Fault(@Nullable String code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }

        public @Nullable String code() {
            return code;
        }

        public String reason() {
            var message = getMessage();
            return message == null ? "" : message;
        }
    }
}
