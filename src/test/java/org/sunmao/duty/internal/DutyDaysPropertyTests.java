package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;

import java.time.LocalDate;

/**
 * Where a duty stands on a day follows from its days, and changes on no other day than foretold.
 */
class DutyDaysPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final int DAYS = 30;

    @Property(tries = 3000)
    void nothingChangesBeforeTheDayThatIsForetold(@ForAll("days") DutyDays days) {
        for (var at = 0; at < DAYS; at++) {
            var day = FIRST.plusDays(at);
            var next = days.next(day);
            var other = day.plusDays(1);
            while (other.isBefore(FIRST.plusDays(2 * DAYS))
                    && days.on(other).equals(days.on(day))) {
                other = other.plusDays(1);
            }
            var changes = other.isBefore(FIRST.plusDays(2 * DAYS)) ? other : NEVER;
            assertThat(next).as("after %s of %s", day, days).isEqualTo(changes);
        }
    }

    @Property(tries = 1000)
    void onlyWhatIsOpenOrLateHasALight(@ForAll("days") DutyDays days) {
        for (var at = 0; at < DAYS; at++) {
            var standing = days.on(FIRST.plusDays(at));
            var lit = standing.state() == State.OPEN || standing.state() == State.LATE;
            assertThat(standing.light() != Light.NONE).isEqualTo(lit);
        }
    }

    @Example
    void itIsInTimeOnItsLastDayAndLateOnTheNext() {
        var days = plain(0, 10, 11, 20);
        assertThat(days.on(FIRST.minusDays(1)).state()).isEqualTo(State.COMING);
        assertThat(days.on(FIRST.plusDays(10))).isEqualTo(new Standing(State.OPEN, Light.GREEN));
        assertThat(days.on(FIRST.plusDays(11))).isEqualTo(new Standing(State.LATE, Light.YELLOW));
        assertThat(days.on(FIRST.plusDays(20))).isEqualTo(new Standing(State.LATE, Light.RED));
    }

    @Example
    void whatIsContestedIsNeutralUntilItIsDecided() {
        var days =
                new DutyDays(
                        day(0), day(2), day(3), day(9), NEVER, day(4), day(7), null, null, NEVER);
        assertThat(days.on(day(3)).light()).isEqualTo(Light.YELLOW);
        assertThat(days.on(day(4))).isEqualTo(new Standing(State.CONTESTED, Light.NONE));
        assertThat(days.on(day(6)).state()).isEqualTo(State.CONTESTED);
        assertThat(days.on(day(7))).isEqualTo(new Standing(State.LATE, Light.YELLOW));
    }

    private static DutyDays plain(int opens, int due, int yellow, int red) {
        return DutyDays.plain(day(opens), day(due), day(yellow), day(red), NEVER);
    }

    private static LocalDate day(int at) {
        return FIRST.plusDays(at);
    }

    private static @Nullable LocalDate orNull(int at) {
        return at < 0 ? null : day(at);
    }

    private static LocalDate orNever(int at) {
        return at < 0 ? NEVER : day(at);
    }

    @Provide
    Arbitrary<DutyDays> days() {
        var some = Arbitraries.integers().between(-8, DAYS - 1);
        var soon = Arbitraries.integers().between(0, 10);
        var said =
                Combinators.combine(some, soon, some, soon)
                        .as((a, b, c, d) -> new int[] {a, b, c, d});
        return Combinators.combine(soon, soon, some, some, some, some, said)
                .as(
                        (opens, length, yellow, red, ended, gone, spoken) ->
                                new DutyDays(
                                        day(opens),
                                        day(opens + length),
                                        orNever(yellow),
                                        orNever(red),
                                        orNever(ended),
                                        orNull(spoken[0]),
                                        spoken[0] < 0 ? null : day(spoken[0] + spoken[1]),
                                        orNull(spoken[2]),
                                        spoken[2] < 0 ? null : day(spoken[2] + spoken[3]),
                                        orNever(gone)));
    }
}
