package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.sunmao.access.PasswordRule;
import org.sunmao.rules.RuleRefused;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Argon2id, and what a password must be like (SEC-02). */
@Component
class Passwords implements PasswordRule {

    private static final String FIELD = "password";

    /** 19 MiB, two passes: each verification costs some 30 ms and its memory … */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;

    /** … so that only as many run at once as there are processors. */
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    private final String nobody = argon2.encode("nobody has this password");
    private final PasswordProfile profile;

    Passwords(PasswordProfile profile) {
        this.profile = profile;
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
    public void check(String password, Collection<String> known) {
        var rule = profile.rule();
        var length = password.codePointCount(0, password.length());
        if (length < profile.length()) {
            throw new RuleRefused(rule, "密码至少要 " + profile.length() + " 个字符", FIELD);
        }
        if (profile.asksForClasses()
                && length < rule.figure("passphrase")
                && classes(password) < rule.figure("classes")) {
            throw new RuleRefused(
                    rule,
                    "密码要含大写字母、小写字母、数字、符号四类中的 %d 类，或至少 %d 个字符"
                            .formatted(rule.figure("classes"), rule.figure("passphrase")),
                    FIELD);
        }
        if (CommonPasswords.contain(password)) {
            throw new RuleRefused(rule, "这是常见的密码，别人容易猜到，请换一个", FIELD);
        }
        if (known.stream().anyMatch(name -> tells(password, name))) {
            throw new RuleRefused(rule, "密码里不要有用户名或姓名，请换一个", FIELD);
        }
    }

    private static boolean tells(String password, String name) {
        var part = name.strip().toLowerCase(Locale.ROOT);
        return part.length() >= 2 && password.toLowerCase(Locale.ROOT).contains(part);
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
