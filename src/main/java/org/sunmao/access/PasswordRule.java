package org.sunmao.access;

import org.sunmao.rules.RuleRefused;

import java.util.Collection;
import java.util.List;

/** SEC-02: refuses a password that is too weak, saying what is missing. */
public interface PasswordRule {

    default void check(String password) throws RuleRefused {
        check(password, List.of());
    }

    /**
     * Refuses also one that contains what anybody knows of its owner.
     *
     * @param known the name to sign in with, the name as shown
     */
    void check(String password, Collection<String> known) throws RuleRefused;
}
