package org.sunmao.access.internal;

import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.vault.Vault;
import org.sunmao.web.InputRefused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A second factor by time (SEC-05): enrolled, confirmed, asked for, turned off. */
@Service
class SecondFactors {

    static final RuleId TWO_FACTORS = new RuleId("SEC-05");

    private static final String SECRET = "access.second_factor.secret";
    private static final String RECOVERY = "access.recovery_code.code";
    private static final int RECOVERY_LENGTH = 10;
    private static final int RECOVERY_PART = 5;
    private static final String NOT_ACCEPTED =
            "验证码不对，或者已经用过。请看验证器上现在的 6 位数字；数字快变时，等新的出来再输。手机的时间不准也会不对";

    /** What an authenticator needs, shown until the first code comes. */
    record Enrolment(String secret, String uri, String qr) {}

    private final SecondFactorStore store;
    private final Scopes scopes;
    private final Vault vault;
    private final Attempts attempts;
    private final CredentialJournal journal;
    private final Rulebook rulebook;
    private final Clock clock;

    SecondFactors(
            SecondFactorStore store,
            Scopes scopes,
            Vault vault,
            Attempts attempts,
            CredentialJournal journal,
            Rulebook rulebook,
            Clock clock) {
        this.store = store;
        this.scopes = scopes;
        this.vault = vault;
        this.attempts = attempts;
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    boolean enrolled(UUID account) {
        return store.confirmed(account).isPresent();
    }

    int recoveryCodesLeft(UUID account) {
        return store.left(account);
    }

    Enrolment enrol(SignedIn who) {
        var secret = new Base32().encodeToString(Totp.next().secret());
        scopes.system(
                "second-factor",
                _ -> {
                    var sealed = vault.seal(SECRET, secret);
                    if (!store.enrol(who.account(), sealed, clock.instant())) {
                        throw new RuleRefused(rule(), "您已经开启双重验证。要换手机，请先关闭，再重新开启");
                    }
                    return who;
                });
        var label = encoded("榫卯:" + who.username());
        var uri =
                "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                        .formatted(label, secret, encoded("榫卯"));
        return new Enrolment(secret, uri, QrPicture.svg(uri));
    }

    /**
     * The first code proves that the authenticator has the secret.
     *
     * @return the recovery codes, told this once
     */
    List<String> confirm(SignedIn who, String typed) {
        var key = key(who.account());
        attempts.count(key, attempts.most("failures"), "验证码输错次数过多");
        var codes =
                scopes.system(
                        "second-factor",
                        _ -> {
                            var secret = store.pending(who.account());
                            if (secret.isEmpty()) {
                                throw new InputRefused("/code", "请先扫二维码，再输入验证码");
                            }
                            var step = totp(secret.get()).step(digits(typed), now(), around());
                            if (step.isEmpty()
                                    || !store.confirm(
                                            who.account(), step.getAsLong(), clock.instant())) {
                                throw new InputRefused("/code", NOT_ACCEPTED);
                            }
                            journal.tell(
                                    who, "access.enrol-second-factor", who.account(), Map.of());
                            return recoveryCodes(who.account());
                        });
        attempts.forget(key);
        return codes;
    }

    /** New recovery codes in place of the old ones. */
    List<String> renewRecoveryCodes(SignedIn who) {
        return scopes.system(
                "second-factor",
                _ -> {
                    if (!enrolled(who.account())) {
                        throw new RuleRefused(rule(), "您还没有开启双重验证，用不着恢复码");
                    }
                    journal.tell(who, "access.renew-recovery-codes", who.account(), Map.of());
                    return recoveryCodes(who.account());
                });
    }

    private List<String> recoveryCodes(UUID account) {
        var count = rule().figure("recoveryCodes");
        var codes = Stream.generate(() -> Typed.next(RECOVERY_LENGTH)).limit(count).toList();
        store.keep(account, codes.stream().map(c -> vault.blindIndex(RECOVERY, c)).toList());
        return codes.stream().map(code -> Typed.parted(code, RECOVERY_PART)).toList();
    }

    /**
     * Checks a code of the authenticator or a recovery code, and uses it up.
     *
     * @throws InputRefused if it is not accepted; that is counted as wrong passwords are
     */
    void check(UUID account, String typed) {
        var key = key(account);
        attempts.count(key, attempts.most("failures"), "验证码输错次数过多");
        var accepted = scopes.system("second-factor", _ -> accepts(account, typed));
        if (!accepted) {
            throw new InputRefused("/code", NOT_ACCEPTED);
        }
        attempts.forget(key);
    }

    private boolean accepts(UUID account, String typed) {
        var recovery = Typed.read(typed, RECOVERY_LENGTH);
        if (recovery != null) {
            return store.use(account, vault.blindIndex(RECOVERY, recovery), clock.instant());
        }
        var secret = store.confirmed(account);
        if (secret.isEmpty()) {
            return false;
        }
        var step = totp(secret.get()).step(digits(typed), now(), around());
        return step.isPresent() && store.take(account, step.getAsLong());
    }

    /** Ends the factor. Whether that is allowed has been looked at. */
    void remove(UUID account) {
        store.remove(account);
    }

    private Totp totp(byte[] sealed) {
        return new Totp(new Base32().decode(vault.open(SECRET, sealed)));
    }

    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private Instant now() {
        return clock.instant();
    }

    private int around() {
        return rule().figure("stepsAround");
    }

    Rule rule() {
        return rulebook.rule(TWO_FACTORS, LocalDate.now(clock), null);
    }

    private static String key(UUID account) {
        return "factor:" + account;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
