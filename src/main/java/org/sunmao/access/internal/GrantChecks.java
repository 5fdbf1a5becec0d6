package org.sunmao.access.internal;

import static org.sunmao.access.internal.GrantProcess.ENDS;
import static org.sunmao.access.internal.GrantProcess.SEPARATE;
import static org.sunmao.access.internal.GrantProcess.TWO_STEPS;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.GrantProcess.Closed;
import org.sunmao.access.internal.GrantStore.Grant;
import org.sunmao.access.internal.GrantStore.Person;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Whether somebody may ask for a grant, and whether it could stand beside what there is. */
@Component
class GrantChecks {

    private final GrantStore store;
    private final Tree tree;
    private final Rulebook rulebook;
    private final Clock clock;

    GrantChecks(GrantStore store, Tree tree, Rulebook rulebook, Clock clock) {
        this.store = store;
        this.tree = tree;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The account that was named exactly; whoever asks may name it, and cannot look for it. */
    Person named(SignedIn who, String username) {
        var person =
                store.person(username)
                        .filter(one -> !one.disabled())
                        .orElseThrow(
                                () ->
                                        new InputRefused(
                                                "/username", "没有这个用户名，请向本人核对；还没有账号的，先请系统管理员开户"));
        if (person.id().equals(who.account()) || person.id().equals(who.behalf())) {
            throw refused(TWO_STEPS, "不能为自己申请权限，请由上级或另一名党务工作者申请", "username");
        }
        return person;
    }

    /** Whether the asker may ask for the role over the organization at all. */
    void mayAsk(SignedIn who, Scope scope, GrantWish wish) {
        var organization = wish.organization();
        if (wish.role().administrates()) {
            administrators(who, organization);
        } else if (organization == null) {
            throw new InputRefused("/organization", "请选择党组织");
        } else if (who.role() == Role.SYSTEM_ADMIN) {
            firstOfficer(scope, wish.role(), organization);
        } else {
            officer(who, scope, wish.role(), organization);
        }
    }

    private void administrators(SignedIn who, @Nullable UUID organization) {
        if (who.role() != Role.SYSTEM_ADMIN) {
            throw refused(SEPARATE, "管理员由系统管理员申请、安全管理员批准，您现在的角色不能申请", "role");
        }
        if (organization != null) {
            throw new InputRefused("/organization", "管理员不管理党组织，请不要选择");
        }
    }

    /** While nobody is officer over the whole tree, somebody must be the first to be asked for. */
    private void firstOfficer(Scope scope, Role role, UUID organization) {
        var top = tree.top(scope.day());
        if (role != Role.COUNTY_OFFICER || !top.filter(organization::equals).isPresent()) {
            throw refused(SEPARATE, "系统管理员只能申请管理员和第一名县级党务工作者，其他权限由党务工作者申请", "role");
        }
        if (store.anyOfficer(organization, scope.day())) {
            throw refused(SEPARATE, "已经有县级党务工作者，其他权限由党务工作者申请", "role");
        }
    }

    private void officer(SignedIn who, Scope scope, Role role, UUID organization) {
        within(scope, organization);
        if (role.ownOnly()) {
            throw new InputRefused("/role", role.label() + "本人的账号用激活码开通，不用申请");
        }
        if (role.compareTo(who.role()) < 0) {
            throw refused(TWO_STEPS, "不能申请比自己更大的角色，请由上级党组织申请", "role");
        }
    }

    /** Whether the organization lies in the asker's subtree; else it is as if it were not there. */
    void within(Scope scope, UUID organization) {
        var path = tree.path(organization, scope.day());
        if (path.filter(scope.subtree()::contains).isEmpty()) {
            throw new NotFound();
        }
    }

    /** What stands against the grant; null if nothing does. */
    @Nullable Closed obstacle(Scope scope, GrantRequest request, @Nullable Person person) {
        if (person == null || person.disabled()) {
            return new Closed(ENDS, "这个账号已经停用，请先恢复账号");
        }
        var organization = request.organization();
        if (organization != null && tree.path(organization, scope.day()).isEmpty()) {
            return new Closed(ENDS, "这个党组织已经撤销，请按新的党组织重新申请");
        }
        var principal = request.principal();
        if (principal != null && !holds(principal, scope.day())) {
            return new Closed(ENDS, "被代办人的权限已经停止，不能再请人代办");
        }
        for (var held : store.beside(request.account(), request.from(), request.to())) {
            var closed = beside(person, held, request);
            if (closed != null) {
                return closed;
            }
        }
        return null;
    }

    private boolean holds(UUID grant, LocalDate today) {
        return store.get(grant, today).filter(one -> one.holdsOn(today)).isPresent();
    }

    private static @Nullable Closed beside(Person person, Grant held, GrantRequest request) {
        var wanted = request.role();
        if (held.role() != wanted && (held.role().administrates() || wanted.administrates())) {
            return new Closed(
                    SEPARATE,
                    "%s已是%s，不能再任%s：管理员一人只能担任一种，也不能再有业务角色"
                            .formatted(person.name(), held.role().label(), wanted.label()));
        }
        var same =
                held.role() == wanted
                        && Objects.equals(held.organization(), request.organization())
                        && Objects.equals(held.principal(), request.principal());
        return same && !held.to().isBefore(request.to())
                ? new Closed(TWO_STEPS, person.name() + "已经有这项权限，不用再申请")
                : null;
    }

    RuleRefused refused(RuleId rule, String reason, String... fields) {
        return new RuleRefused(rulebook.rule(rule, LocalDate.now(clock)), reason, fields);
    }
}
