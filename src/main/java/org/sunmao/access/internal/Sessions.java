package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
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

    private final SessionStore store;
    private final Rulebook rulebook;
    private final Clock clock;

    Sessions(SessionStore store, Rulebook rulebook, Clock clock) {
        this.store = store;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Token open(UUID account, UUID acting) {
        var token = Token.next();
        var now = clock.instant();
        store.open(token, account, acting, now, now.plus(Duration.ofHours(figure("hours", null))));
        return token;
    }

    Optional<SignedIn> find(Token token) {
        var now = clock.instant();
        var found = store.find(token, LocalDate.now(clock));
        if (found.isPresent() && over(found.get(), now)) {
            store.close(token);
            return Optional.empty();
        }
        if (found.isPresent() && found.get().seenAt().plus(GRAIN).isBefore(now)) {
            store.see(token, now);
        }
        return found.map(Stored::who);
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
                            if (!over(session, now) && session.who().state() == State.OPEN) {
                                standing.put(token, session.who());
                            }
                        });
        return standing;
    }

    void close(Token token) {
        store.close(token);
    }

    private boolean over(Stored session, Instant now) {
        var who = session.who();
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
