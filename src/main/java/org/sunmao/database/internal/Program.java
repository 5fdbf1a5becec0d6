package org.sunmao.database.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.util.LinuxUtils;

import org.apache.commons.lang3.SystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of PostgreSQL's programs, run to its end. */
record Program(Path path) {

    record Result(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /** The output goes through a file: on Windows the server would keep a pipe open for ever. */
    Result run(List<String> arguments) throws IOException {
        var output = Files.createTempFile(path.getParent(), "output", ".txt");
        try {
            var builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            // What the operator's shell says of another server must not reach this one.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            return new Result(process.waitFor(), text(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + path.getFileName() + " ran", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Bytes that are no UTF-8 must not hide the rest. */
    private static String text(Path output) throws IOException {
        return new String(Files.readAllBytes(output), UTF_8).strip();
    }

    /** PostgreSQL refuses root; in a user namespace of its own, root is nobody in particular. */
    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(SystemUtils.IS_OS_WINDOWS ? path + ".exe" : path.toString());
        command.addAll(arguments);
        return command;
    }
}
