package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.access.internal.SessionStore.Beginning;
import org.sunmao.access.internal.SessionStore.Stored;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens, finds and ends sessions; how long they last is SEC-03. */
@Component
class Sessions {

    /** How stale the time of the last request may be; not each request writes. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    /** Who holds a session, and what it has proved. */
    record Found(SignedIn who, SessionFacts facts) {}

    private final SessionStore store;
    private final SessionStates states;
    private final Rulebook rulebook;
    private final Clock clock;

    Sessions(SessionStore store, SessionStates states, Rulebook rulebook, Clock clock) {
        this.store = store;
        this.states = states;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Token open(UUID account, UUID acting, Beginning beginning) {
        var token = Token.next();
        var now = clock.instant();
        var ends = now.plus(Duration.ofHours(figure("hours", null)));
        store.open(token, account, acting, beginning, now, ends);
        return token;
    }

    Optional<SignedIn> find(Token token) {
        return look(token).map(Found::who);
    }

    Optional<Found> look(Token token) {
        var now = clock.instant();
        var found = store.find(token, LocalDate.now(clock));
        if (found.isPresent() && over(found.get(), now)) {
            store.close(token);
            return Optional.empty();
        }
        if (found.isPresent() && found.get().seenAt().plus(GRAIN).isBefore(now)) {
            store.see(token, now);
        }
        return found.map(
                stored -> {
                    var who = stored.who();
                    return new Found(who.in(states.of(who, stored.facts())), stored.facts());
                });
    }

    /** What was known before the session was open is worth nothing afterwards (ASVS 7.2.4). */
    Token rotate(Token token) {
        var next = Token.next();
        store.rotate(token, next);
        return next;
    }

    void stepUp(Token token) {
        store.stepUp(token, clock.instant());
    }

    void closeOthers(UUID account, Token kept) {
        store.closeOthers(account, kept.hash());
    }

    void closeAll(UUID account) {
        store.closeOthers(account, new byte[0]);
    }

    /**
     * Who acts in those of the sessions that are wholly open; looking at them is no use of them.
     */
    Map<Token, SignedIn> standing(Collection<Token> tokens) {
        var now = clock.instant();
        var standing = new HashMap<Token, SignedIn>();
        store.standing(tokens, LocalDate.now(clock))
                .forEach(
                        (token, session) -> {
                            var who = session.who();
                            var state = states.of(who, session.facts());
                            if (!over(session, now) && state == State.OPEN) {
                                standing.put(token, who);
                            }
                        });
        return standing;
    }

    void close(Token token) {
        store.close(token);
    }

    private boolean over(Stored session, Instant now) {
        var who = session.who();
        if (session.facts().phone() != null && !who.role().ownOnly()) {
            return true; // a remembered phone opens one's own record and nothing else
        }
        var idle =
                figure(
                        who.role().administrates() ? "idleMinutesOfAdministrators" : "idleMinutes",
                        who.organization());
        return !now.isBefore(session.endsAt())
                || !now.isBefore(session.seenAt().plus(Duration.ofMinutes(idle)));
    }

    private int figure(String name, @Nullable UUID organization) {
        return rulebook.rule(SignIn.ATTEMPTS_LIMITED, LocalDate.now(clock), organization)
                .figure(name);
    }
}
