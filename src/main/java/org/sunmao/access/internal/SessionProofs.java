package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;

import java.time.OffsetDateTime;

/** What a session is told of its own credentials. */
@Component
class SessionProofs {

    record SecondFactorView(boolean enrolled, boolean obligatory) {}

    /** Who handed over the code with which the password was set anew; told until it is read. */
    record PasswordResetView(String by, OffsetDateTime at) {}

    private final SecondFactors factors;
    private final SecondFactorSteps steps;
    private final PasswordStore passwords;

    SessionProofs(SecondFactors factors, SecondFactorSteps steps, PasswordStore passwords) {
        this.factors = factors;
        this.steps = steps;
        this.passwords = passwords;
    }

    SecondFactorView factor(SignedIn who) {
        return new SecondFactorView(factors.enrolled(who.account()), steps.obligatory(who));
    }

    @Nullable PasswordResetView reset(SignedIn who) {
        return passwords
                .reset(who.account())
                .map(reset -> new PasswordResetView(reset.by(), reset.at()))
                .orElse(null);
    }
}
