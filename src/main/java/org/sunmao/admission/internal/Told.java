package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what was filled in, key by key, keeps it, and gathers all that cannot be. */
final class Told {

    private static final int FIRST_YEAR = 1921;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST = 4000;

    private final Map<String, Object> sent;
    private final Map<String, Object> kept = new LinkedHashMap<>();
    private final List<Place> faults = new ArrayList<>();

    Told(@Nullable Map<String, Object> sent) {
        this.sent = sent == null ? Map.of() : sent;
    }

    void fault(String key, String says) {
        faults.add(new Place("fields/" + key, says));
    }

    /** The same where nothing else was said of the field. */
    void missing(String key, String says) {
        if (faults.stream().noneMatch(one -> one.pointer().equals("fields/" + key))) {
            fault(key, says);
        }
    }

    /** Whatever else was sent is no part of the form. */
    void only(Set<String> keys) {
        sent.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> fault(key, "表里没有这一项，请刷新页面后再填"));
    }

    /** Refuses what has any fault. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
    }

    /** What was filled in, in the order it was read. */
    Map<String, Object> kept() {
        return kept;
    }

    boolean read(String key) {
        return kept.containsKey(key);
    }

    private @Nullable Object value(String key) {
        var value = sent.get(key);
        return value instanceof String text && text.isBlank() ? null : value;
    }

    @Nullable String text(String key) {
        var value = value(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.codePoints().anyMatch(Told::invisible)) {
            fault(key, "请填写文字，内容里不能有看不见的字符");
            return null;
        }
        var length = text.strip().codePointCount(0, text.strip().length());
        if (length > LONGEST) {
            fault(key, "最多 %d 字，现在有 %d 字，请缩短".formatted(LONGEST, length));
            return null;
        }
        kept.put(key, text.strip());
        return text.strip();
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            default -> false;
        };
    }

    @Nullable LocalDate day(String key) {
        var value = value(key);
        if (value == null) {
            return null;
        }
        var day = value instanceof String text ? parsed(text.strip()) : null;
        if (day == null) {
            fault(key, "没有这一天，请按 2026-11-22 的样子填写");
            return null;
        }
        kept.put(key, day.toString());
        return day;
    }

    static @Nullable LocalDate parsed(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** An answer that must be given. */
    boolean decided(String key, String missing) {
        if (!(value(key) instanceof Boolean)) {
            fault(key, missing);
            return false;
        }
        return yes(key);
    }

    boolean yes(String key) {
        var value = value(key);
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean yes)) {
            fault(key, "请选择是或者否");
            return false;
        }
        kept.put(key, yes);
        return yes;
    }

    int number(String key, int most) {
        var value = value(key);
        if (value == null) {
            return 0;
        }
        if (!(value instanceof Integer number) || number < 0 || number > most) {
            fault(key, "请填写 0 到 " + most + " 的整数");
            return 0;
        }
        kept.put(key, number);
        return number;
    }

    @Nullable String choice(String key, Set<String> of) {
        var value = value(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || !of.contains(text)) {
            fault(key, "没有这个选项，请重新选择");
            return null;
        }
        kept.put(key, text);
        return text;
    }

    /** Members by their ids. */
    List<UUID> ids(String key) {
        var value = value(key);
        if (value == null) {
            return List.of();
        }
        var list = value instanceof List<?> many ? many : List.of(value);
        var ids = new ArrayList<UUID>();
        for (var one : list) {
            try {
                ids.add(UUID.fromString(String.valueOf(one)));
            } catch (IllegalArgumentException _) {
                fault(key, "请从名单里选择党员");
                return List.of();
            }
        }
        var distinct = ids.stream().distinct().toList();
        if (distinct.size() < ids.size()) {
            fault(key, "同一个人选了两次，请去掉一个");
        }
        kept.put(key, distinct.stream().map(UUID::toString).toList());
        return distinct;
    }
}
