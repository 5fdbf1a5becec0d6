package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.sunmao.member.internal.MemberDates.Figures;
import org.sunmao.member.internal.MemberDates.Refused;

import java.time.LocalDate;

class MemberDatesTests {

    private static final Figures FIGURES = new Figures(18, 1);
    private static final LocalDate BORN = LocalDate.of(1970, 2, 28);

    @Test
    void oneJoinsOnTheEighteenthBirthdayAndNotTheDayBefore() {
        var birthday = BORN.plusYears(18);

        assertThat(new MemberDates(BORN, birthday, null).check(FIGURES)).isEmpty();
        assertThat(new MemberDates(BORN, birthday.minusDays(1), null).check(FIGURES))
                .map(Refused::rule)
                .contains(MemberDates.OF_AGE);
    }

    @Test
    void probationLastsAYearToTheDay() {
        var joined = LocalDate.of(1995, 7, 1);

        assertThat(new MemberDates(BORN, joined, joined.plusYears(1)).check(FIGURES)).isEmpty();
        assertThat(new MemberDates(BORN, joined, joined.plusYears(1).minusDays(1)).check(FIGURES))
                .map(Refused::rule)
                .contains(MemberDates.PROBATION);
    }

    @Test
    void partyAgeCountsFromTheEndOfProbation() {
        var dates = new MemberDates(BORN, LocalDate.of(1995, 7, 1), LocalDate.of(1996, 7, 1));

        assertThat(dates.partyAgeMonths(LocalDate.of(1996, 7, 1), 0)).isZero();
        assertThat(dates.partyAgeMonths(LocalDate.of(2026, 7, 1), 0)).isEqualTo(360);
        assertThat(dates.partyAgeMonths(LocalDate.of(2026, 6, 30), 0)).isEqualTo(359);
        assertThat(dates.partyAgeMonths(LocalDate.of(2026, 7, 1), -12)).isEqualTo(348);
        assertThat(dates.partyAgeMonths(LocalDate.of(1996, 7, 1), -12)).isZero();
    }

    @Property
    void whatTheRulesAllowIsWhatTheDatabaseHolds(
            @ForAll @IntRange(min = 0, max = 20_000) int joinedAfter,
            @ForAll @IntRange(min = 0, max = 800) int fullAfter) {
        var joined = BORN.plusDays(joinedAfter);
        var full = joined.plusDays(fullAfter);
        var allowed = !joined.isBefore(BORN.plusYears(18)) && !full.isBefore(joined.plusYears(1));

        assertThat(new MemberDates(BORN, joined, full).check(FIGURES).isEmpty()).isEqualTo(allowed);
        assertThat(new MemberDates(BORN, joined, full).partyAgeMonths(full.minusDays(1), 0))
                .isZero();
    }
}
