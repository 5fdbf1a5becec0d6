package org.sunmao.rules.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.RuleId;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/** The files of the book: all below {@code rules/} but the cases. */
final class BookFiles {

    private static final String ALL = "classpath*:rules/**/*.yaml";
    private static final String TOP = "/rules/";

    private BookFiles() {}

    /**
     * @throws BrokenBook if anything in them is wrong
     */
    static Map<RuleId, BookRule> read() throws IOException {
        var book = new BookReader();
        var files = new PathMatchingResourcePatternResolver().getResources(ALL);
        for (var file :
                Arrays.stream(files).sorted(Comparator.comparing(BookFiles::name)).toList()) {
            var name = name(file);
            if (!name.startsWith("rules/cases/")) {
                try (var in = new InputStreamReader(file.getInputStream(), UTF_8)) {
                    book.read(name, in);
                }
            }
        }
        return book.rules();
    }

    /** As a person finds it: {@code rules/members/development.yaml}. */
    private static String name(Resource file) {
        try {
            var path = file.getURL().getPath();
            return path.substring(path.lastIndexOf(TOP) + 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
