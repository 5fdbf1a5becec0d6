package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** A session proves itself again: by its second factor, or by the password where there is none. */
@Component
class StepUps {

    private final Scopes scopes;
    private final SecondFactors factors;
    private final OwnPassword passwords;
    private final Sessions sessions;
    private final CredentialJournal journal;
    private final Rulebook rulebook;
    private final Clock clock;

    StepUps(
            Scopes scopes,
            SecondFactors factors,
            OwnPassword passwords,
            Sessions sessions,
            CredentialJournal journal,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.factors = factors;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Whether the session has done so lately. While it is being opened, its steps prove it. */
    boolean fresh(SignedIn who, @Nullable SessionFacts facts) {
        if (who.state() != State.OPEN) {
            return true;
        }
        var at = facts == null ? null : facts.steppedUpAt();
        return at != null && clock.instant().isBefore(at.plus(lasting(who)));
    }

    private Duration lasting(SignedIn who) {
        var rule =
                rulebook.rule(SecondFactors.TWO_FACTORS, LocalDate.now(clock), who.organization());
        return Duration.ofMinutes(rule.figure("stepUpMinutes"));
    }

    void stepUp(SignedIn who, Token token, String source, Proof proof) {
        if (factors.enrolled(who.account())) {
            if (proof.code() == null || proof.code().isBlank()) {
                throw new InputRefused("/code", "请输入验证器上的 6 位数字");
            }
            factors.check(who.account(), proof.code());
        } else if (proof.password() == null || proof.password().isEmpty()) {
            throw new InputRefused("/password", "请输入密码");
        } else {
            passwords.check(who, proof.password(), source);
        }
        scopes.system(
                "step-up",
                _ -> {
                    sessions.stepUp(token);
                    journal.tell(who, "access.step-up", who.account(), Map.of());
                    return who;
                });
    }

    record Proof(@Nullable String password, @Nullable String code) {}
}
