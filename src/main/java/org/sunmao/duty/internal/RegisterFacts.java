package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the registers tell of one organization, over all of its days.
 *
 * @param endedOn the first day on which it was no more, or {@link DutyDays#NEVER}
 * @param profiles kind and field from each day on
 * @param measures by the names the declarations use
 * @param lifeFrom from when organization life is recorded, or {@link DutyDays#NEVER}
 * @param events the days on which something happened, by name, each as often as it did, in order
 */
record RegisterFacts(
        UUID organization,
        LocalDate establishedOn,
        LocalDate endedOn,
        NavigableMap<LocalDate, Profile> profiles,
        Map<String, Steps> measures,
        LocalDate lifeFrom,
        Map<String, List<LocalDate>> events) {

    record Profile(String kind, String field) {}

    /** The measures a declaration may compare. */
    static final Set<String> MEASURES =
            Set.of(
                    "full",
                    "members",
                    "officers",
                    "secretaries",
                    "leaders",
                    "units",
                    "groups",
                    "ungrouped");

    private static final String REVIEW = "review";

    /** Whether a declaration may need this in a period. */
    static boolean tellsOf(String event) {
        return event.equals(REVIEW) || LifeEvents.NAMES.contains(event);
    }

    /** From when on it would be known that something happened. */
    LocalDate recordedFrom(String event) {
        return LifeEvents.NAMES.contains(event) ? lifeFrom : establishedOn;
    }

    @Nullable Profile profile(LocalDate day) {
        var profile = profiles.floorEntry(day);
        return profile == null ? null : profile.getValue();
    }

    /** What a measure was on a day; null where the register does not tell. */
    @Nullable Integer measure(String name, LocalDate day) {
        var steps = measures.get(name);
        return steps == null ? null : steps.at(day);
    }

    List<LocalDate> events(String name) {
        return events.getOrDefault(name, List.of());
    }

    /** How often something happened from one day to another. */
    int count(String name, LocalDate first, LocalDate last) {
        return (int)
                events(name).stream()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .count();
    }

    /** The days on which one of these measures, the kind or the field may have changed. */
    NavigableSet<LocalDate> turns(List<String> names) {
        var turns = new TreeSet<>(profiles.keySet());
        for (var name : names) {
            var steps = measures.get(name);
            if (steps != null) {
                turns.addAll(steps.days());
            }
        }
        return turns;
    }
}
