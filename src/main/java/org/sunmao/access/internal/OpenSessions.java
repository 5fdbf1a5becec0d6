package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One's own sessions and under which grant they act; all sessions, for who looks after security.
 */
@Service
class OpenSessions {

    private final ScopedTransactions scopes;
    private final SessionList list;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    OpenSessions(
            ScopedTransactions scopes,
            SessionList list,
            Sessions sessions,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.list = list;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    List<SessionList.Open> own(SignedIn who, Token token) {
        return list.own(token, who.account(), clock.instant());
    }

    void end(SignedIn who, UUID id) {
        scopes.administer(
                who,
                scope -> {
                    if (list.end(id, who.account()).isEmpty()) {
                        throw new NotFound();
                    }
                    tell(scope, "access.end-session", who.account(), Map.of());
                    return scope;
                });
    }

    int endOthers(SignedIn who, Token token) {
        return scopes.administer(
                who,
                scope -> {
                    var ended = list.endOthers(token, who.account());
                    if (ended > 0) {
                        var told = Map.of("ended", ended);
                        tell(scope, "access.end-sessions", who.account(), told);
                    }
                    return ended;
                });
    }

    Page<SessionList.Open> all(Token token, String term, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return Page.of(
                list.all(token, term, behind, limit + 1, clock.instant()),
                limit,
                one -> List.of(one.id().toString()));
    }

    void endOf(SignedIn who, UUID id, String reason) {
        scopes.administer(
                who,
                scope -> {
                    var account = list.end(id, null).orElseThrow(NotFound::new);
                    tell(scope, "access.end-session", account, Map.of("reason", reason));
                    return scope;
                });
    }

    /** Goes on under another of one's own grants, with another token. */
    SignIn.Opened actUnder(Token token, UUID grant) {
        return scopes.system(
                "act-under",
                scope -> {
                    var next = Token.next();
                    if (!list.actUnder(token, next, grant, LocalDate.now(clock))) {
                        throw new InputRefused("/grant", "您没有这项权限，或已经停止，请刷新后重新选择");
                    }
                    var now = sessions.find(next).orElseThrow(NotFound::new);
                    var act =
                            new Act(
                                    now.organization(),
                                    "access.act-under",
                                    "account",
                                    now.account(),
                                    scope.day(),
                                    List.of(),
                                    Map.of("role", now.role().code(), "grant", grant.toString()));
                    journal.append(now.actor(), act);
                    return new SignIn.Opened(next, now);
                });
    }

    private void tell(Scope scope, String action, UUID account, Map<String, ?> values) {
        var act = new Act(null, action, "account", account, scope.day(), List.of(), values);
        journal.append(scope.actor(), act);
    }
}
