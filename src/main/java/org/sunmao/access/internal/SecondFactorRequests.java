package org.sunmao.access.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.internal.SecondFactorRequestStore.FactorReset;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;
import org.sunmao.web.PageLimit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has lost their second factor asks; the security administrator resets it, or does not. */
@Service
class SecondFactorRequests {

    private final SecondFactorRequestStore store;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final CredentialJournal journal;
    private final Scopes scopes;
    private final Clock clock;

    SecondFactorRequests(
            SecondFactorRequestStore store,
            SecondFactors factors,
            Sessions sessions,
            CredentialJournal journal,
            Scopes scopes,
            Clock clock) {
        this.store = store;
        this.factors = factors;
        this.sessions = sessions;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    void ask(SignedIn who, String reason) {
        try {
            scopes.system(
                    "second-factor",
                    _ -> {
                        var id = UuidCreator.getTimeOrderedEpoch();
                        store.ask(id, who.account(), reason, clock.instant());
                        journal.tell(
                                who,
                                "access.ask-second-factor-reset",
                                who.account(),
                                Map.of("reason", reason));
                        return who;
                    });
        } catch (DuplicateKeyException _) {
            throw new RuleRefused(factors.rule(), "您已经申请过，请等安全管理员核实以后办理");
        }
    }

    Page<FactorReset> open(@Nullable String after, @Nullable Integer limit) {
        var most = PageLimit.of(limit);
        var key = PageKey.read(after, 1);
        var rows = store.open(key == null ? null : PageKey.uuid(key.getFirst()), most + 1);
        return Page.of(rows, most, row -> List.of(row.id().toString()));
    }

    /** Both names stand in the journal: who asked, and who decided. */
    void decide(SignedIn who, UUID id, boolean granted) {
        scopes.system(
                "second-factor",
                _ -> {
                    var asked = store.find(id).orElseThrow(NotFound::new);
                    if (asked.account().equals(who.account())) {
                        throw new RuleRefused(factors.rule(), "自己的申请不能自己办理，请由另一位安全管理员核实");
                    }
                    if (!store.decide(id, who.account(), granted, clock.instant())) {
                        throw new RuleRefused(factors.rule(), "这份申请已经有人办理了，请刷新页面");
                    }
                    if (granted) {
                        factors.remove(asked.account());
                        sessions.closeAll(asked.account());
                    }
                    journal.tell(
                            who,
                            granted
                                    ? "access.reset-second-factor"
                                    : "access.refuse-second-factor-reset",
                            asked.account(),
                            Map.of("requestedBy", asked.name(), "reason", asked.reason()));
                    return who;
                });
    }
}
