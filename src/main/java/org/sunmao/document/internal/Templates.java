package org.sunmao.document.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates of papers, below {@code documents} on the class path. What a model says is escaped;
 * what a template names and the model lacks is an error, never a gap.
 */
@Component
class Templates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy.MM");

    private final Mustache.Compiler compiler =
            Mustache.compiler()
                    .escapeHTML(true)
                    .strictSections(true)
                    .emptyStringIsFalse(true)
                    .zeroIsFalse(true)
                    .withFormatter(Templates::inChinese)
                    .withLoader(Templates::open);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    String fill(String name, Object model) {
        return templates.computeIfAbsent(name, this::compile).execute(model);
    }

    private Template compile(String name) {
        try (var template = open(name)) {
            return compiler.compile(template);
        } catch (IOException e) {
            throw new IllegalArgumentException("there is no template " + name, e);
        }
    }

    private static Reader open(String name) throws IOException {
        var file = "/documents/" + name + (name.contains(".") ? "" : ".html");
        var found = Templates.class.getResourceAsStream(file);
        if (found == null) {
            throw new IOException("not on the class path: " + file);
        }
        return new InputStreamReader(found, StandardCharsets.UTF_8);
    }

    private static String inChinese(Object value) {
        return switch (value) {
            case LocalDate day -> DAY.format(day);
            case YearMonth month -> MONTH.format(month);
            default -> value.toString();
        };
    }
}
