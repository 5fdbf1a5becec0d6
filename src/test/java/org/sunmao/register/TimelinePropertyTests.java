package org.sunmao.register;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Timeline.Span;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every sequence of changes and corrections, against a calendar that is filled in day by day. */
class TimelinePropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 24;
    private static final List<String> FIELDS = List.of("a", "b");

    /** What is done: to one field, on one day. */
    record Act(String field, String value, int day, boolean correction) {}

    @Property(tries = 3000)
    void theTimelineSaysOfEachDayWhatTheCalendarSays(@ForAll("acts") List<Act> acts) {
        var timeline = new Timeline(List.of(new Span(FIRST, Timeline.OPEN, start())));
        var calendar = new Calendar();
        for (var act : acts) {
            var day = FIRST.plusDays(act.day());
            var values = values(act);
            timeline =
                    act.correction() ? timeline.correct(day, values) : timeline.change(day, values);
            calendar.apply(act);
        }
        for (var day = 0; day < DAYS; day++) {
            var values = timeline.on(FIRST.plusDays(day));
            for (var field : FIELDS) {
                assertThat(values.get(field)).isEqualTo(calendar.value(field, day));
            }
        }
    }

    @Property
    void spansFollowWithoutGapAndNoTwoNeighboursAreAlike(@ForAll("acts") List<Act> acts) {
        var timeline = new Timeline(List.of(new Span(FIRST, Timeline.OPEN, start())));
        for (var act : acts) {
            var day = FIRST.plusDays(act.day());
            timeline =
                    act.correction()
                            ? timeline.correct(day, values(act))
                            : timeline.change(day, values(act));
        }
        var spans = timeline.spans();
        assertThat(timeline.begin()).isEqualTo(FIRST);
        assertThat(spans.getLast().to()).isEqualTo(Timeline.OPEN);
        for (var i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).to());
            assertThat(spans.get(i).values()).isNotEqualTo(spans.get(i - 1).values());
        }
    }

    @Example
    void whatIsHiddenBetweenTwoSpansStaysUntouched() {
        var first = new Span(FIRST, FIRST.plusDays(5), start());
        var last = new Span(FIRST.plusDays(9), Timeline.OPEN, start());

        var changed = new Timeline(List.of(first, last)).change(FIRST.plusDays(9), start());

        assertThat(changed.spans()).containsExactly(first, last);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.of(true, false))
                .as(Act::new)
                .list()
                .ofMaxSize(8);
    }

    private static Map<String, @Nullable Object> start() {
        return Map.of("a", "x", "b", "x");
    }

    private static Map<String, @Nullable Object> values(Act act) {
        return Map.of(act.field(), act.value());
    }

    /** One value a day and field; slow, and plain to see. */
    private static final class Calendar {

        private final String[] a = filled();
        private final String[] b = filled();

        void apply(Act act) {
            var days = days(act.field());
            var stood = days[act.day()];
            var until = act.day();
            while (until < DAYS && days[until].equals(stood)) {
                until++;
            }
            var from = act.day();
            while (act.correction() && from > 0 && days[from - 1].equals(stood)) {
                from--;
            }
            Arrays.fill(days, from, until, act.value());
        }

        String value(String field, int day) {
            return Objects.requireNonNull(days(field)[day]);
        }

        private String[] days(String field) {
            return field.equals("a") ? a : b;
        }

        private static String[] filled() {
            var days = new String[DAYS];
            Arrays.fill(days, "x");
            return days;
        }
    }
}
