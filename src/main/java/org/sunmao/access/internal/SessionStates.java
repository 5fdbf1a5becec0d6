package org.sunmao.access.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;

/** What a session still has to do before it is open: found anew with each request. */
@Component
class SessionStates {

    private final SecondFactorPolicy policy;
    private final PasswordProfile profile;

    SessionStates(SecondFactorPolicy policy, PasswordProfile profile) {
        this.policy = policy;
        this.profile = profile;
    }

    /**
     * The state.
     *
     * @param who with the state it is stored in: what it has not yet proved
     */
    State of(SignedIn who, SessionFacts facts) {
        if (who.state() != State.OPEN) {
            return who.state();
        }
        // As of the sign-in: nobody's password runs out in the middle of their work.
        if (profile.expired(who.role(), facts.passwordSetAt(), facts.openedAt())) {
            return State.PASSWORD_CHANGE;
        }
        return !facts.enrolled() && policy.obligatory(who.role(), facts.decided())
                ? State.ENROL_SECOND_FACTOR
                : State.OPEN;
    }
}
