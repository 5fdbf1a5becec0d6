package org.sunmao.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a file is by its first bytes, whatever its name says. */
enum FileForm {
    ZIP,
    OLD_WORKBOOK,
    ENCRYPTED,
    /** A page, a picture or a table of the web, a paper: text to read, and no rows. */
    MARKUP,
    TEXT;

    private static final byte[] OF_ZIP = {'P', 'K'};
    private static final byte[] OF_OLD = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ENCRYPTED_STREAM =
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final List<String> NO_ROWS = List.of("<", "%PDF-", "{\\rtf", "GIF8");
    private static final int PIECE = 1 << 16;

    static FileForm of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(PIECE);
            if (begins(head, OF_ZIP)) {
                return ZIP;
            }
            if (begins(head, OF_OLD)) {
                return holds(file, ENCRYPTED_STREAM) ? ENCRYPTED : OLD_WORKBOOK;
            }
            var text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.UTF_8);
            var begins = text.replace("\uFEFF", "").strip();
            return NO_ROWS.stream().anyMatch(begins::startsWith) ? MARKUP : TEXT;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length
                && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** The name of a stream stands in one piece, wherever the directory of the file is. */
    private static boolean holds(Path file, byte[] name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var kept = "";
            var wanted = new String(name, StandardCharsets.ISO_8859_1);
            var piece = in.readNBytes(PIECE);
            while (piece.length > 0) {
                var text = kept + new String(piece, StandardCharsets.ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                kept = text.substring(Math.max(0, text.length() - wanted.length()));
                piece = in.readNBytes(PIECE);
            }
            return false;
        }
    }
}
