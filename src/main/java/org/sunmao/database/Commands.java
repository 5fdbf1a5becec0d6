package org.sunmao.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.support.SpringFactoriesLoader;
import org.sunmao.database.internal.CommandHouse;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the command among the arguments and runs it instead of the server. */
public final class Commands {

    private Commands() {}

    /** The first argument that is no option, if any: it names a command. */
    public static Optional<String> named(String... arguments) {
        return Arrays.stream(arguments).filter(each -> !each.startsWith("-")).findFirst();
    }

    /** Runs the command and tells the exit code. */
    public static int run(String name, String... arguments) {
        // Chinese in the system's own encoding may be nothing but question marks.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var all = SpringFactoriesLoader.loadFactories(Command.class, null);
        var command = all.stream().filter(each -> each.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            out.printf("没有“%s”这个命令；可用的命令：%s%n", name, names(all));
            out.printf("No command is called \"%s\".%n", name);
            return Command.NOT_DONE;
        }
        try (var house = CommandHouse.open(command.get(), arguments)) {
            return command.get().run(house, out);
        } catch (Exception e) {
            CommandHouse.tell(e, out);
            return Command.NOT_DONE;
        }
    }

    private static String names(List<Command> all) {
        return all.stream().map(Command::name).sorted().collect(Collectors.joining("、"));
    }
}
