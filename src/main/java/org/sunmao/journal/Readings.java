package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who read whom (PRV-05).
 *
 * <p>What is read is written down between the transaction that read it and the answer, outside of
 * any transaction: a reading whose entry cannot be written is not answered. Nobody is told that
 * they read their own record.
 */
public interface Readings {

    /**
     * Each of the people was read: an entry each.
     *
     * @throws org.sunmao.web.TooMany when the account has read too many people in a minute
     */
    void each(Reader reader, Look look, Collection<UUID> people);

    /**
     * A list showed these people: one entry with their count.
     *
     * @throws org.sunmao.web.TooMany as {@link #each}
     */
    void list(Reader reader, Look look, Collection<UUID> people);

    /**
     * Before a whole number is searched for, or entered.
     *
     * @throws org.sunmao.web.TooMany when the account has tried too many numbers in an hour
     */
    void refuseProbing(Reader reader);

    /**
     * A number led to nobody the reader may see, or was entered and is registered elsewhere.
     *
     * @param sought its keyed hash
     */
    void probed(Reader reader, byte[] sought);

    /**
     * Who read a person, the newest first; called in a transaction.
     *
     * @param behind the last entry of the page before
     */
    List<Read> of(UUID person, @Nullable UUID behind, int limit);
}
