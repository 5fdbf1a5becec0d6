package org.sunmao.rules.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Case;
import org.sunmao.rules.Localities;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The book itself, for tests of what follows from it. */
public final class Law {

    private static @Nullable Map<RuleId, BookRule> book;

    private Law() {}

    /** A rule by its last version. */
    public static Rule rule(RuleId id) {
        return rule(id, LocalDate.MAX);
    }

    public static Rule rule(RuleId id, LocalDate on) {
        return Objects.requireNonNull(book().get(id), id.value()).nearest(on);
    }

    /** All cases of the book. */
    public static List<Case> cases() {
        try {
            return BookFiles.cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of one file below {@code rules/cases/}. */
    public static List<Case> cases(String name) {
        var file = "rules/cases/" + name + ".yaml";
        return cases().stream().filter(one -> one.file().equals(file)).toList();
    }

    public static synchronized Map<RuleId, BookRule> book() {
        try {
            var read = book == null ? BookFiles.read() : book;
            book = read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where no locality has decided anything. */
    public static Rulebook rulebook() {
        var nobody =
                new Localities() {
                    @Override
                    public List<Local> above(
                            RuleId rule, LocalDate on, @Nullable UUID organization) {
                        return List.of();
                    }

                    @Override
                    public Set<LocalDate> turns(RuleId rule) {
                        return Set.of();
                    }
                };
        return rulebook(nobody);
    }

    /** The same where localities decided. */
    public static Rulebook rulebook(Localities localities) {
        try {
            var beans = new StaticListableBeanFactory(Map.of("localities", localities));
            return new YamlRulebook(beans.getBeanProvider(Localities.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
