package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Tree;
import org.sunmao.code.Codes;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what was sent into values of fields, all faults at once; and shows values as texts. */
@Component
public class FieldReader {

    private static final String EFFECTIVE_ON = "effectiveOn";
    private static final String CORRECTION = "correction";
    private static final int BRIEF = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Codes codes;
    private final Tree tree;
    private final Clock clock;

    FieldReader(Codes codes, Tree tree, Clock clock) {
        this.codes = codes;
        this.tree = tree;
        this.clock = clock;
    }

    /** Reads a change: only what is sent is changed, and nothing required may be cleared. */
    public Change change(Map<String, @Nullable Object> sent, List<Field> fields) {
        return read(sent, fields, false);
    }

    /** Reads a new entry: what is required must be there. */
    public Change entry(Map<String, @Nullable Object> sent, List<Field> fields) {
        return read(sent, fields, true);
    }

    private Change read(Map<String, @Nullable Object> sent, List<Field> fields, boolean entry) {
        var faults = new ArrayList<InputRefused.Place>();
        var values = new HashMap<String, @Nullable Object>();
        var effectiveOn = LocalDate.now(clock);
        var correction = false;
        for (var item : sent.entrySet()) {
            var name = item.getKey();
            try {
                switch (name) {
                    case EFFECTIVE_ON -> effectiveOn = day(item.getValue(), effectiveOn);
                    case CORRECTION -> correction = flag(item.getValue());
                    default -> {
                        var field = find(fields, name).orElseThrow(() -> new Fault("没有这一项"));
                        values.put(name, value(field, item.getValue()));
                    }
                }
            } catch (Fault fault) {
                faults.add(new InputRefused.Place("/" + name, fault.reason()));
            }
        }
        for (var field : fields) {
            if (entry && field.required() && !sent.containsKey(field.name())) {
                faults.add(new InputRefused.Place(field.pointer(), "请填写" + field.label()));
            }
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Change(values, effectiveOn, correction);
    }

    private @Nullable Object value(Field field, @Nullable Object typed) {
        var value = typed == null ? null : read(field.kind(), typed);
        if (value == null && field.required()) {
            throw new Fault("请填写" + field.label());
        }
        if (value == null && field.kind() instanceof Flag) {
            return false;
        }
        return value;
    }

    /**
     * One value of a kind; null for words of which nothing is left.
     *
     * @throws Fault if it is none, with the reason
     */
    public @Nullable Object read(FieldKind kind, Object typed) {
        return switch (kind) {
            case Flag _ -> accepted(typed instanceof Boolean, typed, "请选择是或否");
            case Whole(var least, var most) -> whole(typed, least, most);
            default -> {
                accepted(typed instanceof String, typed, "格式不对");
                var text = Words.clean(typed.toString());
                yield text.isEmpty() ? null : text(kind, text);
            }
        };
    }

    private Object text(FieldKind kind, String text) {
        return switch (kind) {
            case Text(var most) ->
                    accepted(Words.length(text) <= most, text, "过长，请控制在 " + most + " 个字以内");
            case Code(var table) ->
                    accepted(codes.selectable(table, text), text, "代码表里没有“" + brief(text) + "”");
            case Day _ -> day(text, null);
            case Division _ ->
                    accepted(codes.division(text).isPresent(), text, "没有这个行政区划：" + brief(text));
            case Reference _ -> reference(text);
            case Formed(var normal, _) -> normal.apply(text);
            case Flag _, Whole _ -> throw new IllegalStateException("read before");
        };
    }

    private LocalDate day(@Nullable Object typed, @Nullable LocalDate usual) {
        if (typed == null && usual != null) {
            return usual;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(String.valueOf(typed));
        } catch (DateTimeException _) {
            throw new Fault("没有“" + brief(String.valueOf(typed)) + "”这一天，请按 2026-11-22 的样子填写");
        }
        if (day.isBefore(EARLIEST)) {
            throw new Fault("日期过早，请核对年份");
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Fault("不能晚于今天");
        }
        return day;
    }

    private static boolean flag(@Nullable Object typed) {
        return typed != null && (boolean) accepted(typed instanceof Boolean, typed, "请选择是或否");
    }

    private static Object whole(Object typed, int least, int most) {
        var within = typed instanceof Integer number && number >= least && number <= most;
        return accepted(within, typed, "请填 " + least + " 到 " + most + " 之间的整数");
    }

    private static UUID reference(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Fault("编号的格式不对");
        }
    }

    private static Object accepted(boolean accepted, Object value, String reason) {
        if (!accepted) {
            throw new Fault(reason);
        }
        return value;
    }

    /** As much of what was typed as a message can hold. */
    private static String brief(String typed) {
        return Words.length(typed) <= BRIEF
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, BRIEF)) + "…";
    }

    public static Optional<Field> find(List<Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** A value as a person reads it: labels for codes, masked where it is sensitive. */
    public @Nullable String show(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        return switch (field.kind()) {
            case Code(var table) -> codes.label(table, text);
            case Division _ -> codes.division(text).orElse(text);
            case Flag _ -> Boolean.parseBoolean(text) ? "是" : "否";
            case Formed(_, var shown) -> shown.apply(text);
            case Reference _ -> tree.name(UUID.fromString(text)).orElse(text);
            case Text _, Day _, Whole _ -> text;
        };
    }
}
