package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.GrantStore.Grant;

import java.util.UUID;

/** Who may end somebody's grant before its time. */
@Component
class GrantEnding {

    private final Tree tree;

    GrantEnding(Tree tree) {
        this.tree = tree;
    }

    /** Why the asker may not end a grant; null if they may. */
    @Nullable String hindrance(SignedIn who, Scope scope, Grant grant) {
        if (grant.account().equals(who.account())) {
            return "不能停止自己的权限，请由上级或安全管理员办理";
        }
        if (who.role() == Role.SECURITY_ADMIN) {
            return null;
        }
        if (grant.basis().equals("post")) {
            return "这项权限来自任职，请办理卸任，权限随之停止";
        }
        var principal = grant.principal();
        if (principal != null && principal.equals(who.grant())) {
            return null;
        }
        var organization = grant.organization();
        return organization != null && above(who, scope, grant, organization)
                ? null
                : "由上级党组织或安全管理员办理，您现在的角色不能停止这项权限";
    }

    /** Above: over an organization further up, or over the same one with a wider role. */
    private boolean above(SignedIn who, Scope scope, Grant grant, UUID organization) {
        if (!who.role().may(Right.GRANTS_REQUEST)) {
            return false;
        }
        var path = tree.path(organization, scope.day());
        var inside = path.filter(one -> scope.subtree().contains(one)).isPresent();
        return inside
                && (!organization.equals(who.organization())
                        || grant.role().compareTo(who.role()) > 0);
    }
}
