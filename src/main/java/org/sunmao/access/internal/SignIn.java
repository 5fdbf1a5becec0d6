package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.access.internal.SessionStore.Beginning;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.journal.SecurityEvents;
import org.sunmao.journal.SecurityEvents.Kind;
import org.sunmao.rules.RuleId;
import org.sunmao.web.TooMany;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out. Wrong name, wrong password and no valid grant look the same from outside. */
@Service
class SignIn {

    static final RuleId ATTEMPTS_LIMITED = new RuleId("SEC-03");

    /** As events name it. */
    private static final String ROUTE = "POST /api/session";

    record Opened(Token token, SignedIn who) {}

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Journal journal;
    private final SecurityEvents events;
    private final Scopes scopes;
    private final Clock clock;

    SignIn(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            Journal journal,
            SecurityEvents events,
            Scopes scopes,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.journal = journal;
        this.events = events;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param source the address the request came from
     * @return the session, or empty if name and password do not open one
     */
    Optional<Opened> in(String username, String password, String source) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        var account = accounts.find(name);
        count(name, source, account.map(AccountStore.Credentials::id).orElse(null));
        var hash = account.map(AccountStore.Credentials::password).orElse(null);
        if (!passwords.matches(password, hash) || account.isEmpty()) {
            var whose = account.map(AccountStore.Credentials::id).orElse(null);
            events.note(Kind.SIGN_IN_FAILED, whose, ROUTE);
            return Optional.empty();
        }
        var id = account.get().id();
        var acting = accounts.acting(id, LocalDate.now(clock));
        if (acting == null) {
            events.note(Kind.SIGN_IN_FAILED, id, ROUTE);
            return Optional.empty();
        }
        attempts.succeeded(name, source);
        return scopes.system(
                "sign-in",
                _ -> {
                    var state = factors.enrolled(id) ? State.SECOND_FACTOR : State.OPEN;
                    var token = sessions.open(id, acting, new Beginning(state, null));
                    var who = sessions.find(token).orElseThrow();
                    record(who, "access.sign-in");
                    return Optional.of(new Opened(token, who));
                });
    }

    private void count(String name, String source, @Nullable UUID account) {
        try {
            attempts.count(name, source);
        } catch (TooMany refused) {
            events.note(Kind.LOCKED_OUT, account, ROUTE);
            throw refused;
        }
    }

    void out(Token token, SignedIn who) {
        scopes.system(
                "sign-out",
                _ -> {
                    sessions.close(token);
                    record(who, "access.sign-out");
                    return who;
                });
    }

    private void record(SignedIn who, String action) {
        var today = LocalDate.now(clock);
        var act =
                new Act(
                        who.organization(),
                        action,
                        "account",
                        who.account(),
                        today,
                        List.of(),
                        Map.of());
        journal.append(who.actor(), act);
    }
}
