package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;

import java.util.Arrays;
import java.util.List;

/** The orders of the list of members: column and direction, the id deciding among equals. */
enum MemberSort {
    NAME("name", "pinyin", "text", false),
    NAME_DOWN("-name", "pinyin", "text", true),
    JOINED("joinedOn", "joined_on", "date", false),
    JOINED_DOWN("-joinedOn", "joined_on", "date", true),
    /** The youngest first: by birth date, downwards. */
    AGE("age", "born_on", "date", true),
    AGE_DOWN("-age", "born_on", "date", false);

    private final String code;
    private final String column;
    private final String type;
    private final boolean down;

    MemberSort(String code, String column, String type, boolean down) {
        this.code = code;
        this.column = column;
        this.type = type;
        this.down = down;
    }

    static MemberSort of(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return NAME;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.code.equals(asked))
                .findFirst()
                .orElseThrow(
                        () -> {
                            var known = Arrays.stream(values()).map(sort -> sort.code).toList();
                            return new InputRefused("sort", "排序只能是 " + String.join("、", known));
                        });
    }

    /** What stands behind the last row of the page before. */
    String behind() {
        return "(f.%s, f.id) %s (cast(:key as %s), :id)".formatted(column, down ? "<" : ">", type);
    }

    String order() {
        var direction = down ? " desc" : "";
        return "f." + column + direction + ", f.id" + direction;
    }

    /** The column that is sorted by. */
    String column() {
        return column;
    }

    boolean byDate() {
        return type.equals("date");
    }

    /** The sort values of a row, for the key of the next page. */
    List<String> key(MemberRow row) {
        var value =
                switch (this) {
                    case NAME, NAME_DOWN -> row.pinyin();
                    case JOINED, JOINED_DOWN -> row.joinedOn().toString();
                    case AGE, AGE_DOWN -> row.bornOn().toString();
                };
        return List.of(value, row.id().toString());
    }
}
