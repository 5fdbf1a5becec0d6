package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Persons;
import org.sunmao.access.Persons.Behind;
import org.sunmao.access.Persons.Holder;
import org.sunmao.access.Persons.Listed;
import org.sunmao.access.Persons.Person;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.ActivationCode.Kind;
import org.sunmao.access.internal.ActivationCodeStore.CodeStanding;
import org.sunmao.access.internal.ActivationCodeStore.Held;
import org.sunmao.access.internal.ActivationCodeStore.New;
import org.sunmao.access.internal.ActivationCodeStore.Owner;
import org.sunmao.access.internal.Owners.Entitled;
import org.sunmao.journal.Journal;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.vault.Vault;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Hands out codes with which members open their accounts, or set a password anew (SEC-01). */
@Service
class ActivationCodes {

    static final RuleId OWN_ACCOUNT = new RuleId("SEC-01");

    /** Sixty bits, in three parts of four characters. */
    static final int LENGTH = 12;

    private static final int PART = 4;
    private static final String CODE = "access.activation_code.code";

    /** As many as one branch may hold: read at once, so that a branch is one transaction. */
    private static final int OF_ONE_HOLDER = 10_000;

    /** A code as it is told, this once. */
    record Slip(UUID member, String name, String organization, String code, LocalDate until) {}

    /** The codes of one branch. */
    record Batch(UUID organization, String name, List<Slip> slips) {}

    /** A member of a branch, and how far they are with their account. */
    record AccountRow(UUID member, String name, CodeStanding standing) {}

    private final ActivationCodeStore store;
    private final Persons persons;
    private final Owners owners;
    private final Tree tree;
    private final Scopes scopes;
    private final Vault vault;
    private final Journal journal;
    private final CredentialJournal acts;
    private final Rulebook rulebook;
    private final Clock clock;

    ActivationCodes(
            ActivationCodeStore store,
            Persons persons,
            Owners owners,
            Tree tree,
            Scopes scopes,
            Vault vault,
            Journal journal,
            CredentialJournal acts,
            Rulebook rulebook,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.owners = owners;
        this.tree = tree;
        this.scopes = scopes;
        this.vault = vault;
        this.journal = journal;
        this.acts = acts;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Rule rule() {
        return rulebook.rule(OWN_ACCOUNT, LocalDate.now(clock), null);
    }

    byte[] hash(String code) {
        return vault.blindIndex(CODE, code);
    }

    /** Members or applicants of an organization. No count: nobody is measured by accounts. */
    Page<AccountRow> list(
            SignedIn who,
            Role role,
            @Nullable UUID organization,
            @Nullable String after,
            int limit) {
        var key = PageKey.read(after, 2);
        var behind = key == null ? null : new Behind(key.getFirst(), PageKey.uuid(key.getLast()));
        var asked = organization == null ? who.organization() : organization;
        return scopes.read(
                who,
                scope -> {
                    if (asked == null || !within(scope, asked)) {
                        throw new NotFound();
                    }
                    var rows = owners.heldBy(scope, role, asked, behind, limit + 1);
                    var page =
                            Page.of(
                                    rows,
                                    limit,
                                    row -> List.of(row.reading(), row.id().toString()));
                    var ids = page.items().stream().map(Listed::id).toList();
                    var standing = store.standing(ids, clock.instant());
                    return new Page<>(
                            page.items().stream().map(row -> row(row, standing)).toList(),
                            page.next());
                });
    }

    private static AccountRow row(Listed one, Map<UUID, CodeStanding> standing) {
        var how = Objects.requireNonNull(standing.get(one.id()));
        return new AccountRow(one.id(), one.name(), how);
    }

    private boolean within(Scope scope, UUID organization) {
        return tree.path(organization, scope.day()).filter(scope.subtree()::contains).isPresent();
    }

    /** For one member or applicant, to be handed over. */
    Slip issue(SignedIn who, @Nullable UUID member, Kind kind) {
        if (member == null) {
            throw new InputRefused("/member", "请选择党员");
        }
        return scopes.write(
                who,
                scope -> {
                    var whose = owners.find(scope, member).orElseThrow(NotFound::new);
                    var owner = store.owner(member).orElse(null);
                    if (kind == Kind.OPEN && owner != null) {
                        throw refused(whose, "已经有账号。忘了密码，请用“重设密码”");
                    }
                    if (kind == Kind.RESET) {
                        refuseReset(who, scope, whose, owner);
                    }
                    var slip = issue(who, kind, List.of(whose.person())).getFirst();
                    var action =
                            kind == Kind.OPEN ? "access.issue-code" : "access.issue-reset-code";
                    journal.append(
                            scope.actor(),
                            acts.act(whose.organization(), action, "member", member, Map.of()));
                    return slip;
                });
    }

    /** Nobody comes by a right above their own by handing over a code. */
    private void refuseReset(SignedIn who, Scope scope, Entitled whose, @Nullable Owner owner) {
        if (owner == null) {
            throw refused(whose, "还没有账号，请发开通码");
        }
        if (owner.disabledAt() != null) {
            throw new RuleRefused(rule(), "这个账号已经停用，请与系统管理员联系");
        }
        if (owner.id().equals(who.account())) {
            throw new RuleRefused(rule(), "自己的密码请在“账号与安全”里更换");
        }
        var above =
                store.roles(owner.id(), scope.day()).stream().allMatch(g -> below(who, scope, g));
        if (!above) {
            throw refused(whose, "的账号还担任别的工作，不能由您重设密码，请与上级党组织或系统管理员联系");
        }
    }

    private RuleRefused refused(Entitled whose, String says) {
        return new RuleRefused(rule(), "这位" + whose.role().label() + says);
    }

    private boolean below(SignedIn who, Scope scope, Held held) {
        var role = Role.of(held.role());
        var organization = held.organization();
        return role.ownOnly()
                || (!role.administrates()
                        && who.role().compareTo(role) < 0
                        && organization != null
                        && within(scope, organization));
    }

    /** The branches from an organization down; each is then issued for by itself. */
    List<Holder> holders(SignedIn who, UUID organization) {
        return scopes.read(
                who,
                scope -> {
                    if (!within(scope, organization)) {
                        throw new NotFound();
                    }
                    return persons.holders(scope, organization);
                });
    }

    /** For all whom an organization holds and who have no account; earlier codes are void. */
    Batch issueAll(SignedIn who, Holder holder) {
        return scopes.write(
                who,
                scope -> {
                    var all = persons.heldBy(scope, holder.organization(), null, OF_ONE_HOLDER);
                    var ids = all.stream().map(Listed::id).toList();
                    var standing = store.standing(ids, clock.instant());
                    var without =
                            all.stream()
                                    .filter(one -> row(one, standing).standing().username() == null)
                                    .map(o -> new Person(o.id(), o.name(), o.organization()))
                                    .toList();
                    var slips = issue(who, Kind.OPEN, without);
                    if (!slips.isEmpty()) {
                        var members = slips.stream().map(Slip::member).toList();
                        journal.append(
                                scope.actor(),
                                acts.act(
                                        holder.organization(),
                                        "access.issue-codes",
                                        "organization",
                                        holder.organization(),
                                        Map.of("members", members)));
                    }
                    return new Batch(holder.organization(), holder.name(), slips);
                });
    }

    private List<Slip> issue(SignedIn who, Kind kind, List<Person> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var rule = rulebook.rule(OWN_ACCOUNT, today, members.getFirst().organization());
        var expires = now.plus(Duration.ofDays(rule.figure("codeDays")));
        var until = LocalDate.ofInstant(expires, clock.getZone());
        var name = tree.name(members.getFirst().organization()).orElse("");
        var slips =
                members.stream()
                        .map(m -> new Slip(m.id(), m.name(), name, Typed.next(LENGTH), until))
                        .toList();
        var codes =
                slips.stream()
                        .map(
                                s ->
                                        new New(
                                                s.member(),
                                                members.getFirst().organization(),
                                                hash(s.code())))
                        .toList();
        store.voidOpen(members.stream().map(Person::id).toList(), now);
        store.issue(codes, kind, who.account(), now, expires);
        return slips.stream().map(ActivationCodes::told).toList();
    }

    private static Slip told(Slip s) {
        var code = Typed.parted(s.code(), PART);
        return new Slip(s.member(), s.name(), s.organization(), code, s.until());
    }

    void voidOpen(SignedIn who, @Nullable UUID member) {
        if (member == null) {
            throw new InputRefused("/member", "请选择党员");
        }
        scopes.write(
                who,
                scope -> {
                    var person = owners.find(scope, member).orElseThrow(NotFound::new);
                    if (store.voidOpen(List.of(member), clock.instant()) > 0) {
                        var action = "access.void-code";
                        journal.append(
                                scope.actor(),
                                acts.act(
                                        person.organization(), action, "member", member, Map.of()));
                    }
                    return scope;
                });
    }
}
