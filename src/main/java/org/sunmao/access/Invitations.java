package org.sunmao.access;

import java.time.Instant;

/** Links that are opened once, by whom they are for, to set their own password (SEC-01). */
public interface Invitations {

    /**
     * A link as it is handed over: shown once, and nowhere kept.
     *
     * @param token goes into the fragment of {@code /welcome#token=}
     * @param until when it ends
     */
    record Invitation(String username, String name, String token, Instant until) {}

    /** Makes a link for an account that has been opened; an earlier one ends. */
    Invitation issue(Scope scope, String username);
}
