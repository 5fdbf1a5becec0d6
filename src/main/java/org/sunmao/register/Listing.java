package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A register as lists go out of it: what a screen lists, page by page, so that neither memory nor a
 * transaction grows with the list. Its columns are those of the {@link Roster} of the same kind.
 */
public interface Listing {

    /** {@code organization}, {@code body}, {@code member} or {@code officer}; never renamed. */
    String kind();

    /** In the order of the paper form. */
    List<Column> columns();

    /**
     * Understands what a list is asked for: the query parameters of the screen's list.
     *
     * @throws org.sunmao.web.InputRefused if one is unknown or has no such value
     */
    Asked asked(SignedIn who, Map<String, String> filter);

    /** A list as asked for. Each call is made within a scope, and as of its day. */
    interface Asked {

        /**
         * The filter in Chinese, as {@code 性别：女}.
         *
         * @throws org.sunmao.web.NotFound if it names an organization outside the scope
         */
        List<String> words(Scope scope);

        long count(Scope scope);

        /**
         * Rows in the order of the list.
         *
         * @param fields the names of the fields that are wanted: no other sealed value is opened
         * @param after {@link Part#next} of the part before; null for the first
         */
        Part part(Scope scope, Set<String> fields, @Nullable String after, int limit);
    }

    /**
     * Some rows of a list, and where the next begin.
     *
     * @param rows the values by the names of their fields, in clear; without what is empty. What
     *     refers to another record is the text by which that is known in the scope
     * @param people the members whose data a row holds, in the order of the rows; null where it
     *     holds those of none
     */
    record Part(
            List<Map<String, Object>> rows,
            @Nullable String next,
            List<? extends @Nullable UUID> people) {

        /** Rows that hold no member's data. */
        public Part(List<Map<String, Object>> rows, @Nullable String next) {
            this(rows, next, List.of());
        }

        private static void known(@Nullable UUID id, Consumer<UUID> to) {
            if (id != null) {
                to.accept(id);
            }
        }

        /** Everybody whose data the rows hold. */
        public List<UUID> read() {
            return people.stream().<UUID>mapMulti(Part::known).distinct().toList();
        }
    }
}
