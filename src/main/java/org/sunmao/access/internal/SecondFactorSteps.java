package org.sunmao.access.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.rules.RuleRefused;

import java.util.Map;

/** What one may do with one's second factor, as one's role asks for it. */
@Service
class SecondFactorSteps {

    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final OwnPassword passwords;
    private final CredentialJournal journal;
    private final Scopes scopes;

    SecondFactorSteps(
            SecondFactors factors,
            SecondFactorPolicy policy,
            OwnPassword passwords,
            CredentialJournal journal,
            Scopes scopes) {
        this.factors = factors;
        this.policy = policy;
        this.passwords = passwords;
        this.journal = journal;
        this.scopes = scopes;
    }

    boolean obligatory(SignedIn who) {
        return policy.obligatory(who.role(), policy.decided().get(who.role()));
    }

    /** Needs both factors, so that neither alone takes the other away. */
    void turnOff(SignedIn who, String password, String code, String source) {
        if (obligatory(who)) {
            throw new RuleRefused(factors.rule(), "您的岗位必须使用双重验证，不能关闭。要换手机，请用恢复码登录后联系安全管理员重置");
        }
        passwords.check(who, password, source);
        factors.check(who.account(), code);
        scopes.system(
                "second-factor",
                _ -> {
                    factors.remove(who.account());
                    journal.tell(who, "access.remove-second-factor", who.account(), Map.of());
                    return who;
                });
    }
}
