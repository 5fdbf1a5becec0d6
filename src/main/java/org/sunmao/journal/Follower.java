package org.sunmao.journal;

import java.time.Duration;
import java.util.List;

/**
 * Takes every entry of the journal once, in an order in which none is missed: that of transactions,
 * as soon as no earlier one can still commit. Any number of processes may run the same follower;
 * one of them works at a time.
 */
public interface Follower {

    /** By which its position is kept; never renamed. */
    String name();

    /** How long it rests between two rounds, so that one round takes what came in meanwhile. */
    Duration every();

    /**
     * Takes the next entries, at most a thousand, in a transaction of its own: its position moves
     * with what it writes, or not at all. What throws is tried again.
     */
    void take(List<Followed> entries);

    /** After each round, also one in which another process was at work or nothing had come. */
    default void rest() {}
}
