package org.sunmao.organization;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an organization does for its members. A temporary branch teaches, manages and supervises; it
 * does none of these (R-BR-07), and neither does a group, which is a part of its branch (R-BR-13).
 */
public enum Function {
    /** Admitting members. */
    ADMIT("发展党员"),
    /** Punishing members and disposing of them. */
    DISCIPLINE("处分和处置党员"),
    /** Collecting dues. */
    DUES("收缴党费"),
    /** Electing delegates to a congress. */
    DELEGATES("选举党代表大会代表"),
    /** Electing its own committee or secretary. */
    ELECT("换届选举");

    private final String label;

    Function(String label) {
        this.label = label;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** What an organization of a kind may do. */
    public static Set<Function> of(String organizationKind) {
        return switch (organizationKind) {
            case "temporary", "group" -> EnumSet.noneOf(Function.class);
            default -> EnumSet.allOf(Function.class);
        };
    }
}
