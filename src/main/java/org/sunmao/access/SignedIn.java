package org.sunmao.access;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Reader;

import java.util.UUID;

/**
 * Who sends a request, in which role and for which organization.
 *
 * @param organization the top of what the role covers; null for administrators
 * @param member the member the account belongs to, if it does
 * @param grant the grant acted under; null for work that goes on in the background
 * @param behalf the account acted for, as its deputy (ACC-12); null in one's own right
 */
public record SignedIn(
        UUID account,
        String username,
        String name,
        Role role,
        @Nullable UUID organization,
        @Nullable UUID member,
        State state,
        @Nullable UUID grant,
        @Nullable UUID behalf) {

    /** Who acts in their own right, in no session of theirs. */
    public SignedIn(
            UUID account,
            String username,
            String name,
            Role role,
            @Nullable UUID organization,
            @Nullable UUID member,
            State state) {
        this(account, username, name, role, organization, member, state, null, null);
    }

    /** Anything but {@code OPEN} reaches only the pages that lead there. */
    public enum State {
        OPEN("open"),
        SECOND_FACTOR("second-factor"),
        ENROL_SECOND_FACTOR("enrol-second-factor"),
        PASSWORD_CHANGE("password-change");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The same, in another state. */
    public SignedIn in(State other) {
        return new SignedIn(
                account, username, name, role, organization, member, other, grant, behalf);
    }

    public Actor actor() {
        return new Actor(account, role.code(), behalf);
    }

    public Reader reader() {
        return new Reader(account, member, role.code(), organization, behalf);
    }
}
