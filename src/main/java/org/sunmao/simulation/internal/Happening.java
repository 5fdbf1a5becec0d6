package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.YearMonth;

/**
 * Something that was held, and what became of its minutes.
 *
 * @param follows the lecture of the township that was followed
 * @param calledOff why it was not held, though it was announced; null if it was
 * @param sequel what came of it
 */
record Happening(
        Unit unit,
        NewMeeting meeting,
        @Nullable Happening follows,
        Books books,
        @Nullable String calledOff,
        Sequel sequel) {

    Happening(
            Unit unit,
            NewMeeting meeting,
            @Nullable Happening follows,
            Books books,
            @Nullable String calledOff) {
        this(unit, meeting, follows, books, calledOff, Sequel.NONE);
    }

    Happening with(Sequel came) {
        return new Happening(unit, meeting, follows, books, calledOff, came);
    }

    boolean isWrittenIn(YearMonth month) {
        return YearMonth.from(books.recordedOn()).equals(month);
    }
}
