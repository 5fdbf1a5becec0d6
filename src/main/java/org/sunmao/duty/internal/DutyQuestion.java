package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which duties are asked for.
 *
 * @param organization it and all below it; null for all of the scope
 * @param month those that are due in it
 * @param day as of which; null for today
 */
record DutyQuestion(
        @Nullable UUID organization,
        @Nullable String rule,
        @Nullable String name,
        Set<String> states,
        Set<String> lights,
        @Nullable UUID subject,
        @Nullable YearMonth month,
        @Nullable LocalDate day) {

    /** What is neither to come nor over. */
    private static final Set<String> STANDING =
            Set.of(
                    State.OPEN.code(),
                    State.LATE.code(),
                    State.CONTESTED.code(),
                    State.WAIVED.code());

    private static final int LAST_YEAR = 9999;

    /** As it was sent. */
    record Sent(
            @Nullable UUID organization,
            @Nullable String rule,
            @Nullable String name,
            @Nullable String state,
            @Nullable String light,
            @Nullable UUID subject,
            @Nullable String month,
            @Nullable String day) {}

    static DutyQuestion read(Sent sent) {
        var states = codes(sent.state(), "state", "没有这种状态", code -> State.of(code).code());
        return new DutyQuestion(
                sent.organization(),
                text(sent.rule(), "rule"),
                text(sent.name(), "name"),
                states.isEmpty() ? STANDING : states,
                codes(sent.light(), "light", "没有这种灯", code -> Light.of(code).code()),
                sent.subject(),
                month(sent.month()),
                day(sent.day()));
    }

    static @Nullable LocalDate day(@Nullable String sent) {
        try {
            return new AsOf(sent).day();
        } catch (InputRefused refused) {
            throw new InputRefused("day", refused.errors().getFirst().detail());
        }
    }

    private static @Nullable YearMonth month(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            var month = YearMonth.parse(sent.strip());
            if (month.getYear() > 0 && month.getYear() < LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused("month", "没有这个月，请按 2026-11 的样子填写");
    }

    private static @Nullable String text(@Nullable String sent, String pointer) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.indexOf('\0') >= 0) {
            throw new InputRefused(pointer, "含有不能保存的字符");
        }
        return sent.strip();
    }

    private static Set<String> codes(
            @Nullable String sent, String pointer, String fault, Function<String, String> known) {
        var codes = new LinkedHashSet<String>();
        if (sent == null || sent.isBlank()) {
            return codes;
        }
        for (var code : Arrays.asList(sent.strip().split(","))) {
            try {
                codes.add(known.apply(code.strip()));
            } catch (IllegalArgumentException _) {
                throw new InputRefused(pointer, fault);
            }
        }
        return codes;
    }
}
