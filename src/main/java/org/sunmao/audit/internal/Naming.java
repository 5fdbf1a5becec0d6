package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.access.Role;
import org.sunmao.access.Tree;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/** What accounts and organizations of a page are called; each is looked up once. */
@Component
class Naming {

    /** The names of one page. */
    record Names(Map<UUID, String> accounts, Map<UUID, String> organizations) {

        @Nullable String account(@Nullable UUID id) {
            return id == null ? null : accounts.getOrDefault(id, "已注销的账号");
        }

        @Nullable String organization(@Nullable UUID id) {
            return id == null ? null : organizations.get(id);
        }
    }

    private final Accounts accounts;
    private final Tree tree;

    Naming(Accounts accounts, Tree tree) {
        this.accounts = accounts;
        this.tree = tree;
    }

    Names of(
            Collection<? extends @Nullable UUID> accounts,
            Collection<? extends @Nullable UUID> organizations) {
        var who = new HashSet<UUID>();
        for (var account : accounts) {
            if (account != null) {
                who.add(account);
            }
        }
        var names = new HashMap<UUID, String>();
        for (var organization : organizations) {
            if (organization != null && !names.containsKey(organization)) {
                tree.name(organization).ifPresent(name -> names.put(organization, name));
            }
        }
        return new Names(who.isEmpty() ? Map.of() : this.accounts.names(who), names);
    }

    /** A role in words; what is no role is the purpose of the system's own work. */
    static @Nullable String post(@Nullable String code) {
        return code == null ? null : Role.find(code).map(Role::label).orElse("系统");
    }
}
