package org.sunmao.journal.internal;

import org.sunmao.database.DataDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any folder as a data directory. */
record Folder(Path path) implements DataDirectory {

    @Override
    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void writePrivately(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
