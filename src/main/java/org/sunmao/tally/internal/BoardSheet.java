package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.tally.internal.BoardStore.Cell;
import org.sunmao.tally.internal.BoardStore.Label;
import org.sunmao.tally.internal.BoardStore.Mark;
import org.sunmao.tally.internal.BoardStore.Month;
import org.sunmao.tally.internal.BoardStore.Part;
import org.sunmao.tally.internal.BoardStore.Units;
import org.sunmao.tally.internal.BoardView.BoardCount;
import org.sunmao.tally.internal.BoardView.BoardMonth;
import org.sunmao.tally.internal.BoardView.BoardPart;
import org.sunmao.tally.internal.BoardView.BoardRule;
import org.sunmao.tally.internal.BoardView.BoardTop;
import org.sunmao.tally.internal.CountStore.Node;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a board out from what was added up. */
final class BoardSheet {

    static final int MONTHS = 12;

    private static final Mark NO_MARK = new Mark(null, null, null, null, 0, 0);

    private final Part part;
    private final Label label;
    private final List<Node> children;
    private final Map<String, Sums> byName = new HashMap<>();
    private final Map<String, Sums> byChild = new HashMap<>();
    private final Sums all = new Sums();
    private final Map<String, Mark> marksByName = new HashMap<>();
    private final Map<String, Mark> marksByChild = new HashMap<>();
    private Mark mark = NO_MARK;

    BoardSheet(Part part, Label label, List<Cell> cells, List<Mark> marks, List<Node> children) {
        this.part = part;
        this.label = label;
        this.children = children;
        cells.forEach(this::add);
        marks.forEach(this::add);
    }

    /** The first day of the twelve months that end with that of a day. */
    static LocalDate firstMonth(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    private void add(Cell cell) {
        if (cell.name() != null) {
            byName.computeIfAbsent(cell.name(), _ -> new Sums()).add(cell);
            all.add(cell);
        } else if (cell.child() != null) {
            byChild.computeIfAbsent(cell.child(), _ -> new Sums()).add(cell);
        }
    }

    private void add(Mark one) {
        if (one.name() != null) {
            marksByName.put(one.name(), one);
        } else if (one.child() != null) {
            marksByChild.put(one.child(), one);
        } else {
            mark = one;
        }
    }

    BoardView view(Units units, List<Month> months, BoardWords words) {
        var scope = part.scope();
        return new BoardView(
                new BoardTop(part.organization(), label.name(), label.kind()),
                scope.day(),
                scope.now(),
                counted(units),
                rules(words),
                organizations(),
                months(months));
    }

    private BoardCount counted(Units units) {
        return new BoardCount(
                all.state("open"),
                all.state("late"),
                all.light("yellow"),
                all.light("red"),
                all.state("contested"),
                all.state("waived"),
                all.state("met"),
                mark.explained(),
                mark.waiting(),
                units.all(),
                units.clean(),
                mark.since());
    }

    private List<BoardRule> rules(BoardWords words) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().exceptional())
                .map(entry -> rule(entry.getKey(), entry.getValue(), words))
                .sorted(
                        Comparator.comparing((BoardRule each) -> each.rule().id())
                                .thenComparing(BoardRule::name))
                .toList();
    }

    private BoardRule rule(String name, Sums sums, BoardWords words) {
        var marked = marksByName.getOrDefault(name, NO_MARK);
        return new BoardRule(
                name,
                words.title(name),
                words.source(name, marked.rule(), part.scope().day()),
                sums.state("open"),
                sums.state("late"),
                sums.light("yellow"),
                sums.light("red"),
                sums.state("contested"),
                sums.state("waived"),
                marked.since(),
                words.helper(name));
    }

    /** The organization itself, then those below it in the order of the tree. */
    private List<BoardPart> organizations() {
        var own = new Node(part.organization(), label.name(), label.kind(), part.path());
        return Stream.concat(Stream.of(own), children.stream())
                .flatMap(node -> organization(node).stream())
                .toList();
    }

    private List<BoardPart> organization(Node node) {
        var child = node.path().substring(part.path().length()).replace("/", "");
        var sums = byChild.get(child);
        if (sums == null || !sums.exceptional()) {
            return List.of();
        }
        return List.of(
                new BoardPart(
                        node.id(),
                        node.name(),
                        node.kind(),
                        child.isEmpty(),
                        sums.state("late"),
                        sums.light("yellow"),
                        sums.light("red"),
                        sums.state("contested"),
                        marksByChild.getOrDefault(child, NO_MARK).since()));
    }

    private List<BoardMonth> months(List<Month> counted) {
        var byMonth = counted.stream().collect(Collectors.toMap(Month::month, Function.identity()));
        var first = firstMonth(part.scope().day());
        var months = new ArrayList<BoardMonth>();
        for (var i = 0; i < MONTHS; i++) {
            var day = first.plusMonths(i);
            months.add(month(day, byMonth.get(day)));
        }
        return months;
    }

    private static BoardMonth month(LocalDate first, @Nullable Month counted) {
        var month = YearMonth.from(first).toString();
        return counted == null
                ? new BoardMonth(month, 0, 0, 0, 0)
                : new BoardMonth(
                        month,
                        counted.due(),
                        counted.inTime(),
                        counted.afterwards(),
                        counted.late());
    }

    /** Numbers by state and by light. */
    private static final class Sums {

        private final Map<String, Long> states = new HashMap<>();
        private final Map<String, Long> lights = new HashMap<>();

        void add(Cell cell) {
            states.merge(cell.state(), cell.count(), Long::sum);
            lights.merge(cell.light(), cell.count(), Long::sum);
        }

        long state(String code) {
            return states.getOrDefault(code, 0L);
        }

        long light(String code) {
            return lights.getOrDefault(code, 0L);
        }

        boolean exceptional() {
            return state("late") + state("contested") + light("yellow") + light("red") > 0;
        }
    }
}
