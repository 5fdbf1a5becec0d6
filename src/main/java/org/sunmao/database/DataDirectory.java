package org.sunmao.database;

import java.nio.file.Path;

/**
 * The directory {@code sunmao.data}: all that this process keeps on disk. It is readable by its
 * owner alone, and one serving process holds it at a time.
 */
public interface DataDirectory {

    /** The absolute path of the directory. */
    Path path();

    /** Where a file or folder of this name lies; nothing is created. */
    Path file(String name);

    /** Replaces the file in one step, so that a reader never sees half of it; mode 600. */
    void writePrivately(Path file, String content);
}
