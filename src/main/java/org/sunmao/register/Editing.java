package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.journal.Act;
import org.sunmao.web.InputRefused;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Conflict;
import org.sunmao.web.Stale.Standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What every edit of a record does alike: no write is lost, no field is opened by accident. */
@Component
public class Editing {

    private final Histories histories;
    private final FieldReader reader;

    Editing(Histories histories, FieldReader reader) {
        this.histories = histories;
        this.reader = reader;
    }

    /**
     * The record as it stands, locked by the caller's transaction.
     *
     * @param timeline what is known of it by day
     * @param view the whole view of it, made only if it is needed
     */
    public record Locked(UUID id, int version, Timeline timeline, Supplier<Object> view) {}

    /**
     * Whether there is anything to do. A change that was sent twice, because its answer was lost,
     * finds all as it would make it, and does nothing.
     *
     * @param based the version the asker has seen
     * @throws InputRefused for a day before the record begins
     * @throws Stale if another was quicker, with both values of what differs
     */
    public boolean concerns(Locked record, int based, Change change, List<Field> fields) {
        refuseBeforeBegin(record.timeline(), change);
        var after = change.applyTo(record.timeline(), fields);
        if (after.equals(record.timeline())) {
            return false;
        }
        var names = after.differences(record.timeline());
        var different = fields.stream().filter(field -> names.contains(field.name())).toList();
        if (based != record.version()) {
            throw stale(record, change, different);
        }
        return true;
    }

    private static void refuseBeforeBegin(Timeline timeline, Change change) {
        if (change.effectiveOn().isBefore(timeline.begin())) {
            throw new InputRefused(
                    "/effectiveOn", "这条记录从 " + timeline.begin() + " 开始，生效日期不能更早；原来就填错了的，请选更正");
        }
    }

    /** The entry for the journal: the values of the day from which it holds, before and after. */
    public static Act act(
            String module,
            UUID organization,
            UUID id,
            Change change,
            Timeline before,
            Timeline after) {
        var names = after.differences(before);
        var on = change.effectiveOn();
        return new Act(
                organization,
                module + (change.correction() ? ".correct" : ".change"),
                module,
                id,
                on,
                List.of(),
                Map.of(
                        "before", pick(names, before.on(on)),
                        "after", pick(names, after.on(on))));
    }

    private Stale stale(Locked record, Change change, List<Field> different) {
        var last = histories.last(record.id());
        var conflicts =
                different.stream()
                        .map(
                                field ->
                                        new Conflict(
                                                field.name(),
                                                field.label(),
                                                reader.show(field, sent(change, field)),
                                                reader.show(field, stands(record, change, field))))
                        .toList();
        return new Stale(
                new Standing(
                        record.version(),
                        record.view().get(),
                        conflicts,
                        last.map(entry -> who(entry.by(), entry.post())).orElse(null),
                        last.map(HistoryEntry::at).orElse(null)));
    }

    private static String who(@Nullable String by, String post) {
        return by == null ? post : by + " · " + post;
    }

    private static @Nullable Object sent(Change change, Field field) {
        return change.values().get(field.name());
    }

    /** What stands on the day from which the change would hold. */
    private static @Nullable Object stands(Locked record, Change change, Field field) {
        return record.timeline().on(change.effectiveOn()).get(field.name());
    }

    private static Map<String, @Nullable Object> pick(
            List<String> names, Map<String, @Nullable Object> values) {
        var picked = new HashMap<String, @Nullable Object>();
        names.forEach(name -> picked.put(name, values.get(name)));
        return picked;
    }
}
