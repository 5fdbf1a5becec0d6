package org.sunmao.database.internal;

import io.zonky.test.db.postgres.util.LinuxUtils;

import org.apache.commons.lang3.SystemUtils;

import java.io.IOException;
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

    Result run(List<String> arguments) throws IOException {
        var builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
        // What the operator's shell says of another server must not reach this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        try (var output = process.inputReader()) {
            var text = output.readAllAsString().strip();
            return new Result(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + path.getFileName() + " ran", e);
        }
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
