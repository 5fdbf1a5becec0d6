package org.sunmao.journal;

import java.util.List;

/** Appends what happened, within the caller's transaction: no change without its entry. */
public interface Journal {

    void append(Actor actor, List<Act> acts);

    default void append(Actor actor, Act act) {
        append(actor, List.of(act));
    }
}
