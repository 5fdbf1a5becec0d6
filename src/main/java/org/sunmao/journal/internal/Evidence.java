package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Followed;
import org.sunmao.journal.internal.SealStore.Grown;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * All that is verified, as streams: the database as it was at one moment, and the file of heads as
 * it was a moment before.
 *
 * @param leaves by number
 * @param loose the entries without a leaf, by transaction and id
 * @param heads by size
 * @param lastSize the size of the last head
 * @param lines the whole lines of the file; null where there is none
 * @param erasures what is listed as erased, by the entry that should tell of it
 */
record Evidence(
        Instant now,
        Iterator<Sealed> leaves,
        Iterator<Loose> loose,
        Iterator<Grown> heads,
        long lastSize,
        @Nullable Iterator<String> lines,
        Iterator<Erased> erasures) {

    /** The values of an entry, where they are not erased. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Detail(
            @Nullable UUID organization, @Nullable UUID subject, byte[] salt, byte[] payload) {}

    /** An entry with what belongs to it. */
    record Loose(Followed entry, @Nullable Detail detail, @Nullable UUID erasure) {}

    /** A leaf, with its entry where there is one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(long number, UUID id, byte[] hash, @Nullable Loose of) {}

    /** What is listed as erased by one entry; its action is null where it does not exist. */
    record Erased(
            UUID erasure, List<UUID> entries, @Nullable String action, @Nullable Detail detail) {}
}
