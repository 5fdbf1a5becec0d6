package org.sunmao.locality.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.sunmao.locality.internal.FigureStore.Held;
import org.sunmao.locality.internal.Proposal.By;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.rules.RuleId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every sequence of decisions, against a calendar that is filled in day by day. */
class TimetablePropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 30;
    private static final UUID HERE = UUID.randomUUID();

    /** A value, or none, from one day, until another if that is later. */
    record Wish(int value, int from, int to) {

        @Nullable String written() {
            return value == 0 ? null : Integer.toString(value);
        }

        @Nullable LocalDate end() {
            return to > from ? FIRST.plusDays(to) : null;
        }
    }

    @Property(tries = 2000)
    void eachDayHasTheValueThatTheCalendarHas(@ForAll("wishes") List<Wish> wishes) {
        List<Held> table = List.of();
        var calendar = new TreeMap<Integer, String>();
        for (var wish : wishes) {
            fill(calendar, table, wish);
            table = Timetable.with(table, proposal(wish), FIRST.plusDays(wish.from()));
            for (var day = 0; day < DAYS; day++) {
                assertThat(on(table, day))
                        .as("day %s of %s", day, wishes)
                        .isEqualTo(calendar.get(day));
            }
        }
    }

    /** The wish holds until its end or until the next value that was there begins. */
    private static void fill(Map<Integer, String> calendar, List<Held> table, Wish wish) {
        var next =
                table.stream()
                        .map(held -> (int) (held.from().toEpochDay() - FIRST.toEpochDay()))
                        .filter(from -> from > wish.from())
                        .min(Integer::compare)
                        .orElse(DAYS);
        var to = Math.min(next, wish.to() > wish.from() ? wish.to() : DAYS);
        for (var day = wish.from(); day < to; day++) {
            var written = wish.written();
            if (written == null) {
                calendar.remove(day);
            } else {
                calendar.put(day, written);
            }
        }
    }

    private static @Nullable String on(List<Held> table, int day) {
        var held = table.stream().filter(one -> one.on(FIRST.plusDays(day))).toList();
        assertThat(held).hasSizeLessThan(2);
        return held.isEmpty() ? null : held.getFirst().value();
    }

    private static Proposal proposal(Wish wish) {
        return new Proposal(
                UUID.randomUUID(),
                HERE,
                new RuleId("R-BR-14"),
                "general",
                wish.written(),
                FIRST.plusDays(wish.from()),
                wish.end(),
                "理由",
                new By(HERE, null, null, "甲"),
                Instant.EPOCH,
                State.PENDING,
                null);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var days = Arbitraries.integers().between(0, DAYS - 1);
        return Combinators.combine(Arbitraries.integers().between(0, 4), days, days)
                .as(Wish::new)
                .list()
                .ofMaxSize(8)
                .map(ArrayList::new);
    }
}
