package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.Invitations.Invitation;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.internal.AccountListing.Sought;
import org.sunmao.access.internal.InvitationLinks.Invited;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the system administrator does with accounts: never with what they may do (SEC-16). */
@Service
class AccountAdministration {

    private static final RuleId SEPARATE = new RuleId("SEC-16");
    private static final String LOCK =
            """
            select id, username, name, disabled_at is not null as disabled
            from access.account where id = :id for update
            """;
    private static final String DISABLE =
            """
            update access.account set disabled_at = :now, disabled_reason = :reason where id = :id
            """;
    private static final String ENABLE =
            """
            update access.account set disabled_at = null, disabled_reason = null where id = :id
            """;
    private static final String END_SESSIONS = "delete from access.session where account = :id";

    private record Locked(UUID id, String username, String name, boolean disabled) {}

    private static final SimplePropertyRowMapper<Locked> LOCKED =
            new SimplePropertyRowMapper<>(Locked.class);

    private final ScopedTransactions scopes;
    private final Accounts accounts;
    private final AccountListing listing;
    private final InvitationLinks links;
    private final Rulebook rulebook;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountAdministration(
            ScopedTransactions scopes,
            Accounts accounts,
            AccountListing listing,
            InvitationLinks links,
            Rulebook rulebook,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.scopes = scopes;
        this.accounts = accounts;
        this.listing = listing;
        this.links = links;
        this.rulebook = rulebook;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<AccountView> list(SignedIn who, Sought sought, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? "" : key.getFirst();
        return scopes.read(
                who,
                scope ->
                        Page.of(
                                listing.list(
                                        sought, behind, limit + 1, clock.instant(), scope.day()),
                                limit,
                                one -> List.of(one.username())));
    }

    AccountView get(SignedIn who, UUID id) {
        return scopes.read(who, scope -> view(scope, id));
    }

    Invitation open(SignedIn who, String username, String name) {
        try {
            return scopes.administer(
                    who,
                    scope -> {
                        var account =
                                new NewAccount(username, name, null, null, null, null, "request");
                        accounts.open(scope, List.of(account));
                        return links.issue(scope, username);
                    });
        } catch (DuplicateKeyException _) {
            throw refused(
                    InvitationLinks.OWN_ACCOUNT, "用户名“" + username + "”已有人使用，请换一个", "username");
        }
    }

    /** Ends at once what it has open: its sessions are gone with the next request. */
    AccountView disable(SignedIn who, UUID id, String reason) {
        return scopes.administer(
                who,
                scope -> {
                    var account = lock(id);
                    notOneself(who, id, "不能停用自己的账号，请由另一名系统管理员办理");
                    if (account.disabled()) {
                        throw new InputRefused("/reason", "这个账号已经停用");
                    }
                    disable(id, reason);
                    tell(scope, "access.disable-account", account, Map.of("reason", reason));
                    return view(scope, id);
                });
    }

    AccountView enable(SignedIn who, UUID id, String reason) {
        return scopes.administer(
                who,
                scope -> {
                    var account = lock(id);
                    if (!account.disabled()) {
                        throw new InputRefused("/reason", "这个账号没有停用，不用恢复");
                    }
                    jdbc.sql(ENABLE).param("id", id).update();
                    tell(scope, "access.enable-account", account, Map.of("reason", reason));
                    return view(scope, id);
                });
    }

    /** For a lost password: the old one still holds until the link is opened, its sessions end. */
    Invitation invite(SignedIn who, UUID id, String reason) {
        return scopes.administer(
                who,
                scope -> {
                    var account = lock(id);
                    notOneself(who, id, "不能给自己重新发链接，忘记密码请由另一名系统管理员办理");
                    if (account.disabled()) {
                        throw new InputRefused("/reason", "这个账号已经停用，请先恢复");
                    }
                    jdbc.sql(END_SESSIONS).param("id", id).update();
                    tell(scope, "access.invite", account, Map.of("reason", reason));
                    return links.issue(
                            new Invited(id, account.username(), account.name(), null),
                            who.account());
                });
    }

    /** Within the caller's transaction, which tells of it. */
    void disable(UUID id, String reason) {
        jdbc.sql(DISABLE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
        jdbc.sql(END_SESSIONS).param("id", id).update();
        links.end(id);
    }

    private Locked lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(LOCKED).optional().orElseThrow(NotFound::new);
    }

    private void notOneself(SignedIn who, UUID id, String reason) {
        if (who.account().equals(id)) {
            throw refused(SEPARATE, reason);
        }
    }

    private AccountView view(Scope scope, UUID id) {
        return listing.get(id, clock.instant(), scope.day()).orElseThrow(NotFound::new);
    }

    private RuleRefused refused(RuleId rule, String reason, String... fields) {
        return new RuleRefused(rulebook.rule(rule, LocalDate.now(clock)), reason, fields);
    }

    /** Both names: who did it stands as the actor, to whom as the subject. */
    private void tell(Scope scope, String action, Locked account, Map<String, String> values) {
        var said = new HashMap<String, String>(values);
        said.put("username", account.username());
        var rules = List.of(InvitationLinks.OWN_ACCOUNT.value());
        var act = new Act(null, action, "account", account.id(), scope.day(), rules, said);
        journal.append(scope.actor(), act);
    }
}
