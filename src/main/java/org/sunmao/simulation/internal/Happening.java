package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.simulation.internal.Roster.Unit;

/**
 * Something that was held, and what became of its minutes.
 *
 * @param follows the lecture of the township that was followed
 * @param recorder who wrote it down, and signs first
 * @param chair who chaired, and signs then
 */
record Happening(
        Unit unit,
        NewMeeting meeting,
        @Nullable Happening follows,
        String recorder,
        String chair,
        Books books) {}
