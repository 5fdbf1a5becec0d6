package org.sunmao.member.internal;

import static org.sunmao.register.CodeChoice.Form.DIGITS;
import static org.sunmao.register.CodeChoice.Form.GROUPS;
import static org.sunmao.register.CodeChoice.Form.WORDS;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.sunmao.register.CodeChoice;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The filters of a list of members, as they were sent: each a condition of its own, all of them
 * together.
 *
 * @param nation a {@link CodeChoice}, as are the codes below
 * @param education the code of a group, such as 20, means the whole group
 * @param memberClass a class, or {@code none} for those whose class is not confirmed
 * @param anniversary the month of the day of joining (入党纪念日), 1 to 12
 */
record MemberFilter(
        @Nullable String status,
        @Nullable String sex,
        @Nullable String nation,
        @Nullable String ageFrom,
        @Nullable String ageTo,
        @Nullable String education,
        @Nullable String jobPost,
        @Nullable String admissionKind,
        @Parameter(name = "class") @BindParam("class") @Nullable String memberClass,
        @Nullable String floating,
        @Nullable String joinedFrom,
        @Nullable String joinedTo,
        @Nullable String anniversary) {

    static final MemberFilter NONE =
            new MemberFilter(
                    null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final Set<String> STATUSES = Set.of("full", "probationary");
    private static final Set<String> CLASSES = Set.of("home", "industry", "away", "frail", "none");
    private static final Set<String> YES_NO = Set.of("true", "false");
    private static final Pattern SMALL = Pattern.compile("\\d{1,3}");
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 9999;

    /** Conditions, constants all, and the values bound to them. */
    record Conditions(String sql, Map<String, Object> values) {}

    Conditions conditions(LocalDate today) {
        var sql = new StringBuilder();
        var values = new HashMap<String, Object>();
        if (given(status)) {
            sql.append(" and f.status = :status");
            values.put("status", among(STATUSES, "status", status));
        }
        codes(sql, values);
        if (given(floating)) {
            sql.append(" and f.floating = :floating");
            values.put("floating", among(YES_NO, "floating", floating).equals("true"));
        }
        ages(today, sql, values);
        joined(sql, values);
        classed(sql, values);
        return new Conditions(sql.toString(), values);
    }

    private void codes(StringBuilder sql, Map<String, Object> values) {
        CodeChoice.of("sex", sex, DIGITS)
                .ifPresent(codes -> codes.condition("f.sex", "sex", sql, values));
        CodeChoice.of("nation", nation, DIGITS)
                .ifPresent(codes -> codes.condition("f.nation", "nation", sql, values));
        CodeChoice.of("education", education, GROUPS)
                .ifPresent(codes -> codes.condition("f.education", "education", sql, values));
        CodeChoice.of("jobPost", jobPost, DIGITS)
                .ifPresent(codes -> codes.condition("f.job_post", "jobPost", sql, values));
        CodeChoice.of("admissionKind", admissionKind, WORDS)
                .ifPresent(codes -> codes.condition("f.admission_kind", "kind", sql, values));
    }

    private void ages(LocalDate today, StringBuilder sql, Map<String, Object> values) {
        if (given(ageFrom)) {
            sql.append(" and f.born_on <= :bornBy");
            values.put("bornBy", today.minusYears(small("ageFrom", ageFrom)));
        }
        if (given(ageTo)) {
            sql.append(" and f.born_on > :bornAfter");
            values.put("bornAfter", today.minusYears(small("ageTo", ageTo) + 1));
        }
    }

    private void joined(StringBuilder sql, Map<String, Object> values) {
        if (given(joinedFrom)) {
            sql.append(" and f.joined_on >= :joinedFrom");
            values.put("joinedFrom", day("joinedFrom", joinedFrom));
        }
        if (given(joinedTo)) {
            sql.append(" and f.joined_on <= :joinedTo");
            values.put("joinedTo", day("joinedTo", joinedTo));
        }
        if (given(anniversary)) {
            var month = small("anniversary", anniversary);
            if (month < 1 || month > MONTHS) {
                throw new InputRefused("anniversary", "月份应在 1 到 12 之间");
            }
            sql.append(" and f.joined_month = :anniversary");
            values.put("anniversary", (short) month);
        }
    }

    private void classed(StringBuilder sql, Map<String, Object> values) {
        if (given(memberClass)) {
            var code = among(CLASSES, "class", memberClass);
            if (code.equals("none")) {
                sql.append(" and f.member_class is null");
            } else {
                sql.append(" and f.member_class = :class");
                values.put("class", code);
            }
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String among(Set<String> known, String name, @Nullable String value) {
        if (value == null || !known.contains(value)) {
            throw new InputRefused(name, "筛选条件 " + name + " 没有这个选项");
        }
        return value;
    }

    private static String matching(Pattern form, String name, @Nullable String value) {
        if (value == null || !form.matcher(value).matches()) {
            throw new InputRefused(name, "筛选条件 " + name + " 的格式不对");
        }
        return value;
    }

    private static int small(String name, @Nullable String value) {
        return Integer.parseInt(matching(SMALL, name, value));
    }

    private static LocalDate day(String name, @Nullable String value) {
        try {
            var day = LocalDate.parse(String.valueOf(value));
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused(name, "没有这一天，请按 2026-11-22 的样子填写");
    }
}
