package org.sunmao.journal.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * What is signed of the tree at one moment.
 *
 * @param size how many leaves it has
 * @param previous how many it had at the head before, so that no head can be left out
 * @param transaction up to this transaction
 * @param entry and entry, all entries are sealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Head(
        long size,
        long previous,
        byte[] root,
        Instant sealedAt,
        long transaction,
        UUID entry,
        byte[] signature) {

    /** The purpose under which heads are signed. */
    static final String PURPOSE = "journal.head";

    private static final byte[] FORM = "sunmao journal head 1\0".getBytes(US_ASCII);
    private static final int NUMBERS = 6 * Long.BYTES + Integer.BYTES;

    /** All but the signature; every part has a fixed length. */
    byte[] message() {
        if (root.length != Tree.HASH) {
            return new byte[0];
        }
        return ByteBuffer.allocate(FORM.length + Tree.HASH + NUMBERS)
                .put(FORM)
                .putLong(size)
                .putLong(previous)
                .put(root)
                .putLong(sealedAt.getEpochSecond())
                .putInt(sealedAt.getNano())
                .putLong(transaction)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }

    Head signed(byte[] by) {
        return new Head(size, previous, root, sealedAt, transaction, entry, by);
    }

    boolean saysTheSameAs(Head other) {
        return Arrays.equals(message(), other.message())
                && Arrays.equals(signature, other.signature);
    }
}
