package org.sunmao.access.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.PasswordRule;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Journal;
import org.sunmao.web.InputRefused;

import java.util.List;
import java.util.Map;

/** Whoever opens their own link sets their own password; nobody else ever knows it. */
@Service
class Welcome {

    private final Scopes scopes;
    private final InvitationLinks links;
    private final PasswordRule rule;
    private final Passwords passwords;
    private final Journal journal;
    private final OwnPassword own;
    private final PasswordStore store;

    Welcome(
            Scopes scopes,
            InvitationLinks links,
            PasswordRule rule,
            Passwords passwords,
            Journal journal,
            OwnPassword own,
            PasswordStore store) {
        this.scopes = scopes;
        this.links = links;
        this.rule = rule;
        this.passwords = passwords;
        this.journal = journal;
        this.own = own;
        this.store = store;
    }

    InvitationLinks.Invited look(String token) {
        return links.find(new Token(token)).orElseThrow(Welcome::useless);
    }

    /** Nothing is reckoned for a link that does not hold, and a weak password does not use it. */
    InvitationLinks.Invited open(String token, String password) {
        var invited = look(token);
        rule.check(password, List.of(invited.username(), invited.name()));
        var hash = passwords.hash(password);
        return scopes.system(
                "welcome",
                scope -> {
                    var whom = links.use(new Token(token)).orElseThrow(Welcome::useless);
                    var id = whom.id();
                    own.refuseUsed(id, password);
                    // The first one is nobody's doing; later its owner is told who made the link.
                    var by = store.hash(id).isPresent() ? whom.madeBy() : null;
                    own.reset(id, hash, by);
                    journal.append(
                            new Actor(id, scope.actor().post()),
                            new Act(
                                    null,
                                    "access.set-password",
                                    "account",
                                    id,
                                    scope.day(),
                                    List.of(InvitationLinks.OWN_ACCOUNT.value()),
                                    Map.of("username", whom.username())));
                    return whom;
                });
    }

    private static InputRefused useless() {
        return new InputRefused("/token", "链接无效、已经用过或已过期，请向给您链接的人要一条新的");
    }
}
