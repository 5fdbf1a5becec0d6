package org.sunmao.access;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Actor;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a transaction may touch. Every query states it; the policies of the database hold it a
 * second time.
 *
 * @param actor who acts, for the journal
 * @param everything whether the whole register lies within it
 * @param subtree the paths within it; empty where only {@code subject} is
 * @param subject the one member whose own rows are within it, too
 * @param day the day of the data: the subtree is that of this day
 * @param now whether that is today; whether the right itself holds is decided today, always
 */
public record Scope(
        Actor actor,
        boolean everything,
        Subtree subtree,
        @Nullable UUID subject,
        LocalDate day,
        boolean now) {}
