package org.sunmao.access;

import org.sunmao.rules.RuleRefused;

/** SEC-02: refuses a password that is too weak, saying what is missing. */
public interface PasswordRule {

    void check(String password) throws RuleRefused;
}
