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
import org.sunmao.access.Invitations;
import org.sunmao.access.Invitations.Invitation;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.Tree;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.simulation.Demonstration;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An empty installation prints one link; whoever opens it names the organization at the top and the
 * three administrators (SEC-16). Until one of these has set a password, a new start begins anew.
 */
@Service
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String BASIS = "first-start";

    /** Somebody who is to administer. */
    record Named(Role role, String username, String name) {}

    /**
     * What the wizard asks for.
     *
     * @param organization the name of the one at the top; not looked at where there is one
     */
    record Wish(String token, String organization, List<Named> administrators) {}

    private final Scopes scopes;
    private final FirstLink link;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Tree tree;
    private final Demonstration demonstration;
    private final Clock clock;

    FirstStart(
            Scopes scopes,
            FirstLink link,
            Accounts accounts,
            Invitations invitations,
            Organizations organizations,
            Tree tree,
            Demonstration demonstration,
            Clock clock) {
        this.scopes = scopes;
        this.link = link;
        this.accounts = accounts;
        this.invitations = invitations;
        this.organizations = organizations;
        this.tree = tree;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    /** Whether the house still waits for somebody who can sign in. */
    boolean waits() {
        return demonstration.progress().state() == Demonstration.State.NONE
                && !accounts.anyOpened();
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (waits()) {
            var token = scopes.system(BASIS, _ -> link.issue());
            var server = ready.getApplicationContext();
            var port =
                    server instanceof WebServerApplicationContext web && web.getWebServer() != null
                            ? web.getWebServer().getPort()
                            : 0;
            var certified = server.getEnvironment().containsProperty("sunmao.tls.certificate");
            LOG.warn(
                    """


                      榫卯里还没有人设定过密码。请在本机打开下面的链接，写下三名管理员（只能用一次）：
                      {}://127.0.0.1:{}/first#token={}
                    """,
                    certified ? "https" : "http",
                    port,
                    token);
        }
    }

    /**
     * The name of the organization that an earlier, broken start entered; the link is the proof.
     */
    Optional<String> look(String token) {
        if (accounts.anyOpened() || !link.holds(token)) {
            throw useless();
        }
        return tree.top(LocalDate.now(clock)).flatMap(tree::name);
    }

    List<Invitation> make(Wish wish) {
        return scopes.system(
                BASIS,
                scope -> {
                    if (accounts.anyOpened() || !link.use(wish.token())) {
                        throw useless();
                    }
                    if (accounts.any()) {
                        accounts.forgetFirstStart(scope);
                    }
                    if (tree.top(scope.day()).isEmpty()) {
                        enter(scope, wish.organization());
                    }
                    return invite(scope, wish.administrators());
                });
    }

    private void enter(Scope scope, String name) {
        if (name.isEmpty()) {
            throw new InputRefused("/organization", "请填写党组织全称");
        }
        organizations.enter(
                scope,
                List.of(
                        new NewOrganization(
                                OrganizationId.next(),
                                null,
                                name,
                                "committee",
                                "organ",
                                null,
                                null,
                                scope.day())));
    }

    private List<Invitation> invite(Scope scope, List<Named> administrators) {
        accounts.open(
                scope,
                administrators.stream()
                        .map(
                                one ->
                                        new NewAccount(
                                                one.username(),
                                                one.name(),
                                                null,
                                                one.role(),
                                                null,
                                                null,
                                                BASIS))
                        .toList());
        var links = new ArrayList<Invitation>();
        administrators.forEach(one -> links.add(invitations.issue(scope, one.username())));
        return links;
    }

    private static InputRefused useless() {
        return new InputRefused("/token", "链接无效或已经用过，请使用控制台最新打印的链接");
    }
}
