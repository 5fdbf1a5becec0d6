package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One line of the file of heads: a head, and the first bytes of the hash of each leaf that came
 * with it, by which an altered entry can be named even if its hash in the database was altered as
 * well.
 *
 * @param head null on a line that only says from when on the file tells of itself
 * @param leaves eight bytes for each leaf
 * @param begun how many leaves there were when the file was begun
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadLine(@Nullable Head head, byte[] leaves, @Nullable Instant begunAt, long begun) {

    static final int PREFIX = 8;

    private static final JsonMapper JSON = new JsonMapper();

    static HeadLine of(Head head, List<byte[]> hashes) {
        var prefixes = new ByteArrayOutputStream(hashes.size() * PREFIX);
        hashes.forEach(hash -> prefixes.write(hash, 0, PREFIX));
        return new HeadLine(head, prefixes.toByteArray(), null, 0);
    }

    static HeadLine begun(Instant at, long size) {
        return new HeadLine(null, new byte[0], at, size);
    }

    String text() {
        var line = JSON.createObjectNode();
        if (head == null) {
            line.put("begun", String.valueOf(begunAt)).put("size", begun);
        } else {
            line.put("size", head.size())
                    .put("previous", head.previous())
                    .put("sealedAt", head.sealedAt().toString())
                    .put("root", HexFormat.of().formatHex(head.root()))
                    .put("transaction", Long.toUnsignedString(head.transaction()))
                    .put("entry", head.entry().toString())
                    .put("signature", base64(head.signature()))
                    .put("leaves", base64(leaves));
        }
        return line + "\n";
    }

    /** Null where the text is no such line. */
    static @Nullable HeadLine read(String text) {
        try {
            var line = JSON.readTree(text);
            var begunAt = line.path("begun").asString("");
            if (!begunAt.isEmpty()) {
                return begun(Instant.parse(begunAt), line.path("size").asLong());
            }
            return new HeadLine(head(line), bytes(line, "leaves"), null, 0);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static Head head(JsonNode line) {
        return new Head(
                line.path("size").asLong(),
                line.path("previous").asLong(),
                HexFormat.of().parseHex(line.path("root").asString()),
                Instant.parse(line.path("sealedAt").asString()),
                Long.parseUnsignedLong(line.path("transaction").asString()),
                UUID.fromString(line.path("entry").asString()),
                bytes(line, "signature"));
    }

    private static byte[] bytes(JsonNode line, String name) {
        return Base64.getDecoder().decode(line.path(name).asString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
