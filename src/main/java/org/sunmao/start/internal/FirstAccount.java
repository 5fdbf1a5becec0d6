package org.sunmao.start.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.FirstLink;
import org.sunmao.access.PasswordRule;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.simulation.Demonstration;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * An empty installation prints one link; whoever opens it names the organization at the top and
 * becomes its officer.
 */
@Service
class FirstAccount {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    record Wish(String token, String organization, String username, String password) {}

    private final Scopes scopes;
    private final FirstLink link;
    private final Accounts accounts;
    private final PasswordRule passwords;
    private final Organizations organizations;
    private final Demonstration demonstration;
    private final Clock clock;

    FirstAccount(
            Scopes scopes,
            FirstLink link,
            Accounts accounts,
            PasswordRule passwords,
            Organizations organizations,
            Demonstration demonstration,
            Clock clock) {
        this.scopes = scopes;
        this.link = link;
        this.accounts = accounts;
        this.passwords = passwords;
        this.organizations = organizations;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (demonstration.progress().state() == Demonstration.State.NONE && !accounts.any()) {
            var token = scopes.system("first-start", _ -> link.issue());
            var server = ready.getApplicationContext();
            var port =
                    server instanceof WebServerApplicationContext web && web.getWebServer() != null
                            ? web.getWebServer().getPort()
                            : 0;
            LOG.warn(
                    """


                      榫卯里还没有账号。请在本机打开下面的链接，建立第一个账号（只能用一次）：
                      http://127.0.0.1:{}/first#token={}
                    """,
                    port,
                    token);
        }
    }

    void make(Wish wish) {
        passwords.check(wish.password());
        scopes.system(
                "first-start",
                scope -> {
                    if (accounts.any() || !link.use(wish.token())) {
                        throw new InputRefused("/token", "链接无效或已经用过，请使用控制台最新打印的链接");
                    }
                    make(scope, wish);
                    return wish;
                });
    }

    private void make(Scope scope, Wish wish) {
        var id = OrganizationId.next();
        var today = LocalDate.now(clock);
        organizations.enter(
                scope,
                List.of(
                        new NewOrganization(
                                id,
                                null,
                                wish.organization(),
                                "committee",
                                "organ",
                                null,
                                null,
                                today)));
        accounts.open(
                scope,
                List.of(
                        new NewAccount(
                                wish.username(),
                                wish.username(),
                                wish.password(),
                                Role.COUNTY_OFFICER,
                                id.value(),
                                null,
                                "first-start")));
    }
}
