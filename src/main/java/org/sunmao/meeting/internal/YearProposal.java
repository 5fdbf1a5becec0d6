package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.MeetingType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plan of a year as the rules ask for it (R-LF-01, R-LF-04, R-LF-05, R-LF-07, R-LF-08, R-LF-10,
 * R-LF-11). What was held stands in it, and nothing is planned for days that are over.
 */
final class YearProposal {

    /** The last day that every month has. */
    static final int LAST_FIXED_DAY = 28;

    /** What was held in the year. */
    record Held(UUID id, MeetingType type, LocalDate on, String topic) {}

    /**
     * One line of a plan.
     *
     * @param held with what it is met
     * @param movedReason of a theme day that is not on the fixed day
     */
    record Line(
            MeetingType type,
            LocalDate on,
            @Nullable String topic,
            @Nullable Held held,
            @Nullable String movedReason) {}

    /**
     * For whom is planned.
     *
     * @param themeDay the fixed day of each month
     * @param notice how many days a committee meets before the theme day, to fix what it is about
     * @param from the first day for which may be planned
     */
    record Frame(int year, int themeDay, int notice, LocalDate from) {}

    static final Comparator<Line> IN_ORDER =
            Comparator.comparing(Line::on).thenComparing(Line::type);

    private YearProposal() {}

    static List<Line> of(Frame frame, List<PlanNeed> needs, List<Held> held) {
        Map<MeetingType, List<Held>> byType =
                held.stream().collect(Collectors.groupingBy(Held::type));
        var lines = new ArrayList<Line>();
        held.stream()
                .filter(one -> one.type().isMeeting())
                .forEach(one -> lines.add(line(frame, one)));
        for (var need : needs) {
            var of = byType.getOrDefault(need.type(), List.of());
            IntStream.rangeClosed(1, need.periods())
                    .filter(need::means)
                    .forEach(period -> lines.addAll(ofPeriod(frame, need, period, of)));
        }
        return lines.stream().sorted(IN_ORDER).toList();
    }

    private static Line line(Frame frame, Held held) {
        var moved = moved(frame, held.type(), held.on(), "已经举行");
        return new Line(held.type(), held.on(), held.topic(), held, moved);
    }

    private static Line line(Frame frame, PlanNeed need, LocalDate on) {
        var moved = moved(frame, need.type(), on, "这个月的固定日已过");
        return new Line(need.type(), on, null, null, moved);
    }

    private static @Nullable String moved(
            Frame frame, MeetingType type, LocalDate on, String reason) {
        var fixed = type != MeetingType.THEME_DAY || on.getDayOfMonth() == frame.themeDay();
        return fixed ? null : reason;
    }

    private static List<Line> ofPeriod(Frame frame, PlanNeed need, int period, List<Held> held) {
        var last = YearMonth.of(frame.year(), period * need.months()).atEndOfMonth();
        var begun = YearMonth.of(frame.year(), (period - 1) * need.months() + 1).atDay(1);
        var first = begun.isBefore(frame.from()) ? frame.from() : begun;
        if (last.isBefore(first)) {
            return List.of();
        }
        var done =
                held.stream()
                        .filter(one -> need.only() != 0 || need.period(one.on()) == period)
                        .count();
        return IntStream.range(0, need.times())
                .skip(done)
                .mapToObj(number -> within(day(frame, need, period, number), first, last))
                .map(on -> line(frame, need, on))
                .toList();
    }

    /** What would have been on a day that is over is moved to the first that is not. */
    private static LocalDate within(LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    private static LocalDate day(Frame frame, PlanNeed need, int period, int number) {
        var month = need.month(period, number);
        var same =
                IntStream.range(0, number).filter(one -> need.month(period, one) == month).count();
        var together =
                IntStream.range(0, need.times())
                        .filter(one -> need.month(period, one) == month)
                        .count();
        var fixed = need.theme() ? frame.themeDay() : before(frame);
        var apart = same * LAST_FIXED_DAY / together;
        var day = (fixed - 1 + apart) % LAST_FIXED_DAY + 1;
        return LocalDate.of(frame.year(), month, Math.toIntExact(day));
    }

    /** What is not for all is held some days before the theme day, and in the same month. */
    private static int before(Frame frame) {
        return Math.max(1, frame.themeDay() - frame.notice());
    }
}
