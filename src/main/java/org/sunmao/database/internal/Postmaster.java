package org.sunmao.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The process that {@code postmaster.pid} names, as far as it still lives. */
record Postmaster(Path files, long pid) {

    /** No system gives this number to a process. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    static Optional<Postmaster> read(Path files) throws IOException {
        try {
            var first = Files.readAllLines(pidFile(files)).getFirst();
            return Optional.of(new Postmaster(files, Long.parseLong(first.strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    /** A number may have been given anew, to a process that is none of ours. */
    boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var data = files.getParent();
        return info.command().filter(command -> Path.of(command).startsWith(data)).isPresent()
                || info.commandLine()
                        .filter(line -> line.contains("postgres") && line.contains("" + files))
                        .isPresent();
    }

    /**
     * Takes the foreign number out of the file, at which PostgreSQL would stop, and leaves the
     * rest, by which it finds out whether a child of the dead server still works on the files.
     */
    void forget() throws IOException {
        var lines = Files.readAllLines(pidFile(files));
        lines.set(0, NOBODY);
        Files.write(pidFile(files), lines);
    }

    private static Path pidFile(Path files) {
        return files.resolve("postmaster.pid");
    }
}
