package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.access.internal.PhoneStore.Found;
import org.sunmao.access.internal.SessionStore.Beginning;
import org.sunmao.access.internal.SignIn.Opened;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Phones on which a member stays signed in. They open the member's own record and nothing else:
 * whoever may do more than that signs in each time.
 */
@Service
class RememberedPhones {

    /** Two pages that open at once bring the same token; later it can only be a copy. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final PhoneStore store;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final CredentialJournal journal;
    private final Scopes scopes;
    private final Rulebook rulebook;
    private final Clock clock;

    RememberedPhones(
            PhoneStore store,
            AccountStore accounts,
            Sessions sessions,
            CredentialJournal journal,
            Scopes scopes,
            Rulebook rulebook,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
        this.scopes = scopes;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Duration lasting(@Nullable UUID organization) {
        var rule = rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), organization);
        return Duration.ofDays(rule.figure("rememberedDays"));
    }

    /** Remembers the phone of one who has just signed in; of anybody else it does nothing. */
    Optional<Token> remember(SignedIn who, @Nullable String browser) {
        if (who.state() != State.OPEN || !who.role().ownOnly() || who.member() == null) {
            return Optional.empty();
        }
        return scopes.system(
                "remember-phone",
                _ -> {
                    if (store.mayMore(who.account(), LocalDate.now(clock))) {
                        return Optional.empty();
                    }
                    var token = Token.next();
                    var now = clock.instant();
                    var label = label(browser == null ? "" : browser);
                    store.add(
                            who.account(),
                            token,
                            label,
                            now,
                            now.plus(lasting(who.organization())));
                    journal.tell(
                            who, "access.remember-phone", who.account(), Map.of("label", label));
                    return Optional.of(token);
                });
    }

    /** A session opened by a remembered phone, and the token the phone keeps from now on. */
    record Resumed(Opened opened, @Nullable Token token) {}

    Optional<Resumed> resume(Token token) {
        return scopes.system("remembered-phone", scope -> resume(scope, token));
    }

    private Optional<Resumed> resume(Scope scope, Token token) {
        var now = clock.instant();
        var found = store.find(token).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        var copied = !found.current() && found.rotatedAt().toInstant().plus(AT_ONCE).isBefore(now);
        var today = LocalDate.now(clock);
        var acting = accounts.acting(found.account(), today);
        if (copied
                || acting == null
                || !now.isBefore(found.endsAt().toInstant())
                || store.mayMore(found.account(), today)) {
            end(scope, found, copied);
            return Optional.empty();
        }
        Token next = null;
        if (found.current()) {
            next = Token.next();
            store.rotate(found.id(), next, now);
        }
        var session = sessions.open(found.account(), acting, new Beginning(State.OPEN, found.id()));
        var who = sessions.find(session);
        if (who.isEmpty()) {
            return Optional.empty();
        }
        journal.tell(who.get(), "access.sign-in", who.get().account(), Map.of("phone", found.id()));
        return Optional.of(new Resumed(new Opened(session, who.get()), next));
    }

    private void end(Scope scope, Found found, boolean copied) {
        store.forget(found.id());
        var why = copied ? "copied" : "ended";
        journal.tell(scope, "access.forget-phone", found.account(), Map.of("why", why));
    }

    List<PhoneStore.RememberedPhone> of(SignedIn who) {
        return store.of(who.account(), clock.instant());
    }

    void forget(SignedIn who, UUID id) {
        scopes.system(
                "forget-phone",
                _ -> {
                    if (!store.forget(id, who.account())) {
                        throw new NotFound();
                    }
                    journal.tell(
                            who, "access.forget-phone", who.account(), Map.of("why", "revoked"));
                    return who;
                });
    }

    /** Signing out on a phone means it: the phone is not remembered any longer. */
    void forget(Token token) {
        store.forget(token);
    }

    void forgetAll(UUID account) {
        store.forgetAll(account);
    }

    private static String label(String browser) {
        var kind =
                browser.contains("iPhone")
                        ? "苹果手机"
                        : browser.contains("Android")
                                ? "安卓手机"
                                : browser.contains("iPad") ? "平板电脑" : "电脑";
        return browser.contains("MicroMessenger") ? kind + "（微信）" : kind;
    }
}
