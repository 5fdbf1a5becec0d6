package org.sunmao.register;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of one thing by day: spans in order, without gap or overlap, no two neighbours
 * alike. Knows no clock and no database.
 */
public record Timeline(List<Span> spans) {

    /** The end of what still holds; stored as infinity. */
    public static final LocalDate OPEN = LocalDate.MAX;

    /** Before every day; stored as minus infinity. */
    public static final LocalDate BEGINNING = LocalDate.MIN;

    /**
     * The values from one day on, until before another.
     *
     * @param values by the name of the field; absent means null
     */
    public record Span(LocalDate from, LocalDate to, Map<String, @Nullable Object> values) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    public Timeline {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a timeline begins somewhere");
        }
        spans = List.copyOf(spans);
    }

    public LocalDate begin() {
        return spans.getFirst().from();
    }

    /** The values of a day; those of the first day for a day before it. */
    public Map<String, @Nullable Object> on(LocalDate day) {
        return spans.get(at(day)).values();
    }

    public Map<String, @Nullable Object> last() {
        return spans.getLast().values();
    }

    /** The timeline of some fields alone. */
    public Timeline only(List<String> names) {
        var picked = new ArrayList<Span>();
        for (var span : spans) {
            var values = new HashMap<String, @Nullable Object>(span.values());
            values.keySet().retainAll(names);
            picked.add(new Span(span.from(), span.to(), values));
        }
        return new Timeline(picked).joined();
    }

    /**
     * The timeline of what something is called: always known, before it began and after its end.
     */
    public Timeline naming(List<String> names) {
        var named = new ArrayList<>(only(names).spans());
        var first = named.removeFirst();
        named.addFirst(new Span(BEGINNING, first.to(), first.values()));
        var last = named.removeLast();
        named.addLast(new Span(last.from(), OPEN, last.values()));
        return new Timeline(named);
    }

    /** From that day on the values are these, each until the field is next known to change. */
    public Timeline change(LocalDate on, Map<String, @Nullable Object> values) {
        var split = split(on);
        var changed = split;
        for (var value : values.entrySet()) {
            var from = split.at(on);
            var to = split.run(value.getKey(), from, 1);
            changed = changed.write(value.getKey(), value.getValue(), from, to);
        }
        return changed.joined();
    }

    /** The values were wrong all along: each is written over the days in which it stood. */
    public Timeline correct(LocalDate on, Map<String, @Nullable Object> values) {
        var corrected = this;
        for (var value : values.entrySet()) {
            var at = at(on);
            var from = run(value.getKey(), at, -1);
            var to = run(value.getKey(), at, 1);
            corrected = corrected.write(value.getKey(), value.getValue(), from, to);
        }
        return corrected.joined();
    }

    /** The names of the fields whose value differs on any day. */
    public List<String> differences(Timeline other) {
        return last().keySet().stream()
                .filter(name -> !differences(other, name).isEmpty())
                .sorted()
                .toList();
    }

    /** The values of a field that differ from another timeline's, by the days they begin on. */
    public Map<LocalDate, @Nullable Object> differences(Timeline other, String name) {
        var days = new TreeSet<LocalDate>();
        spans.forEach(span -> days.add(span.from()));
        other.spans.forEach(span -> days.add(span.from()));
        var values = new TreeMap<LocalDate, @Nullable Object>();
        for (var day : days) {
            var value = on(day).get(name);
            if (!Objects.equals(value, other.on(day).get(name))) {
                values.put(day, value);
            }
        }
        return values;
    }

    private int at(LocalDate day) {
        for (var i = 0; i < spans.size(); i++) {
            if (spans.get(i).holds(day)) {
                return i;
            }
        }
        return day.isBefore(begin()) ? 0 : spans.size() - 1;
    }

    /** The last span in that direction that has the same value of a field without a break. */
    private int run(String name, int start, int step) {
        var value = spans.get(start).values().get(name);
        var at = start;
        for (var next = at + step; next >= 0 && next < spans.size(); next += step) {
            if (!Objects.equals(spans.get(next).values().get(name), value)) {
                break;
            }
            at = next;
        }
        return at;
    }

    private Timeline split(LocalDate on) {
        var cut = new ArrayList<Span>();
        for (var span : spans) {
            if (span.holds(on) && !span.from().equals(on)) {
                cut.add(new Span(span.from(), on, span.values()));
                cut.add(new Span(on, span.to(), span.values()));
            } else {
                cut.add(span);
            }
        }
        return new Timeline(cut);
    }

    private Timeline write(String name, @Nullable Object value, int from, int to) {
        var written = new ArrayList<>(spans);
        for (var i = from; i <= to; i++) {
            var span = written.get(i);
            var values = new HashMap<String, @Nullable Object>(span.values());
            values.put(name, value);
            written.set(i, new Span(span.from(), span.to(), values));
        }
        return new Timeline(written);
    }

    private Timeline joined() {
        var joined = new ArrayList<Span>();
        for (var span : spans) {
            var before = joined.isEmpty() ? null : joined.getLast();
            // Rows outside the scope may be missing between two that are alike.
            if (before != null
                    && before.to().equals(span.from())
                    && before.values().equals(span.values())) {
                joined.set(joined.size() - 1, new Span(before.from(), span.to(), before.values()));
            } else {
                joined.add(span);
            }
        }
        return new Timeline(joined);
    }
}
