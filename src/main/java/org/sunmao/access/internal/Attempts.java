package org.sunmao.access.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.TooMany;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Counts attempts to sign in, by account name and by source (SEC-03).
 *
 * <p>An attempt is counted before the password is looked at: a hundred sent at once are a hundred.
 * A success takes its own attempt back. A name without an account is counted like one with, and a
 * source runs out before it can lock many accounts.
 */
@Component
class Attempts {

    private static final String COUNT =
            """
            insert into access.attempt as a (key, since, attempts) values (:key, :now, 1)
            on conflict (key) do update set
              attempts = case when a.since <= :begin then 1 else a.attempts + 1 end,
              since = case when a.since <= :begin then :now else a.since end
            returning attempts, since
            """;
    private static final String FORGET = "delete from access.attempt where key = :key";
    private static final String TAKE_BACK =
            "update access.attempt set attempts = attempts - 1 where key = :key and attempts > 0";
    private static final String SWEEP = "delete from access.attempt where since <= :begin";

    private record Count(int attempts, OffsetDateTime since) {}

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * Counts one attempt.
     *
     * @throws TooMany when the account or the source has had its attempts
     */
    void count(String username, String source) {
        var rule = rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), null);
        count(source(source), rule.figure("failuresOfSource"), rule);
        count(account(username), rule.figure("failures"), rule);
    }

    void succeeded(String username, String source) {
        jdbc.sql(FORGET).param("key", account(username)).update();
        jdbc.sql(TAKE_BACK).param("key", source(source)).update();
        var window = window(rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), null));
        jdbc.sql(SWEEP).param("begin", now().minus(window)).update();
    }

    /**
     * Counts one attempt at something else than a password, by a key of one's own.
     *
     * @param key of what is tried, as {@code factor:<account>}
     * @param what what is tried too often, in Chinese
     */
    void count(String key, int most, String what) {
        count(key, most, rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), null), what);
    }

    /** Of an account or a source at most so many, as with passwords. */
    int most(String figure) {
        return rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), null).figure(figure);
    }

    void forget(String key) {
        jdbc.sql(FORGET).param("key", key).update();
    }

    /** The password is new: what was tried with the old one counts no longer. */
    void forgetAccount(String username) {
        forget(account(username));
    }

    void takeBack(String key) {
        jdbc.sql(TAKE_BACK).param("key", key).update();
    }

    private void count(String key, int most, Rule rule) {
        count(key, most, rule, "登录失败次数过多");
    }

    private void count(String key, int most, Rule rule, String what) {
        var window = window(rule);
        var now = now();
        var count =
                jdbc.sql(COUNT)
                        .param("key", key)
                        .param("now", now)
                        .param("begin", now.minus(window))
                        .query(Count.class)
                        .single();
        if (count.attempts() > most) {
            var wait = Duration.between(now, count.since().plus(window));
            var minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
            throw new TooMany(rule, wait, what + "，请 " + minutes + " 分钟后再试");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Duration window(Rule rule) {
        return Duration.ofMinutes(rule.figure("windowMinutes"));
    }

    private static String account(String username) {
        return "account:" + username.toLowerCase(Locale.ROOT);
    }

    private static String source(String address) {
        return "source:" + address;
    }
}
