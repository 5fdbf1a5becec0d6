package org.sunmao.access.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunmao.access.Role;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How strict passwords are. GB/T 22239 asks for classes of characters and for rotation, ASVS 5.0
 * forbids both: {@code sunmao.passwords} says which one is followed.
 */
@Component
class PasswordProfile {

    static final RuleId STRONG = new RuleId("SEC-02");

    /** Of SEC-02, by what it asks. */
    enum Kind {
        MLPS,
        ASVS
    }

    private final Kind kind;
    private final Rulebook rulebook;
    private final Clock clock;

    PasswordProfile(
            @Value("${sunmao.passwords:mlps}") String asked, Rulebook rulebook, Clock clock) {
        this.kind =
                switch (asked) {
                    case "mlps" -> Kind.MLPS;
                    case "asvs" -> Kind.ASVS;
                    default ->
                            throw new IllegalStateException(
                                    "sunmao.passwords 的值“" + asked + "”不认识，请改为 mlps 或 asvs");
                };
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Rule rule() {
        return rulebook.rule(STRONG, LocalDate.now(clock), null);
    }

    int length() {
        return rule().figure(kind == Kind.MLPS ? "length" : "plainLength");
    }

    boolean asksForClasses() {
        return kind == Kind.MLPS;
    }

    /** How many of the last passwords may not come back; the present one never may. */
    int remembered() {
        return kind == Kind.MLPS ? rule().figure("remembered") : 1;
    }

    /** Whether a password set then has run out at a time; only administrators' ever do. */
    boolean expired(Role role, Instant setAt, Instant at) {
        return kind == Kind.MLPS
                && role.administrates()
                && !at.isBefore(setAt.plus(Duration.ofDays(rule().figure("days"))));
    }

    /** What a password must be like, in one sentence for whoever chooses one. */
    String told() {
        var common = "不要用常见的密码，也不要含用户名和姓名";
        return asksForClasses()
                ? "至少 %d 个字符，含大写字母、小写字母、数字、符号中的 %d 种；或者用 %d 个字符以上的一句话。%s"
                        .formatted(
                                length(),
                                rule().figure("classes"),
                                rule().figure("passphrase"),
                                common)
                : "至少 %d 个字符，越长越好，可以是一句话。%s".formatted(length(), common);
    }
}
