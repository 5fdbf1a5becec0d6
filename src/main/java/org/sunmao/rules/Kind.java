package org.sunmao.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule does. */
public enum Kind {
    DUTY("义务"),
    DEADLINE("期限"),
    THRESHOLD("数量界限"),
    RIGHT("权利"),
    PROHIBITION("禁止"),
    PROCEDURE("程序"),
    FORMULA("算法"),
    DEFINITION("定义"),
    RECORD("记录"),
    CONFIGURATION("本地配置");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
