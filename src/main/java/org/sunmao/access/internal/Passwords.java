package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.sunmao.access.PasswordRule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Argon2id, and what a password must be like (SEC-02). */
@Component
class Passwords implements PasswordRule {

    static final RuleId STRONG = new RuleId("SEC-02");

    /** 19 MiB, two passes: each verification costs some 30 ms and its memory … */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;

    /** … so that only as many run at once as there are processors. */
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final String nobody = argon2.encode("nobody has this password");
    private final Rulebook rulebook;
    private final Clock clock;

    Passwords(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    String hash(String password) {
        return argon2.encode(password);
    }

    /**
     * Whether the password belongs to the hash.
     *
     * @param hash null where there is no such account: the work is done all the same, so that the
     *     time tells nothing
     */
    boolean matches(String password, @Nullable String hash) {
        running.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash == null ? nobody : hash) && hash != null;
        } finally {
            running.release();
        }
    }

    @Override
    public void check(String password) {
        var rule = rulebook.rule(STRONG, LocalDate.now(clock), null);
        var length = password.codePointCount(0, password.length());
        if (length >= rule.figure("passphrase")) {
            return;
        }
        if (length < rule.figure("length")) {
            throw new RuleRefused(rule, "密码至少要 " + rule.figure("length") + " 个字符");
        }
        if (classes(password) < rule.figure("classes")) {
            throw new RuleRefused(
                    rule,
                    "密码要含大写字母、小写字母、数字、符号四类中的 %d 类，或至少 %d 个字符"
                            .formatted(rule.figure("classes"), rule.figure("passphrase")));
        }
    }

    private static long classes(String password) {
        return Stream.<IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        c -> !Character.isLetterOrDigit(c))
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
