package org.sunmao.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The process that {@code postmaster.pid} names. */
record Postmaster(Path files, long pid) {

    /** No system gives this number to a process. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    static Optional<Postmaster> of(Path files) throws IOException {
        try (var lines = Files.lines(pidFile(files))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .map(line -> new Postmaster(files, Long.parseLong(line)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean lives() {
        return process().isPresent();
    }

    /**
     * A number may have been given anew, to a process that is none of ours. And a dead process that
     * nobody has buried has a number, but no program any more.
     */
    boolean isOurs() {
        return process().map(ProcessHandle::info).filter(this::isOurs).isPresent();
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

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean isOurs(ProcessHandle.Info info) {
        var data = files.getParent();
        return info.command().filter(program -> Path.of(program).startsWith(data)).isPresent()
                || info.commandLine().filter(this::servesOurFiles).isPresent();
    }

    private boolean servesOurFiles(String commandLine) {
        return commandLine.contains("postgres") && commandLine.contains("-D " + files);
    }

    private static Path pidFile(Path files) {
        return files.resolve("postmaster.pid");
    }
}
