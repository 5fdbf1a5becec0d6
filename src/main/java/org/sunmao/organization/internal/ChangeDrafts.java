package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.organization.internal.ChangeReader.Read;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.Words;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.Stale.Conflict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what is sent of the document of a change; all faults at once. */
@Component
class ChangeDrafts {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_REASON = 1000;
    private static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);
    private static final int LAST_YEAR = 9999;
    private static final Set<String> KNOWN = Set.of("title", "effectiveOn", "reason", "steps");

    /** Told in the history of a change. */
    static final List<Field> TOLD =
            List.of(
                    Field.optional("state", "状态", new Text(20)),
                    Field.optional("note", "说明", new Text(LONGEST_REASON)));

    private final ChangeReader reader;
    private final ChangeWords words;

    ChangeDrafts(ChangeReader reader, ChangeWords words) {
        this.reader = reader;
        this.words = words;
    }

    /** What a document says. */
    record Draft(String title, LocalDate effectiveOn, String reason, Read read) {

        ChangeRecord applyTo(ChangeRecord before) {
            return new ChangeRecord(
                    before.id(),
                    before.version(),
                    before.organization(),
                    title,
                    before.state(),
                    effectiveOn,
                    reason,
                    read.kept(),
                    before.passed(),
                    before.blocked(),
                    before.madeBy(),
                    before.madeAt());
        }
    }

    Draft entry(Map<String, @Nullable Object> sent) {
        var faults = unknown(sent);
        var read = steps(sent.get("steps"), Map.of(), faults);
        var on = day(sent.get("effectiveOn"), faults);
        var reason = text(sent, "reason", "理由", LONGEST_REASON, true, faults);
        var title = text(sent, "title", "标题", LONGEST_TITLE, false, faults);
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        var called = title.isEmpty() ? words.title(read.steps(), on) : title;
        return new Draft(called, on, reason, read);
    }

    Draft change(ChangeRecord before, Map<String, @Nullable Object> sent) {
        var faults = unknown(sent);
        var read =
                steps(
                        sent.containsKey("steps") ? sent.get("steps") : before.steps(),
                        ChangeReader.known(before.steps()),
                        faults);
        var on =
                sent.containsKey("effectiveOn")
                        ? day(sent.get("effectiveOn"), faults)
                        : before.effectiveOn();
        var reason =
                sent.containsKey("reason")
                        ? text(sent, "reason", "理由", LONGEST_REASON, true, faults)
                        : before.reason();
        var title =
                sent.containsKey("title")
                        ? text(sent, "title", "标题", LONGEST_TITLE, true, faults)
                        : before.title();
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Draft(title, on, reason, read);
    }

    static List<Conflict> compared(ChangeRecord theirs, ChangeRecord yours) {
        var conflicts = new ArrayList<Conflict>();
        compare("title", "标题", yours.title(), theirs.title(), conflicts);
        compare(
                "effectiveOn",
                "生效日期",
                yours.effectiveOn().toString(),
                theirs.effectiveOn().toString(),
                conflicts);
        compare("reason", "理由", yours.reason(), theirs.reason(), conflicts);
        if (!yours.steps().equals(theirs.steps())) {
            conflicts.add(
                    new Conflict(
                            "steps",
                            "变更事项",
                            yours.steps().size() + " 项",
                            theirs.steps().size() + " 项"));
        }
        return conflicts;
    }

    private static void compare(
            String field, String label, String yours, String theirs, List<Conflict> conflicts) {
        if (!yours.equals(theirs)) {
            conflicts.add(new Conflict(field, label, yours, theirs));
        }
    }

    private static List<Place> unknown(Map<String, @Nullable Object> sent) {
        var faults = new ArrayList<Place>();
        for (var name : sent.keySet()) {
            if (!KNOWN.contains(name)) {
                faults.add(new Place("/" + name, "没有这一项"));
            }
        }
        return faults;
    }

    private Read steps(@Nullable Object sent, Map<String, UUID> known, List<Place> faults) {
        try {
            return reader.read(sent, known);
        } catch (InputRefused refused) {
            faults.addAll(refused.errors());
            return new Read(List.of(), List.of());
        }
    }

    static LocalDate day(@Nullable Object sent, List<Place> faults) {
        return day("effectiveOn", "生效日期", sent, faults);
    }

    static LocalDate day(String name, String label, @Nullable Object sent, List<Place> faults) {
        try {
            var day = LocalDate.parse(String.valueOf(sent));
            if (!day.isBefore(EARLIEST) && day.getYear() <= LAST_YEAR) {
                return day;
            }
            faults.add(new Place("/" + name, "日期过早或过晚，请核对年份"));
        } catch (DateTimeException _) {
            faults.add(
                    new Place(
                            "/" + name,
                            sent == null ? "请填写" + label : "没有这一天，请按 2026-11-22 的样子填写"));
        }
        return EARLIEST;
    }

    static String text(
            Map<String, @Nullable Object> sent,
            String name,
            String label,
            int most,
            boolean required,
            List<Place> faults) {
        var value = sent.get(name);
        try {
            var text = value == null ? "" : Words.clean(value.toString());
            if (required && text.isEmpty()) {
                faults.add(new Place("/" + name, "请填写" + label));
            } else if (Words.length(text) > most) {
                faults.add(new Place("/" + name, "过长，请控制在 " + most + " 个字以内"));
            }
            return text;
        } catch (FieldKind.Fault fault) {
            faults.add(new Place("/" + name, fault.reason()));
            return "";
        }
    }
}
