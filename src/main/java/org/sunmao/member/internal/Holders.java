package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.web.InputRefused;

import java.util.UUID;

/** Whether an organization may hold the formal relation of a member. */
@Component
class Holders {

    private final Tree tree;

    Holders(Tree tree) {
        this.tree = tree;
    }

    void check(Scope scope, @Nullable UUID organization) {
        var path = organization == null ? null : tree.path(organization, scope.day()).orElse(null);
        if (path == null || !scope.subtree().contains(path)) {
            throw new InputRefused(
                    MemberFields.ORGANIZATION.pointer(), "这个党组织不在您的管理范围内，或不存在，请重新选择");
        }
    }
}
