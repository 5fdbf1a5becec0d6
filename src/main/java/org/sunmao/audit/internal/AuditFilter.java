package org.sunmao.audit.internal;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Trail.Question;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of the log is asked for, as it was sent; all of it together.
 *
 * @param log {@code entry}, {@code reading}, {@code event}; several by commas
 * @param account a part of the name of an account
 * @param action codes of actions, by commas
 * @param from the first day, as in 2026-11-26
 * @param to the last day
 * @param organization for which organization it was done
 */
record AuditFilter(
        @Nullable String log,
        @Parameter(description = "part of a name") @Nullable String account,
        @Nullable String action,
        @Nullable String from,
        @Nullable String to,
        @Nullable UUID organization) {

    private static final Set<String> LOGS = Set.of("entry", "reading", "event");
    private static final int LONGEST = 60;
    private static final int MANY = 2000;

    /**
     * Understands it.
     *
     * @param named finds accounts by a part of their name
     */
    Question question(Function<String, Set<UUID>> named, ZoneId zone) {
        var chosen = codes("log", log);
        var logs = chosen.isEmpty() ? LOGS : chosen;
        if (!LOGS.containsAll(logs)) {
            throw new InputRefused("log", "日志种类不对，请重新选择");
        }
        var words = account == null ? "" : account.strip();
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new InputRefused("account", "查找的字数过多，请缩短到 " + LONGEST + " 字以内");
        }
        var first = day("from", from);
        var last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InputRefused("to", "结束日期不能早于开始日期");
        }
        return new Question(
                logs,
                words.isEmpty() ? null : named.apply(words),
                codes("action", action),
                organization,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable LocalDate day(String name, @Nullable String sent) {
        try {
            return new AsOf(sent).day();
        } catch (InputRefused _) {
            throw new InputRefused(name, "日期格式不对，例如 2026-11-26");
        }
    }

    private static Set<String> codes(String name, @Nullable String sent) {
        if (sent == null) {
            return Set.of();
        }
        if (sent.length() > MANY || sent.indexOf('\0') >= 0) {
            throw new InputRefused(name, "所选的项目过多");
        }
        return Arrays.stream(sent.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }
}
