package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One format for all Java, google-java-format's AOSP style. It runs here, on the toolchain's JDK,
 * as Maven's own may be too old to parse the sources.
 *
 * <p>{@code ./mvnw test -Dtest=FormatTests -Dformat.write} mends instead of failing.
 */
class FormatTests {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everyFileIsFormatted() throws IOException {
        var unformatted = new ArrayList<Path>();
        for (var file : sources()) {
            var source = Files.readString(file);
            var formatted = format(source);
            if (!formatted.equals(source)) {
                unformatted.add(file);
                if (System.getProperty("format.write") != null) {
                    Files.writeString(file, formatted);
                }
            }
        }
        assertThat(unformatted).isEmpty();
    }

    private static String format(String source) {
        try {
            var imports =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(source), Style.AOSP);
            return FORMATTER.formatSource(imports);
        } catch (FormatterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        for (var root : List.of("src", "e2e", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }
}
