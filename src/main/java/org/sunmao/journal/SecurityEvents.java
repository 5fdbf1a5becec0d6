package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What was refused for the sake of security; counted per minute, outside of any transaction. */
public interface SecurityEvents {

    /** What kind; the codes are never renamed. */
    enum Kind {
        SIGN_IN_FAILED("security.sign-in-failed"),
        LOCKED_OUT("security.locked-out"),
        REFUSED("security.refused"),
        FORGED("security.forged");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * Notes it; what cannot be noted is refused nevertheless.
     *
     * @param account whose, if it is known; an unknown name is not kept, it may be a password
     * @param what the route, without values
     */
    void note(Kind kind, @Nullable UUID account, String what);
}
