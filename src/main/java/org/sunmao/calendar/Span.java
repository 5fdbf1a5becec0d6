package org.sunmao.calendar;

import java.util.regex.Pattern;

/**
 * A length of time as a rule states it: "15 working-days", "30 days", "6 months", "1 years".
 *
 * @param count how many of the unit; none is the day itself
 */
public record Span(int count, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) ([a-z-]+)");

    public enum Unit {
        DAYS("days", "天"),
        /** Days that are worked by the calendar of the house (COD-11). */
        WORKING_DAYS("working-days", "个工作日"),
        MONTHS("months", "个月"),
        YEARS("years", "年");

        private final String code;
        private final String label;

        Unit(String code, String label) {
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
    }

    public Span {
        if (count < 0) {
            throw new IllegalArgumentException("a span goes forward: " + count);
        }
    }

    /**
     * Reads a span.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Span parse(String text) {
        var form = FORM.matcher(text);
        if (form.matches()) {
            for (var unit : Unit.values()) {
                if (unit.code.equals(form.group(2))) {
                    return new Span(Integer.parseInt(form.group(1)), unit);
                }
            }
        }
        throw new IllegalArgumentException("no span as \"15 working-days\": " + text);
    }

    /** As a person reads it: 15 个工作日. */
    public String told() {
        return count + " " + unit.label;
    }

    @Override
    public String toString() {
        return count + " " + unit.code;
    }
}
