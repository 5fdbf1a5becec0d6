package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody with the rolls and a pencil would say of the hours of a branch in a year, day by
 * day: a naive reckoning that shares nothing with the program.
 *
 * @param people who is counted at the end of the year
 * @param needed in minutes
 */
record HoursOracle(List<UUID> people, Collection<Sitting> sittings, int needed, LocalDate first) {

    /** What was held, and who was there. */
    record Sitting(LocalDate on, int minutes, boolean learned, Set<UUID> there) {}

    int lacking() {
        return (int) people.stream().filter(one -> !enough(one, last())).count();
    }

    @Nullable LocalDate metOn() {
        return first.datesUntil(last().plusDays(1))
                .filter(day -> people.stream().allMatch(one -> enough(one, day)))
                .findFirst()
                .orElse(null);
    }

    private LocalDate last() {
        return first.plusYears(1).minusDays(1);
    }

    private boolean enough(UUID person, LocalDate day) {
        var minutes = 0;
        for (var sitting : sittings) {
            var within = !sitting.on().isBefore(first) && !sitting.on().isAfter(day);
            if (within && sitting.learned() && sitting.there().contains(person)) {
                minutes += sitting.minutes();
            }
        }
        return minutes >= needed;
    }
}
