package org.sunmao.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.sunmao.rules.Case;
import org.sunmao.rules.Rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A case of the book while a test runs it: whatever stands in it must be read. */
public final class Situation {

    private final Case written;
    private final Set<String> read = new HashSet<>();

    private Situation(Case written) {
        this.written = written;
    }

    /** One test for each case of a file below {@code rules/cases/}. */
    public static List<DynamicTest> each(String file, Consumer<Situation> run) {
        var tests = new ArrayList<DynamicTest>();
        for (var one : Law.cases(file)) {
            var name = one.rule() + " " + one.situation();
            tests.add(DynamicTest.dynamicTest(name, () -> new Situation(one).run(run)));
        }
        assertThat(tests).as("cases in %s", file).isNotEmpty();
        return tests;
    }

    private void run(Consumer<Situation> run) {
        run.accept(this);
        assertThat(read)
                .as("%s：这些词没有人认识", place())
                .containsAll(written.known().keySet())
                .containsAll(written.expected().keySet());
    }

    private String place() {
        return "%s 第 %d 行".formatted(written.file(), written.line());
    }

    /** The rule the case is about, by its last version. */
    public Rule rule() {
        return Law.rule(written.rule());
    }

    public boolean about(String rule) {
        return written.rule().value().equals(rule);
    }

    public @Nullable String find(String key) {
        read.add(key);
        return written.known().get(key);
    }

    public String text(String key) {
        var text = find(key);
        assertThat(text).as("%s：缺少“%s”", place(), key).isNotNull();
        return text == null ? "" : text;
    }

    /** The code for a Chinese word. */
    public String code(String key, Map<String, String> codes) {
        var word = text(key);
        assertThat(codes).as("%s：“%s”", place(), key).containsKey(word);
        return codes.getOrDefault(word, "");
    }

    public int number(String key, int otherwise) {
        var text = find(key);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    public boolean flag(String key) {
        var word = text(key);
        assertThat(word).as("%s：“%s”", place(), key).isIn("是", "否");
        return word.equals("是");
    }

    public @Nullable LocalDate day(String key) {
        var text = find(key);
        return text == null ? null : LocalDate.parse(text);
    }

    public LocalDate someDay(String key) {
        return LocalDate.parse(text(key));
    }

    /** Compares what came of it with what should have, where that is said. */
    public void comes(String key, Object actual) {
        read.add(key);
        var expected = written.expected().get(key);
        if (expected != null) {
            assertThat(actual.toString())
                    .as("%s %s：%s", place(), written.rule(), written.situation())
                    .isEqualTo(expected);
        }
    }
}
