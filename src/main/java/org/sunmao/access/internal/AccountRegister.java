package org.sunmao.access.internal;

import org.springframework.stereotype.Service;
import org.sunmao.access.Accounts;
import org.sunmao.access.PostGrants;
import org.sunmao.access.PostsHeld;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Opens accounts, each with its first grant and its entry in the journal. */
@Service
class AccountRegister implements Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final PostsHeld posts;
    private final PostGrants grants;
    private final Journal journal;
    private final Clock clock;

    AccountRegister(
            AccountStore store,
            Passwords passwords,
            PostsHeld posts,
            PostGrants grants,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.posts = posts;
        this.grants = grants;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void open(Scope scope, List<NewAccount> accounts) {
        journal.append(scope.actor(), accounts.stream().flatMap(this::open).toList());
        var members = accounts.stream().map(NewAccount::member).filter(Objects::nonNull).toList();
        grants.begin(scope, members.isEmpty() ? List.of() : posts.of(members, scope.day()));
    }

    @Override
    public Set<UUID> named(String words) {
        return store.named(words);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> accounts) {
        return accounts.isEmpty() ? Map.of() : store.names(accounts);
    }

    @Override
    public Set<UUID> members(Collection<UUID> members) {
        return store.members(members);
    }

    @Override
    public boolean any() {
        return store.any();
    }

    @Override
    public boolean anyOpened() {
        return store.anyOpened();
    }

    @Override
    public void forgetFirstStart(Scope scope) {
        store.forgetFirstStart();
        var act =
                new Act(
                        null,
                        "access.forget-first-start",
                        "account",
                        null,
                        scope.day(),
                        List.of(),
                        Map.of());
        journal.append(scope.actor(), act);
    }

    private Stream<Act> open(NewAccount account) {
        var today = LocalDate.now(clock);
        var username = account.username().toLowerCase(Locale.ROOT);
        var password = account.password();
        var hash = password == null ? null : passwords.hash(password);
        var id = store.add(account, username, hash, clock.instant(), today);
        var opened = act(account, "access.open-account", id, today, Map.of("username", username));
        var role = account.role();
        if (role == null) {
            return Stream.of(opened);
        }
        var grant = Map.of("role", role.code(), "basis", account.basis());
        return Stream.of(opened, act(account, "access.grant", id, today, grant));
    }

    private static Act act(
            NewAccount account,
            String action,
            UUID id,
            LocalDate today,
            Map<String, String> values) {
        return new Act(account.organization(), action, "account", id, today, List.of(), values);
    }
}
