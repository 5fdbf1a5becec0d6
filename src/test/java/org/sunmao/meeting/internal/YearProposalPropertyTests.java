package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.PlanMatch.Wanted;
import org.sunmao.meeting.internal.PlanNeed.Place;
import org.sunmao.meeting.internal.YearProposal.Frame;
import org.sunmao.meeting.internal.YearProposal.Held;
import org.sunmao.meeting.internal.YearProposal.Line;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Whatever the rules ask and whatever was held: the plan holds enough, and no day that is over. */
class YearProposalPropertyTests {

    private static final RuleId ANY = new RuleId("R-LF-01");

    @Test
    void aBranchMeetsOnItsThemeDayAndItsCommitteeBeforeIt() {
        var needs =
                List.of(
                        need(MeetingType.MEMBERS, 1, 3, 0, Place.MIDDLE, true),
                        need(MeetingType.COMMITTEE, 1, 1, 0, Place.MIDDLE, false),
                        need(MeetingType.THEME_DAY, 1, 1, 0, Place.MIDDLE, true),
                        need(MeetingType.LIFE_MEETING, 1, 3, 4, Place.LATE, true));
        var plan = YearProposal.of(frame(2028, 28, "2028-01-01"), needs, List.of());
        assertThat(days(plan, MeetingType.MEMBERS))
                .containsExactly(
                        day("2028-02-28"), day("2028-05-28"), day("2028-08-28"), day("2028-11-28"));
        assertThat(days(plan, MeetingType.COMMITTEE)).hasSize(12).contains(day("2028-02-25"));
        assertThat(days(plan, MeetingType.THEME_DAY)).hasSize(12);
        assertThat(days(plan, MeetingType.LIFE_MEETING)).containsExactly(day("2028-12-28"));
    }

    /** What is best held in one period of the year, and was held in another, is held. */
    @Property(tries = 500)
    void everyPeriodThatIsNotOverHoldsAsManyAsTheRuleAsks(
            @ForAll("needs") List<PlanNeed> needs,
            @ForAll("held") List<Held> held,
            @ForAll @IntRange(min = 1, max = 28) int themeDay,
            @ForAll @IntRange(min = 1, max = 366) int begun) {
        var from = LocalDate.of(2028, 1, 1).plusDays(begun - 1L);
        var plan = YearProposal.of(new Frame(2028, themeDay, 3, from), needs, held);
        assertThat(plan).isSortedAccordingTo(YearProposal.IN_ORDER);
        assertThat(plan)
                .allSatisfy(
                        line ->
                                assertThat(line.held() != null || !line.on().isBefore(from))
                                        .isTrue());
        for (var need : needs) {
            for (var period = 1; period <= need.periods(); period++) {
                var of = period;
                var there =
                        plan.stream()
                                .filter(line -> line.type() == need.type())
                                .filter(line -> need.only() != 0 || need.period(line.on()) == of)
                                .count();
                var over = YearMonth.of(2028, period * need.months()).atEndOfMonth().isBefore(from);
                if (need.means(period) && !over) {
                    assertThat(there).isGreaterThanOrEqualTo(need.times());
                }
            }
        }
    }

    @Property(tries = 500)
    void inAYearToComeNoTwoOfATypeFallOnOneDay(
            @ForAll("needs") List<PlanNeed> needs,
            @ForAll @IntRange(min = 1, max = 28) int themeDay) {
        var plan = YearProposal.of(frame(2027, themeDay, "2027-01-01"), needs, List.of());
        for (var need : needs) {
            var periods = need.only() == 0 ? need.periods() : 1;
            assertThat(days(plan, need.type()))
                    .doesNotHaveDuplicates()
                    .hasSize(need.times() * periods);
        }
    }

    @Property(tries = 500)
    void noMeetingFulfilsTwoLinesAndThoseOfTheSameDayComeFirst(@ForAll("held") List<Held> held) {
        var wanted = new ArrayList<Wanted>();
        held.forEach(one -> wanted.add(new Wanted(one.type(), one.on(), 3)));
        wanted.add(new Wanted(MeetingType.THEME_DAY, day("2028-06-06"), 1));
        var found = PlanMatch.of(wanted, held);
        var met = found.stream().filter(Objects::nonNull).toList();
        assertThat(new HashSet<>(met)).hasSameSizeAs(met);
        for (var at = 0; at < held.size(); at++) {
            var one = found.get(at);
            assertThat(one).isNotNull();
            assertThat(Objects.requireNonNull(one).on()).isEqualTo(wanted.get(at).on());
        }
    }

    @Property(tries = 500)
    void whatIsCopiedKeepsItsMonthAndThemeDaysFallOnTheFixedDay(
            @ForAll("held") List<Held> held,
            @ForAll @IntRange(min = 2025, max = 2032) int year,
            @ForAll @IntRange(min = 1, max = 28) int themeDay) {
        var last =
                held.stream()
                        .map(one -> new PlanCopy.Kept(one.type(), one.on(), null, "下雪"))
                        .toList();
        var copied = PlanCopy.into(year, themeDay, last);
        assertThat(copied).hasSameSizeAs(last);
        for (var at = 0; at < last.size(); at++) {
            var line = copied.get(at);
            assertThat(line.on().getYear()).isEqualTo(year);
            assertThat(line.on().getMonth()).isEqualTo(last.get(at).on().getMonth());
            assertThat(line.movedReason()).isNull();
            if (line.type() == MeetingType.THEME_DAY) {
                assertThat(line.on().getDayOfMonth()).isEqualTo(themeDay);
            }
        }
    }

    @Property(tries = 500)
    void everyoneHasABirthdayInTheMonthTheyJoinedAndNotInTheFirstYear(
            @ForAll @IntRange(max = 40_000) int day, @ForAll @IntRange(max = 1200) int month) {
        var joined = LocalDate.of(1921, 7, 1).plusDays(day);
        var of = YearMonth.of(1950, 1).plusMonths(month);
        var falls = Anniversaries.falls(joined, of);
        assertThat(falls)
                .isEqualTo(joined.getMonth() == of.getMonth() && joined.getYear() < of.getYear());
        if (falls) {
            assertThat(YearMonth.from(Anniversaries.on(joined, of))).isEqualTo(of);
        }
    }

    @Provide
    Arbitrary<List<PlanNeed>> needs() {
        var types = List.of(MeetingType.values()).subList(0, 4);
        return Combinators.combine(
                        Arbitraries.of(types),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(1, 3, 6, 12),
                        Arbitraries.of(Place.values()),
                        Arbitraries.of(true, false))
                .as(
                        (type, times, months, place, theme) ->
                                need(type, times, months, months == 3 ? 4 : 0, place, theme))
                .list()
                .uniqueElements(PlanNeed::type)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Held>> held() {
        return Arbitraries.integers()
                .between(0, MeetingType.values().length * 366 - 1)
                .list()
                .ofMaxSize(30)
                .map(
                        days ->
                                days.stream()
                                        .map(YearProposalPropertyTests::held)
                                        .sorted(Comparator.comparing(Held::on))
                                        .toList());
    }

    private static Held held(int drawn) {
        var type = List.of(MeetingType.values()).get(drawn / 366);
        var on = LocalDate.of(2028, 1, 1).plusDays(drawn % 366);
        return new Held(UUID.randomUUID(), type, on, "学习");
    }

    private static PlanNeed need(
            MeetingType type, int times, int months, int only, Place place, boolean theme) {
        return new PlanNeed(type, ANY, times, months, only, place, theme);
    }

    private static Frame frame(int year, int themeDay, String from) {
        return new Frame(year, themeDay, 3, day(from));
    }

    private static List<LocalDate> days(List<Line> plan, MeetingType type) {
        return plan.stream().filter(line -> line.type() == type).map(Line::on).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
