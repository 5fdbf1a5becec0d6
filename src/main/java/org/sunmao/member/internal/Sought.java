package org.sunmao.member.internal;

import org.sunmao.register.Dated;

import java.util.Map;
import java.util.Objects;

/**
 * Who is looked for: by the beginning of a term, or by a whole number through its blind index.
 *
 * @param values what is bound to the condition
 */
record Sought(By by, Map<String, Object> values) {

    /** The conditions, constants all. */
    @SuppressWarnings("ImmutableEnumChecker") // a Dated is two texts
    enum By {
        TERM(
                """
                 and f.id in (select t.member from member.term t
                  where t.term >= :from and t.term < :to and {t})
                """,
                """
                 and f.id in (select t.member from member.term t
                  where t.term >= :from and t.term < :to and {t} offset 0)
                """),
        CITIZEN_NUMBER(" and f.citizen_number_index = :index"),
        MOBILE(" and f.mobile_index = :index"),
        MOBILE_TAIL(" and f.mobile_tail_index = :index");

        private final Dated sql;
        private final Dated ofAll;

        By(String sql) {
            this(sql, sql);
        }

        By(String sql, String ofAll) {
            this.sql = Dated.of(sql);
            this.ofAll = Dated.of(ofAll);
        }
    }

    /**
     * The condition. Over the whole register the terms are looked up first: a common surname stands
     * far from the beginning of the alphabet, and walking there name by name takes a second.
     */
    Dated sql(boolean whole) {
        return whole ? by.ofAll : by.sql;
    }

    static Sought term(String term) {
        // The last character there is closes the range: a prefix, as an ordered comparison.
        return new Sought(By.TERM, Map.of("from", term, "to", term + "\uDBFF\uDFFD"));
    }

    /** The keyed hash of the number that is looked for. */
    byte[] index() {
        return (byte[]) Objects.requireNonNull(values.get("index"));
    }

    static Sought number(By by, byte[] index) {
        return new Sought(by, Map.of("index", index));
    }
}
