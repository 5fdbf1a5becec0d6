package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.database.DataDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Files as they were sent, in the private data directory, from their arrival until all their rows
 * lie sealed in the database.
 */
@Component
class ImportFiles {

    /** The largest file that is taken, in bytes. */
    static final long LARGEST = 100L * 1024 * 1024;

    private final Path folder;

    ImportFiles(DataDirectory data) {
        this.folder = data.file("imports");
    }

    /**
     * Takes a file in.
     *
     * @return its size in bytes
     * @throws FileRefused beyond the largest
     */
    long receive(UUID id, InputStream sent) {
        var path = path(id);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(path);
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(path)) {
                var size = 0L;
                var piece = new byte[64 * 1024];
                for (var got = sent.read(piece); got >= 0; got = sent.read(piece)) {
                    size += got;
                    if (size > LARGEST) {
                        throw new FileRefused("too-large", "文件超过 100 MB，请分成几个文件导入");
                    }
                    out.write(piece, 0, got);
                }
                return size;
            }
        } catch (IOException e) {
            forget(id);
            throw new UncheckedIOException(e);
        } catch (FileRefused e) {
            forget(id);
            throw e;
        }
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
