package org.sunmao.duty;

/** Where a duty stands on a day: its state, and the light that shows while it is unmet. */
public record Standing(State state, Light light) {

    public enum State {
        /** Known, and not open yet. */
        COMING("coming", "未到开始日"),
        OPEN("open", "待办"),
        /** Past its last day, and unmet. */
        LATE("late", "逾期"),
        /** Said to be wrong; neutral until it is decided (AF-15). */
        CONTESTED("contested", "申诉中"),
        /** Set aside until a day, with a reason. */
        WAIVED("waived", "已豁免"),
        MET("met", "已办"),
        /** Cancelled by the level above, or never due. */
        VOID("void", "已撤销");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        public static State of(String code) {
            for (var state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a duty: " + code);
        }
    }

    public enum Light {
        /** Neutral: nothing is shown. */
        NONE("none", "无"),
        GREEN("green", "绿灯"),
        YELLOW("yellow", "黄灯"),
        RED("red", "红灯");

        private final String code;
        private final String label;

        Light(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        public static Light of(String code) {
            for (var light : values()) {
                if (light.code.equals(code)) {
                    return light;
                }
            }
            throw new IllegalArgumentException("no light: " + code);
        }
    }
}
