package org.sunmao.message.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * Something to tell an account: a line of its next digest.
 *
 * @param deciding whether it is told to whoever decides about it, not to whose duty it is
 * @param gravest the gravest that is so by now, told or not
 */
record Item(
        UUID account, UUID duty, boolean deciding, LocalDate due, NewsKind kind, NewsKind gravest) {

    /** What is red or due soon cannot wait. */
    boolean grave(LocalDate soon) {
        return kind == NewsKind.RED || (!deciding && !due.isAfter(soon));
    }

    /** The gravest first, then what is due first: no order of organizations. */
    static final Comparator<Item> ORDER =
            Comparator.comparing(Item::kind)
                    .reversed()
                    .thenComparing(Item::due)
                    .thenComparing(Item::duty);
}
