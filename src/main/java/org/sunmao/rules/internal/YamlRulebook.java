package org.sunmao.rules.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Localities;
import org.sunmao.rules.Localities.Local;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.Strictness;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Reads {@code rules/**.yaml} once, at the start; a broken file stops the start. */
@Component
class YamlRulebook implements Rulebook {

    private final Map<RuleId, BookRule> book;
    private final ObjectProvider<Localities> localities;

    YamlRulebook(ObjectProvider<Localities> localities) throws IOException {
        this.book = new TreeMap<>(BookFiles.read());
        this.localities = localities;
    }

    @Override
    public Rule rule(RuleId id, LocalDate on) {
        var rule = book.get(id);
        if (rule == null) {
            throw new IllegalStateException("the book has no rule " + id);
        }
        return rule.nearest(on);
    }

    @Override
    public Rule rule(RuleId id, LocalDate on, @Nullable UUID organization) {
        var law = rule(id, on);
        if (law.figures().values().stream().noneMatch(Figure::local)) {
            return law;
        }
        return with(law, localities.getObject().above(id, on, organization));
    }

    @Override
    public Rule supposing(RuleId id, LocalDate on, UUID organization, Local supposed) {
        var decided = new ArrayList<>(localities.getObject().above(id, on, organization));
        decided.removeIf(
                local ->
                        local.path().equals(supposed.path())
                                && local.figure().equals(supposed.figure()));
        decided.add(supposed);
        decided.sort(Comparator.comparingInt(local -> local.path().length()));
        return with(rule(id, on), decided);
    }

    private static Rule with(Rule law, List<Local> decided) {
        if (decided.isEmpty()) {
            return law;
        }
        var figures = new LinkedHashMap<>(law.figures());
        for (var local : decided) {
            figures.computeIfPresent(
                    local.figure(), (name, above) -> below(law.figures().get(name), above, local));
        }
        return new Rule(law.id(), law.title(), law.text(), law.source(), figures);
    }

    /** What holds below a decision; one that is looser than what is above it changes nothing. */
    private static Figure below(@Nullable Figure law, Figure above, Local local) {
        if (law == null || !law.local()) {
            return above;
        }
        var decided = above.decided(local.value(), local.decision());
        var looser =
                decided.number() && !Strictness.of(law).admits(decided.decimal(), above.decimal());
        return looser ? above : decided;
    }

    @Override
    public Optional<Rule> find(RuleId id, LocalDate on) {
        return entry(id).flatMap(rule -> rule.on(on));
    }

    @Override
    public SortedSet<LocalDate> turns(RuleId id) {
        var turns = new TreeSet<LocalDate>();
        entry(id).ifPresent(rule -> turns.addAll(rule.since().keySet()));
        turns.addAll(localities.getObject().turns(id));
        return turns;
    }

    @Override
    public List<Rule> all(LocalDate on) {
        return book.values().stream().flatMap(rule -> rule.on(on).stream()).toList();
    }

    @Override
    public Optional<BookRule> entry(RuleId id) {
        return Optional.ofNullable(book.get(id));
    }

    @Override
    public List<BookRule> entries() {
        return List.copyOf(book.values());
    }
}
