package org.sunmao.member.internal;

import java.util.Map;

/**
 * Who is looked for: by the beginning of a term, or by a whole number through its blind index.
 *
 * @param values what is bound to the condition
 */
record Sought(By by, Map<String, Object> values) {

    /** The conditions, constants all. */
    enum By {
        TERM(
                """
                 and f.id in (select t.member from member.term t
                  where t.term >= :from and t.term < :to)
                """),
        CITIZEN_NUMBER(" and f.citizen_number_index = :index"),
        MOBILE(" and f.mobile_index = :index"),
        MOBILE_TAIL(" and f.mobile_tail_index = :index");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    static Sought term(String term) {
        // The last character there is closes the range: a prefix, as an ordered comparison.
        return new Sought(By.TERM, Map.of("from", term, "to", term + "\uDBFF\uDFFD"));
    }

    static Sought number(By by, byte[] index) {
        return new Sought(by, Map.of("index", index));
    }
}
