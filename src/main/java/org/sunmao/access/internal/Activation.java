package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Accounts;
import org.sunmao.access.Accounts.NewAccount;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.ActivationCode.Kind;
import org.sunmao.access.internal.ActivationCodeStore.Owner;
import org.sunmao.access.internal.Owners.Entitled;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A member opens their account with a code, or sets a password anew: nobody chooses it for them.
 */
@Service
class Activation {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");
    private static final int PROPOSALS = 2;
    private static final String UNKNOWN = "没有这个码。请对着纸条一个字一个字地核对，里面没有数字 0 和 1，也没有字母 O 和 I";

    /**
     * For whom a code is good.
     *
     * @param username the account it is for; null where it is to be opened
     * @param proposals names to sign in with, of which one may be taken
     */
    record ActivationView(
            String kind,
            String name,
            String organization,
            @Nullable String username,
            List<String> proposals) {}

    record Activated(String username) {}

    private record Good(ActivationCode code, Entitled whose, @Nullable Owner owner) {

        String name() {
            return whose.person().name();
        }
    }

    private final ActivationCodeStore store;
    private final ActivationCodes codes;
    private final Owners owners;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnPassword password;
    private final Attempts attempts;
    private final CredentialJournal journal;
    private final Scopes scopes;
    private final Tree tree;
    private final Clock clock;

    Activation(
            ActivationCodeStore store,
            ActivationCodes codes,
            Owners owners,
            Accounts accounts,
            Passwords passwords,
            OwnPassword password,
            Attempts attempts,
            CredentialJournal journal,
            Scopes scopes,
            Tree tree,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.owners = owners;
        this.accounts = accounts;
        this.passwords = passwords;
        this.password = password;
        this.attempts = attempts;
        this.journal = journal;
        this.scopes = scopes;
        this.tree = tree;
        this.clock = clock;
    }

    ActivationView look(String typed, String source) {
        count(source);
        var view =
                scopes.system(
                        "activation",
                        scope -> {
                            var good = good(scope, typed);
                            var owner = good.owner();
                            return new ActivationView(
                                    good.code().kind().code(),
                                    good.name(),
                                    tree.name(good.whose().organization()).orElse(""),
                                    owner == null ? null : owner.username(),
                                    owner == null ? proposals(scope, good.whose()) : List.of());
                        });
        attempts.takeBack(key(source));
        return view;
    }

    Activated use(String typed, @Nullable String username, String chosen, String source) {
        count(source);
        try {
            var used = scopes.system("activation", scope -> use(scope, typed, username, chosen));
            attempts.takeBack(key(source));
            return used;
        } catch (DuplicateKeyException _) {
            throw new InputRefused("/username", "这个用户名已经有人用了，请换一个");
        }
    }

    private Activated use(Scope scope, String typed, @Nullable String username, String chosen) {
        var good = good(scope, typed);
        var owner = good.owner();
        if (!store.use(good.code().id(), clock.instant())) {
            throw refused("这个码刚刚用过了，请直接登录");
        }
        return owner == null
                ? open(scope, good, name(username), chosen)
                : reset(scope, good, owner, chosen);
    }

    private Activated open(Scope scope, Good good, String username, String chosen) {
        if (!store.taken(List.of(username)).isEmpty()) {
            throw new InputRefused("/username", "这个用户名已经有人用了，请换一个");
        }
        var whose = good.whose();
        passwords.check(chosen, List.of(username, good.name()));
        accounts.open(
                scope,
                List.of(
                        new NewAccount(
                                username,
                                good.name(),
                                chosen,
                                whose.role(),
                                whose.organization(),
                                whose.person().id(),
                                whose.basis())));
        var id = store.owner(whose.person().id()).orElseThrow().id();
        var values = Map.of("issuedBy", good.code().issuedByName());
        journal.tell(scope, "access.use-code", id, values);
        return new Activated(username);
    }

    /** The second factor stays as it is: whoever has one enters it all the same (ASVS 6.4.3). */
    private Activated reset(Scope scope, Good good, Owner owner, String chosen) {
        passwords.check(chosen, List.of(owner.username(), owner.name()));
        password.refuseUsed(owner.id(), chosen);
        password.reset(owner.id(), passwords.hash(chosen), good.code().issuedBy());
        attempts.forgetAccount(owner.username());
        var values = Map.of("issuedBy", good.code().issuedByName());
        journal.tell(scope, "access.reset-password", owner.id(), values);
        return new Activated(owner.username());
    }

    private Good good(Scope scope, String typed) {
        var read = Typed.read(typed, ActivationCodes.LENGTH);
        if (read == null) {
            throw new InputRefused("/code", UNKNOWN);
        }
        var found = store.find(codes.hash(read));
        if (found.isEmpty()) {
            throw new InputRefused("/code", UNKNOWN);
        }
        var code = found.get();
        var spent = code.spent(clock.instant());
        if (spent != null) {
            throw refused(spent);
        }
        var whose = owners.find(scope, code.member());
        if (whose.isEmpty()) {
            throw refused("这个码对应的党员已经不在本地的名册上，请与党支部书记联系");
        }
        if (!whose.get().organization().equals(code.organization())) {
            throw refused("您的组织关系已经转到别的党支部，请向现在的党支部书记再要一张");
        }
        var owner = store.owner(code.member()).orElse(null);
        if (code.kind() == Kind.OPEN && owner != null) {
            throw refused("您已经有账号，请直接登录；忘了密码，请找党支部书记重设");
        }
        if (code.kind() == Kind.RESET && (owner == null || owner.disabledAt() != null)) {
            throw refused("您的账号已经停用，请与系统管理员联系");
        }
        return new Good(code, whose.get(), owner);
    }

    private List<String> proposals(Scope scope, Entitled whose) {
        var made = owners.proposal(scope, whose);
        var names = new ArrayList<String>();
        if (made.mobile() != null) {
            names.add(made.mobile());
        }
        names.add(made.reading());
        IntStream.rangeClosed(2, 30).forEach(i -> names.add(made.reading() + i));
        var fit = names.stream().filter(name -> USERNAME.matcher(name).matches()).toList();
        var taken = store.taken(fit);
        return fit.stream().filter(name -> !taken.contains(name)).limit(PROPOSALS).toList();
    }

    private static String name(@Nullable String username) {
        var name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(name).matches()) {
            throw new InputRefused("/username", "用户名用 3 到 32 个字母、数字、点、横线，以字母或数字开头");
        }
        return name;
    }

    /** Guesses run out for their source; no branch and no member is locked by them. */
    private void count(String source) {
        attempts.count(key(source), codes.rule().figure("codeFailures"), "输错的次数太多");
    }

    private static String key(String source) {
        return "codes:" + source;
    }

    private RuleRefused refused(String reason) {
        return new RuleRefused(codes.rule(), reason, "code");
    }
}
