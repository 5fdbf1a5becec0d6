package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comes and goes in one organization, while it is read. The register tells of members from the
 * first one on, and of officers from the first of them on, or from the first member where there
 * never was one: what was before is not known, and is not held against anybody.
 */
final class Gathered {

    private final Map<String, Map<LocalDate, Integer>> changes = new HashMap<>();
    private final Map<String, List<LocalDate>> events = new HashMap<>();
    private final Map<String, List<Spell>> secretaries = new HashMap<>();
    private final Map<String, List<Spell>> officers = new HashMap<>();
    private @Nullable LocalDate membersFrom;
    private @Nullable LocalDate officersFrom;

    void change(String measure, LocalDate day, int by) {
        changes.computeIfAbsent(measure, _ -> new TreeMap<>()).merge(day, by, Integer::sum);
    }

    void membersFrom(LocalDate day) {
        membersFrom = earlier(membersFrom, day);
    }

    void between(String measure, ResultSet row) throws SQLException {
        between(measure, new Spell(day(row, "valid_from"), day(row, "valid_to")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return RegisterReading.day(row, column);
    }

    private void between(String measure, Spell days) {
        change(measure, days.from(), 1);
        if (days.to().isBefore(NEVER)) {
            change(measure, days.to(), -1);
        }
    }

    /** Whoever holds two posts is one officer. */
    void officer(String holder, Spell days) {
        officersFrom = earlier(officersFrom, days.from());
        officers.computeIfAbsent(holder, _ -> new ArrayList<>()).add(days);
    }

    void secretary(String holder, Spell days) {
        between("secretaries", days);
        secretaries.computeIfAbsent(holder, _ -> new ArrayList<>()).add(days);
    }

    boolean isSecretary(@Nullable String holder, LocalDate day) {
        return held(secretaries, holder, day);
    }

    boolean isOfficer(@Nullable String holder, LocalDate day) {
        return held(officers, holder, day);
    }

    private static boolean held(
            Map<String, List<Spell>> posts, @Nullable String holder, LocalDate day) {
        return holder != null
                && posts.getOrDefault(holder, List.of()).stream()
                        .anyMatch(held -> !day.isBefore(held.from()) && day.isBefore(held.to()));
    }

    void event(String name, LocalDate day) {
        events.computeIfAbsent(name, _ -> new ArrayList<>()).add(day);
    }

    void into(RegisterFacts facts) {
        officers.values().forEach(this::counted);
        var postsFrom = officersFrom == null ? membersFrom : officersFrom;
        put(facts, List.of("members", "full", "ungrouped"), membersFrom);
        put(facts, List.of("officers", "secretaries"), postsFrom);
        put(facts, List.of("leaders", "units", "groups"), facts.establishedOn());
        events.forEach(
                (name, days) -> {
                    days.sort(null);
                    facts.events().put(name, days);
                });
    }

    private void put(RegisterFacts facts, List<String> measures, @Nullable LocalDate from) {
        if (from == null) {
            return;
        }
        for (var measure : measures) {
            var changed = changes.getOrDefault(measure, Map.of());
            facts.measures().put(measure, Steps.summed(changed, from));
        }
    }

    private void counted(List<Spell> held) {
        held.sort(Comparator.comparing(Spell::from));
        Spell open = null;
        for (var next : held) {
            if (open == null) {
                open = next;
            } else if (next.from().isAfter(open.to())) {
                between("officers", open);
                open = next;
            } else if (next.to().isAfter(open.to())) {
                open = new Spell(open.from(), next.to());
            }
        }
        if (open != null) {
            between("officers", open);
        }
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
