package org.sunmao.message.internal;

/** What there may be to say of a duty, from the mildest to the gravest. */
enum NewsKind {
    OPENED("opened", "新的应办"),
    REMINDER("reminder", "期限临近"),
    REQUEST("request", "上级要求"),
    DECISION("decision", "等您决定"),
    YELLOW("yellow", "变为黄灯"),
    RED("red", "变为红灯");

    private final String code;
    private final String label;

    NewsKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name outside the program; never renamed. */
    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** A light: told even when it is of an earlier day than what was told last. */
    boolean lit() {
        return this == YELLOW || this == RED;
    }

    boolean graverThan(NewsKind other) {
        return compareTo(other) > 0;
    }

    static NewsKind of(String code) {
        for (var kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of news: " + code);
    }
}
