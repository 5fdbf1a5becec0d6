package org.sunmao.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out how a csv file is written: its encoding, and what separates its columns. */
final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 1 << 13;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String SEPARATORS = ",;\t";

    private CsvText() {}

    /** By its mark, else the first in which the whole file can be read. */
    static Charset charset(Path file, String name) {
        for (var charset : candidates(head(file))) {
            if (readable(file, charset, name)) {
                return charset;
            }
        }
        throw Refusals.encoding();
    }

    private static List<Charset> candidates(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return List.of(StandardCharsets.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        var candidates = new ArrayList<Charset>();
        var even = zeros(head, 0);
        var odd = zeros(head, 1);
        if (odd > 0 && even == 0) {
            candidates.add(StandardCharsets.UTF_16LE);
        } else if (even > 0 && odd == 0) {
            candidates.add(StandardCharsets.UTF_16BE);
        } else {
            candidates.add(StandardCharsets.UTF_8);
            candidates.add(GB18030);
        }
        return candidates;
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Commas and line ends of UTF-16 have a zero in every other place. */
    private static int zeros(byte[] head, int from) {
        var zeros = 0;
        for (var i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean readable(Path file, Charset charset, String name) {
        try (var reader = open(file, charset)) {
            var chars = new char[LOOKED_AT];
            var count = reader.read(chars);
            while (count >= 0) {
                if (!printable(chars, count)) {
                    throw Refusals.notTable(name);
                }
                count = reader.read(chars);
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean printable(char[] chars, int count) {
        for (var i = 0; i < count; i++) {
            if (chars[i] < ' ' && "\t\n\r".indexOf(chars[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Without its byte order mark; a byte that is none of the encoding is a fault. */
    static Reader open(Path file, Charset charset) throws IOException {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = Files.newInputStream(file);
        try {
            var reader = new BufferedReader(new InputStreamReader(in, decoder));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException failed) {
            in.close();
            throw failed;
        }
    }

    /** What stands most often, outside of quotes, in the first line that has any of them. */
    static char separator(Path file, Charset charset) {
        try (var reader = open(file, charset)) {
            var counts = new int[SEPARATORS.length()];
            var quoted = false;
            var next = reader.read();
            for (var seen = 0; seen < LOOKED_AT && next >= 0; seen++) {
                quoted ^= next == '"';
                var separator = quoted ? -1 : SEPARATORS.indexOf(next);
                if (separator >= 0) {
                    counts[separator]++;
                }
                if (next == '\n' && !quoted && Arrays.stream(counts).sum() > 0) {
                    break;
                }
                next = reader.read();
            }
            var most = Arrays.stream(counts).max().orElse(0);
            return SEPARATORS.charAt(Arrays.stream(counts).boxed().toList().indexOf(most));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
