package org.sunmao.rules.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Case;
import org.sunmao.rules.RuleId;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The files of the book, and those of its cases. */
final class BookFiles {

    private static final String ALL = "classpath*:rules/**/*.yaml";
    private static final String CASES = "rules/cases/";
    private static final String TOP = "/rules/";

    private BookFiles() {}

    private interface File {
        void read(String name, Reader in);
    }

    /**
     * @throws BrokenBook if anything in them is wrong
     */
    static Map<RuleId, BookRule> read() throws IOException {
        var book = new BookReader();
        each(name -> !name.startsWith(CASES), book::read);
        return book.rules();
    }

    /**
     * @throws BrokenBook if anything in them is wrong
     */
    static List<Case> cases() throws IOException {
        var cases = new CaseReader();
        each(name -> name.startsWith(CASES), cases::read);
        return cases.cases();
    }

    private static void each(Predicate<String> wanted, File work) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources(ALL);
        Arrays.sort(files, Comparator.comparing(BookFiles::name));
        for (var file : files) {
            if (wanted.test(name(file))) {
                try (var in = new InputStreamReader(file.getInputStream(), UTF_8)) {
                    work.read(name(file), in);
                }
            }
        }
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
