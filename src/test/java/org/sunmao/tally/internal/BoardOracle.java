package org.sunmao.tally.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.sunmao.tally.internal.BoardView.BoardCount;
import org.sunmao.tally.internal.BoardView.BoardMonth;
import org.sunmao.tally.internal.BoardView.BoardPart;
import org.sunmao.tally.internal.BoardView.BoardRule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a board must say, by looking at each duty in turn: slow, obvious, and without SQL. */
final class BoardOracle {

    /** One duty, as it stands in the table. */
    record Duty(
            UUID id,
            UUID organization,
            String name,
            LocalDate opens,
            LocalDate due,
            @Nullable LocalDate yellowFrom,
            @Nullable LocalDate redFrom,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate explainedOn,
            @Nullable LocalDate contestedOn,
            @Nullable LocalDate contestUntil,
            @Nullable LocalDate waivedOn,
            @Nullable LocalDate waivedUntil,
            @Nullable LocalDate voidOn) {

        String state(LocalDate day) {
            if (come(voidOn, day)) {
                return "void";
            }
            if (day.isBefore(opens)) {
                return "coming";
            }
            if (come(endedOn, day)) {
                return "met";
            }
            if (come(contestedOn, day) && !come(contestUntil, day)) {
                return "contested";
            }
            if (come(waivedOn, day) && !come(waivedUntil, day)) {
                return "waived";
            }
            return day.isAfter(due) ? "late" : "open";
        }

        String light(LocalDate day) {
            if (!pending(day)) {
                return "none";
            }
            return come(redFrom, day) ? "red" : come(yellowFrom, day) ? "yellow" : "green";
        }

        boolean pending(LocalDate day) {
            return List.of("open", "late").contains(state(day));
        }

        boolean exception(LocalDate day) {
            return List.of("late", "contested").contains(state(day))
                    || List.of("yellow", "red").contains(light(day));
        }

        @Nullable LocalDate since(LocalDate day) {
            return state(day).equals("contested")
                    ? contestedOn
                    : Stream.of(yellowFrom, redFrom, due.plusDays(1))
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
        }

        private static boolean come(@Nullable LocalDate from, LocalDate day) {
            return from != null && !day.isBefore(from);
        }
    }

    private final LocalDate day;
    private final Map<UUID, String> paths;
    private final List<Duty> duties;

    /**
     * @param paths of all organizations that are there on the day
     */
    BoardOracle(LocalDate day, Map<UUID, String> paths, List<Duty> duties) {
        this.day = day;
        this.paths = paths;
        this.duties = duties;
    }

    /** The board in lines, to be compared with those of a {@link BoardView}. */
    List<String> board(UUID organization) {
        var top = requireNonNull(paths.get(organization));
        var mine = duties.stream().filter(duty -> below(duty.organization(), top)).toList();
        var lines = new ArrayList<String>();
        lines.add(counted(mine, top));
        for (var name : new TreeSet<>(mine.stream().map(Duty::name).toList())) {
            var of = mine.stream().filter(duty -> duty.name().equals(name)).toList();
            if (of.stream().anyMatch(duty -> duty.exception(day))) {
                var waived = count(of, duty -> duty.state(day).equals("waived"));
                var open = count(of, duty -> duty.state(day).equals("open"));
                lines.add("%s %d %d %s".formatted(name, open, waived, exceptions(of)));
            }
        }
        for (var child : paths.keySet().stream().sorted().toList()) {
            var own = child.equals(organization);
            var of = mine.stream().filter(duty -> lies(duty, child, own)).toList();
            var shown = of.stream().anyMatch(duty -> duty.exception(day));
            if (shown && (own || isChild(requireNonNull(paths.get(child)), top))) {
                lines.add("%s %s %s".formatted(child, own, exceptions(of)));
            }
        }
        lines.addAll(months(mine));
        return lines;
    }

    private boolean lies(Duty duty, UUID child, boolean own) {
        return own
                ? duty.organization().equals(child)
                : below(duty.organization(), requireNonNull(paths.get(child)));
    }

    private static boolean isChild(String path, String top) {
        return path.startsWith(top) && path.substring(top.length()).matches("[0-9]+/");
    }

    private boolean below(UUID organization, String top) {
        var path = paths.get(organization);
        return path != null && path.startsWith(top);
    }

    private String counted(List<Duty> mine, String top) {
        Predicate<Duty> explained = duty -> Duty.come(duty.explainedOn(), day) && duty.pending(day);
        var inside = paths.entrySet().stream().filter(each -> each.getValue().startsWith(top));
        var all = inside.map(Map.Entry::getKey).toList();
        var clean =
                all.stream()
                        .filter(
                                one ->
                                        mine.stream()
                                                .filter(duty -> duty.organization().equals(one))
                                                .noneMatch(duty -> duty.exception(day)))
                        .count();
        var explainedCount = count(mine, explained);
        var contested = count(mine, duty -> duty.state(day).equals("contested"));
        return "open %d met %d waived %d explained %d waiting %d clean %d of %d %s"
                .formatted(
                        count(mine, duty -> duty.state(day).equals("open")),
                        count(mine, duty -> duty.state(day).equals("met")),
                        count(mine, duty -> duty.state(day).equals("waived")),
                        explainedCount,
                        explainedCount + contested,
                        clean,
                        all.size(),
                        exceptions(mine));
    }

    private String exceptions(List<Duty> of) {
        return told(
                count(of, duty -> duty.state(day).equals("late")),
                count(of, duty -> duty.light(day).equals("yellow")),
                count(of, duty -> duty.light(day).equals("red")),
                count(of, duty -> duty.state(day).equals("contested")),
                of.stream()
                        .filter(duty -> duty.exception(day))
                        .map(duty -> requireNonNull(duty.since(day)))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private List<String> months(List<Duty> mine) {
        return Stream.iterate(11, back -> back >= 0, back -> back - 1)
                .map(back -> YearMonth.from(day).minusMonths(back))
                .map(
                        month -> {
                            var due =
                                    mine.stream()
                                            .filter(one -> YearMonth.from(one.due()).equals(month))
                                            .filter(one -> !one.state(day).equals("void"))
                                            .toList();
                            var met = due.stream().filter(one -> one.state(day).equals("met"));
                            var ended = met.toList();
                            var inTime =
                                    count(
                                            ended,
                                            one ->
                                                    !requireNonNull(one.endedOn())
                                                            .isAfter(one.due()));
                            var late = count(due, one -> one.state(day).equals("late"));
                            return "%s %d %d %d %d"
                                    .formatted(
                                            month, due.size(), inTime, ended.size() - inTime, late);
                        })
                .toList();
    }

    private static long count(List<Duty> duties, Predicate<Duty> which) {
        return duties.stream().filter(which).count();
    }

    private static String told(
            long late, long yellow, long red, long contested, @Nullable LocalDate since) {
        return "late %d yellow %d red %d contested %d since %s"
                .formatted(late, yellow, red, contested, since);
    }

    /** A board in the same lines. */
    static List<String> lines(BoardView board) {
        var lines = new ArrayList<String>();
        lines.add(line(board.counted()));
        board.rules().stream()
                .sorted(Comparator.comparing(BoardRule::name))
                .forEach(rule -> lines.add(line(rule)));
        board.organizations().stream()
                .sorted(Comparator.comparing(BoardPart::id))
                .forEach(part -> lines.add(line(part)));
        board.months().forEach(month -> lines.add(line(month)));
        return lines;
    }

    private static String line(BoardCount all) {
        return "open %d met %d waived %d explained %d waiting %d clean %d of %d %s"
                .formatted(
                        all.open(),
                        all.met(),
                        all.waived(),
                        all.explained(),
                        all.waiting(),
                        all.clean(),
                        all.organizations(),
                        told(all.late(), all.yellow(), all.red(), all.contested(), all.since()));
    }

    private static String line(BoardRule rule) {
        return "%s %d %d %s"
                .formatted(
                        rule.name(),
                        rule.open(),
                        rule.waived(),
                        told(
                                rule.late(),
                                rule.yellow(),
                                rule.red(),
                                rule.contested(),
                                rule.since()));
    }

    private static String line(BoardPart part) {
        return "%s %s %s"
                .formatted(
                        part.id(),
                        part.own(),
                        told(
                                part.late(),
                                part.yellow(),
                                part.red(),
                                part.contested(),
                                part.since()));
    }

    private static String line(BoardMonth month) {
        return "%s %d %d %d %d"
                .formatted(
                        month.month(),
                        month.due(),
                        month.inTime(),
                        month.afterwards(),
                        month.late());
    }
}
