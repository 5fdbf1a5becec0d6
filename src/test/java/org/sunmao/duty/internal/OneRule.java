package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.Kind;
import org.sunmao.rules.Localities.Local;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A book of one rule with one figure, which changes on days of the test's choosing. */
record OneRule(RuleId id, String figure, NavigableMap<LocalDate, Integer> values)
        implements Rulebook {

    @Override
    public Rule rule(RuleId asked, LocalDate on) {
        return entry(asked).orElseThrow().nearest(on);
    }

    @Override
    public Rule rule(RuleId asked, LocalDate on, @Nullable UUID organization) {
        return rule(asked, on);
    }

    @Override
    public Rule supposing(RuleId asked, LocalDate on, UUID organization, Local supposed) {
        return rule(asked, on);
    }

    @Override
    public Optional<Rule> find(RuleId asked, LocalDate on) {
        return entry(asked).flatMap(rule -> rule.on(on));
    }

    @Override
    public SortedSet<LocalDate> turns(RuleId asked) {
        return new TreeSet<>(values.keySet());
    }

    @Override
    public List<Rule> all(LocalDate on) {
        return List.of(rule(id, on));
    }

    @Override
    public Optional<BookRule> entry(RuleId asked) {
        var since = new TreeMap<LocalDate, Map<String, Figure>>();
        values.forEach(
                (day, value) -> since.put(day, Map.of(figure, new Figure(value, "名", true))));
        return Optional.of(
                new BookRule(
                        id,
                        Kind.THRESHOLD,
                        "",
                        "",
                        List.of(new Source("", "", "yes")),
                        true,
                        since,
                        null,
                        "",
                        List.of()));
    }

    @Override
    public List<BookRule> entries() {
        return List.of(entry(id).orElseThrow());
    }
}
