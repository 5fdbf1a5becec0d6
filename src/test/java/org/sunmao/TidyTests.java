package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** What the formatter and the compiler do not see. */
class TidyTests {

    private static final Path ROOT = Path.of("src/main/java/org/sunmao");
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|join|into|update|table|references)\\s+([a-z]+)\\.([a-z_]+)",
                    CASE_INSENSITIVE);
    private static final Pattern MODULE =
            Pattern.compile("(?:java/org/sunmao|db/migration)/(\\w+)/");
    private static final Pattern CITIZEN_NUMBER =
            Pattern.compile(
                    "\\b(?!000000)\\d{6}(19|20)\\d{2}(0[1-9]|1[0-2])"
                            + "([0-2]\\d|3[01])\\d{3}[\\dXx]\\b");

    @Test
    void filesAreShort() throws IOException {
        var hand = sources(".*\\.(java|sql|ts|vue|mjs)");
        assertThat(hand).allSatisfy(f -> assertThat(Files.readAllLines(f)).hasSizeLessThan(400));
    }

    @Test
    void linesOfJavaAreShort() throws IOException {
        for (var file : sources(".*\\.java")) {
            assertThat(Files.readAllLines(file))
                    .as("%s", file)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void methodsAreShort() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources(".*\\.java"));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                        var lines = unit.getLineMap();
                        var first = lines.getLineNumber(positions.getStartPosition(unit, method));
                        var last = lines.getLineNumber(positions.getEndPosition(unit, method));
                        assertThat(last - first)
                                .as("%s in %s", method.getName(), unit.getSourceFile().getName())
                                .isLessThan(isOneExpression(method) ? 80 : 40);
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
    }

    /** A module reads and writes its own schema; of others, only what ends in _published. */
    @Test
    void sqlStaysInsideItsModule() throws IOException {
        for (var file : sources(".*src/main/.*\\.(java|sql)")) {
            var module = MODULE.matcher(file.toString());
            if (module.find() && !module.group(1).equals("__root")) {
                assertThat(foreignTables(file, module.group(1))).as("%s", file).isEmpty();
            }
        }
    }

    /** COD-09: no number in the repository could be a person's; ours begin with 000000. */
    @Test
    void noCitizenNumberIsReal() throws IOException {
        for (var file : sources(".*\\.(java|sql|ts|vue|yaml|csv|md)")) {
            assertThat(CITIZEN_NUMBER.matcher(Files.readString(file)).results())
                    .as("%s", file)
                    .map(MatchResult::group)
                    .isEmpty();
        }
    }

    /** A list of thirty fields, one a line, is long and still one thought. */
    private static boolean isOneExpression(MethodTree method) {
        return method.getBody() != null && method.getBody().getStatements().size() <= 2;
    }

    private static Set<String> foreignTables(Path file, String module) throws IOException {
        var foreign = new TreeSet<String>();
        TABLE.matcher(Files.readString(file))
                .results()
                .filter(table -> !table.group(1).equals(module) && !table.group(1).equals("scope"))
                .filter(table -> !table.group(2).endsWith("_published"))
                .filter(table -> Files.isDirectory(ROOT.resolve(table.group(1))))
                .forEach(table -> foreign.add(table.group()));
        return foreign;
    }

    private static List<Path> sources(String form) throws IOException {
        var found = new ArrayList<Path>();
        for (var root : List.of("src", "web", "e2e", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> !f.toString().matches(".*(node_modules|api\\.gen).*"))
                        .filter(f -> f.toString().replace('\\', '/').matches(form))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
