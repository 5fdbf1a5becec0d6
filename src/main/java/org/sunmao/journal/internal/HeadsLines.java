package org.sunmao.journal.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines of the file of heads, as long as the file was in the beginning. A last line without an
 * end is being written, or was torn by a power cut: it is left out.
 */
final class HeadsLines implements Iterator<String> {

    private final BufferedReader in;
    private long left;
    private @Nullable String next;

    private HeadsLines(Path file) throws IOException {
        this.left = Files.size(file);
        this.in = Files.newBufferedReader(file, ISO_8859_1); // one character, one byte
        this.next = read();
    }

    /** Null where there is no file. */
    static @Nullable Iterator<String> of(Path file) {
        try {
            return Files.exists(file) ? new HeadsLines(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public String next() {
        var line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    private @Nullable String read() throws IOException {
        var line = new StringBuilder();
        for (; left > 0; left--) {
            var character = in.read();
            if (character < 0) {
                break;
            }
            if (character == '\n') {
                left--;
                return line.toString();
            }
            line.append((char) character);
        }
        in.close();
        return null;
    }
}
