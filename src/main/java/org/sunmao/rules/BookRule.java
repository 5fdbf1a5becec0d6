package org.sunmao.rules;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One rule as it stands in the book, with all of its versions.
 *
 * @param sources where it comes from, the first one first
 * @param inUse whether the program acts on it today
 * @param since its figures by the first day of each version; of each at least the first is there
 * @param until the first day on which it no longer holds
 * @param note a remark to be shown, empty where there is none
 * @param demands the duties that follow from it
 */
public record BookRule(
        RuleId id,
        Kind kind,
        String title,
        String text,
        List<Source> sources,
        boolean inUse,
        NavigableMap<LocalDate, Map<String, Figure>> since,
        @Nullable LocalDate until,
        String note,
        List<Demand> demands) {

    /** The rule in force on that day. */
    public Optional<Rule> on(LocalDate day) {
        var version = since.floorEntry(day);
        var holds = version != null && (until == null || day.isBefore(until));
        return holds ? Optional.of(rule(version.getValue())) : Optional.empty();
    }

    /** The rule in force on that day; of a day before or after it, its first or last version. */
    public Rule nearest(LocalDate day) {
        var version = since.floorEntry(day);
        return rule((version == null ? since.firstEntry() : version).getValue());
    }

    /**
     * The first day of the version in force on that day; of a day before all, that of the first.
     */
    public LocalDate version(LocalDate day) {
        var version = since.floorKey(day);
        return version == null ? since.firstKey() : version;
    }

    private Rule rule(Map<String, Figure> figures) {
        return new Rule(id, title, text, sources.getFirst(), figures);
    }
}
