package org.sunmao.e2e;

import org.springframework.boot.test.context.TestComponent;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.e2e.Chromium.Account;

import java.util.List;
import java.util.UUID;

/** Opens accounts for branches other than the one of the demonstration. */
@TestComponent
class Deputies {

    private final Scopes scopes;
    private final Accounts accounts;

    Deputies(Scopes scopes, Accounts accounts) {
        this.scopes = scopes;
        this.accounts = accounts;
    }

    /** Who acts for a branch beside its secretary: with a post its rights would end, too. */
    Account of(String branch) {
        var name = "deputy" + branch.substring(30);
        var password = "只在这次测试里用的密码" + UUID.randomUUID();
        var of = UUID.fromString(branch);
        var opened = new NewAccount(name, "副书记", password, Role.SECRETARY, of, null, "demo");
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            accounts.open(scope, List.of(opened));
                            return scope;
                        });
        return new Account(name, password);
    }
}
