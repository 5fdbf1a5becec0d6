package org.sunmao.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Followed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The hash of an entry as a leaf. Every column goes in, in a fixed order; texts and bytes with
 * their length before them, what may be absent with a mark: no two entries are written alike.
 */
final class EntryHash {

    /** Of this way of writing. Another way is another number, and old leaves keep theirs. */
    private static final int FORM = 1;

    /** As the first, and the account acted for goes in behind the one that acted. */
    private static final int FORM_ON_BEHALF = 2;

    private EntryHash() {}

    static byte[] of(Followed entry) {
        var bytes = new ByteArrayOutputStream(256);
        try {
            write(new DataOutputStream(bytes), entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Tree.leaf(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Followed entry) throws IOException {
        var behalf = entry.behalf();
        out.writeByte(behalf == null ? FORM : FORM_ON_BEHALF);
        id(out, entry.id());
        out.writeLong(entry.recordedAt().toEpochSecond());
        out.writeInt(entry.recordedAt().getNano());
        id(out, entry.account());
        if (behalf != null) {
            id(out, behalf);
        }
        text(out, entry.post());
        id(out, entry.organization());
        text(out, entry.action());
        text(out, entry.subjectKind());
        id(out, entry.subject());
        out.writeLong(entry.effectiveOn().toEpochDay());
        out.writeInt(entry.rules().size());
        for (var rule : entry.rules()) {
            text(out, rule);
        }
        bytes(out, entry.commitment());
        out.writeLong(entry.transaction());
    }

    private static void id(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
