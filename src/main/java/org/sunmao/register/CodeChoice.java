package org.sunmao.register;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A choice among the codes of one column, as a list is asked for it: {@code 31,32}; a range of
 * them, {@code 02-56}; {@code none} for rows without a code; {@code !} in front for rows with
 * another code than these.
 */
public record CodeChoice(List<String> codes, boolean none, boolean others) {

    private static final String NONE = "none";
    private static final Pattern RANGE = Pattern.compile("(\\d{2})-(\\d{2})");
    private static final int LONGEST = 200;

    /** What the codes of the column look like. */
    public enum Form {
        DIGITS("\\d{1,4}"),
        /** A code of two digits that ends with 0 means its whole group. */
        GROUPS("\\d{1,4}"),
        WORDS("[a-z]{1,20}(-[a-z]{1,20})?");

        private final Pattern code;

        Form(String code) {
            this.code = Pattern.compile(code);
        }
    }

    /**
     * What was sent under a name; empty if nothing was.
     *
     * @throws InputRefused in words, if it is no choice
     */
    public static Optional<CodeChoice> of(String name, @Nullable String sent, Form form) {
        return sent == null || sent.isBlank()
                ? Optional.empty()
                : Optional.of(read(name, sent.strip(), form));
    }

    private static CodeChoice read(String name, String sent, Form form) {
        var others = sent.startsWith("!");
        var codes = new ArrayList<String>();
        var none = false;
        for (var part : (others ? sent.substring(1) : sent).split(",", -1)) {
            var range = RANGE.matcher(part);
            if (part.equals(NONE) && !others) {
                none = true;
            } else if (form != Form.WORDS && range.matches()) {
                add(codes, range.group(1), range.group(2));
            } else if (sent.length() > LONGEST || !form.code.matcher(part).matches()) {
                throw new InputRefused(name, "筛选条件 " + name + " 的格式不对");
            } else if (form == Form.GROUPS && part.length() == 2 && part.endsWith("0")) {
                add(codes, part, part.charAt(0) + "9");
            } else {
                codes.add(part);
            }
        }
        return new CodeChoice(List.copyOf(codes), none, others);
    }

    /**
     * Adds the condition and what is bound to it.
     *
     * @param column a constant of the caller, as is the parameter
     */
    public void condition(
            String column, String parameter, StringBuilder sql, Map<String, Object> values) {
        if (codes.isEmpty()) {
            sql.append(" and ").append(column).append(" is null");
            return;
        }
        values.put(parameter, codes);
        sql.append(" and (").append(column).append(others ? " not in (:" : " in (:");
        sql.append(parameter).append(none ? ") or " + column + " is null)" : "))");
    }

    private static void add(List<String> codes, String first, String last) {
        var to = Integer.parseInt(last);
        for (var code = Integer.parseInt(first); code <= to; code++) {
            codes.add("%02d".formatted(code));
        }
    }
}
