package org.sunmao.member.internal;

import org.sunmao.access.Subtree;
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
        MOBILE(ofWhole(" and f.mobile_index = :index")),
        MOBILE_TAIL(ofWhole(" and f.mobile_tail_index = :index"));

        /**
         * On another day a telephone finds those alone whom the asker reads as a whole: of the
         * others the page does not show it, so it may not be found out by trying.
         */
        private static Dated ofWhole(String condition) {
            return new Dated(
                    condition,
                    condition
                            + """
                              and exists (select from member.profile t
                                join member.member m on m.id = t.id
                                where t.id = f.id and t.valid_to = m.left_on
                                  and t.organization in (
                                    select p.id from organization.place_published p
                                    where p.path >= :heldLo and p.path < :heldHi
                                      and p.valid_to = 'infinity'))
                             """);
        }

        private final Dated sql;
        private final Dated ofAll;

        By(String sql) {
            this(sql, sql);
        }

        By(Dated sql) {
            this.sql = sql;
            this.ofAll = sql;
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

    /**
     * By a number.
     *
     * @param held what the asker holds today
     */
    static Sought number(By by, byte[] index, Subtree held) {
        return new Sought(by, Map.of("index", index, "heldLo", held.lo(), "heldHi", held.hi()));
    }
}
