package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The password of whoever is signed in: proved, and changed by its owner alone (SEC-02). */
@Service
class OwnPassword {

    private final PasswordStore store;
    private final PasswordProfile profile;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final RememberedPhones phones;
    private final CredentialJournal journal;
    private final Scopes scopes;
    private final Clock clock;

    OwnPassword(
            PasswordStore store,
            PasswordProfile profile,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            RememberedPhones phones,
            CredentialJournal journal,
            Scopes scopes,
            Clock clock) {
        this.store = store;
        this.profile = profile;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.phones = phones;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Whether it is theirs; a wrong one is counted as at signing in. */
    void check(SignedIn who, String password, String source) {
        check(who, password, source, "/password", "密码不对，请检查后再试");
    }

    private void check(
            SignedIn who, String password, String source, String pointer, String refusal) {
        attempts.count(who.username(), source);
        var hash = scopes.system("password", _ -> store.hash(who.account()));
        if (!passwords.matches(password, hash.orElse(null))) {
            throw new InputRefused(pointer, refusal);
        }
        attempts.succeeded(who.username(), source);
    }

    /**
     * Changes it, ends every other session and every remembered phone.
     *
     * @return the token under which this session goes on
     */
    Token change(SignedIn who, Token token, String source, String old, String chosen) {
        check(who, old, source, "/old", "原来的密码不对，请检查后再试");
        passwords.check(chosen, List.of(who.username(), who.name()));
        var hash = passwords.hash(chosen);
        return scopes.system(
                "password",
                _ -> {
                    refuseUsed(who.account(), chosen);
                    store.set(who.account(), hash, null, clock.instant());
                    sessions.closeOthers(who.account(), token);
                    phones.forgetAll(who.account());
                    journal.tell(who, "access.change-password", who.account(), Map.of());
                    return sessions.rotate(token);
                });
    }

    /**
     * Set anew by a code or a link; whoever holds a session loses it.
     *
     * @param by who handed over the code, which its owner is told
     */
    void reset(UUID account, String hash, @Nullable UUID by) {
        store.set(account, hash, by, clock.instant());
        sessions.closeAll(account);
        phones.forgetAll(account);
    }

    void refuseUsed(UUID account, String chosen) {
        if (passwords.matches(chosen, store.hash(account).orElse(null))) {
            throw new RuleRefused(profile.rule(), "新密码和原来的一样，请换一个", "password");
        }
        var remembered = profile.remembered();
        for (var before : store.before(account, remembered - 1)) {
            if (passwords.matches(chosen, before)) {
                throw new RuleRefused(
                        profile.rule(), "最近 " + remembered + " 次用过的密码不能再用，请换一个", "password");
            }
        }
    }
}
