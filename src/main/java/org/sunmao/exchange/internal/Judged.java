package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Roster.Level;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;

import java.util.List;

/**
 * What became of a row, and by what it is compared with others of its file.
 *
 * @param key blind; what the row speaks of, where it says so
 * @param sum blind; all that it says
 * @param unknown values of it that no code is known for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Judged(Verdict verdict, byte @Nullable [] key, byte[] sum, List<Unknown> unknown) {

    /** A value of a coded field that is neither a code nor a label. */
    record Unknown(String field, String text) {}

    int row() {
        return verdict.row();
    }

    boolean warned() {
        return verdict.findings().stream().anyMatch(found -> found.level() == Level.WARNING);
    }

    boolean writes() {
        return verdict.outcome() == Outcome.MADE || verdict.outcome() == Outcome.CHANGED;
    }
}
