package org.sunmao.exchange.internal;

import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headings of a table: the row among its first that has most of the known ones. Above it may
 * stand titles; two rows may be headings together.
 *
 * @param row on which they end
 */
record Headings(List<String> names, int row, List<Notice> notices) {

    /** So many rows are looked at. */
    static final int DEPTH = 5;

    private static final Pattern MARKS =
            Pattern.compile("[*]|[(]\\s*(必填|选填|必填项|选填项)\\s*[)]|[【\\[](必填|选填)[】\\]]");

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    /** A row of the file. */
    record Numbered(int number, List<Cell> cells) {

        String heading(int column) {
            if (column >= cells.size() || cells.get(column).kind() == Kind.ERROR) {
                return "";
            }
            return plain(cells.get(column).text());
        }

        List<String> headings() {
            var all = new ArrayList<String>();
            for (var i = 0; i < cells.size(); i++) {
                all.add(heading(i));
            }
            return all;
        }
    }

    /** A heading as it is compared: one line, half width, without the marks of what is required. */
    static String plain(String typed) {
        String words;
        try {
            words = Words.clean(typed);
        } catch (Fault _) {
            words = typed.strip();
        }
        var marked = MARKS.matcher(Widths.half(words)).replaceAll("");
        return BETWEEN.matcher(marked.strip()).replaceAll("");
    }

    /**
     * @param first the first rows that have any value
     * @param known by their {@link #plain} form; may be empty
     */
    static Headings find(List<Numbered> first, Set<String> known) {
        var best = -1;
        var most = 0;
        for (var i = 0; i < Math.min(first.size(), DEPTH); i++) {
            var hits = hits(first.get(i).headings(), known);
            if (hits > most) {
                most = hits;
                best = i;
            }
        }
        if (best < 0) {
            best = widest(first);
        }
        for (var i = Math.max(best - 1, 0);
                i <= best && i + 1 < Math.min(first.size(), DEPTH);
                i++) {
            var joined = joined(first.get(i), first.get(i + 1), known);
            if (hits(joined, known) > most) {
                return of(first, i, i + 1, joined);
            }
        }
        return of(first, best, best, first.get(best).headings());
    }

    private static int hits(List<String> headings, Set<String> known) {
        var found = new HashSet<>(headings);
        found.retainAll(known);
        return found.size();
    }

    /** The first that has at least half as many values as the fullest: a title has one. */
    private static int widest(List<Numbered> first) {
        var looked = first.subList(0, Math.min(first.size(), DEPTH));
        var most = looked.stream().mapToLong(Headings::filled).max().orElse(0);
        for (var i = 0; i < looked.size(); i++) {
            if (filled(looked.get(i)) * 2 >= most) {
                return i;
            }
        }
        return 0;
    }

    private static long filled(Numbered row) {
        return row.cells().stream().filter(cell -> cell.kind() != Kind.EMPTY).count();
    }

    /** The lower heading where it is enough, the upper where there is no lower, else both. */
    private static List<String> joined(Numbered upper, Numbered lower, Set<String> known) {
        var names = new ArrayList<String>();
        var above = "";
        for (var i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            var below = lower.heading(i);
            if (!upper.heading(i).isEmpty()) {
                above = upper.heading(i);
            }
            if (below.isEmpty()) {
                names.add(upper.heading(i));
            } else if (known.contains(below) && !names.contains(below)) {
                names.add(below);
            } else {
                names.add(above + below);
            }
        }
        return names;
    }

    private static Headings of(List<Numbered> first, int from, int to, List<String> names) {
        var seen = new HashSet<String>();
        var twice = new LinkedHashSet<String>();
        names.stream().filter(name -> !name.isEmpty() && !seen.add(name)).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw Refusals.duplicateHeadings(twice);
        }
        var notices = new ArrayList<Notice>();
        var row = first.get(to).number();
        if (from > 0) {
            notices.add(
                    new Notice("rows-above", "标题在第 " + first.get(from).number() + " 行，上面的内容没有读取"));
        }
        if (from < to) {
            notices.add(new Notice("two-heading-rows", "标题有两行，已合成一行读取，数据从第 " + row + " 行之后开始"));
        }
        var last = names.size();
        while (last > 0 && names.get(last - 1).isEmpty()) {
            last--;
        }
        return new Headings(List.copyOf(names.subList(0, last)), row, notices);
    }
}
