package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.register.Field;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.UUID;

/** Whether an organization is there to be written to: in the scope, and not ended. */
@Component
class Reachable {

    private final OrganizationStore store;
    private final Tree tree;

    Reachable(OrganizationStore store, Tree tree) {
        this.store = store;
        this.tree = tree;
    }

    /** The one that is to be changed: outside the scope it is not there. */
    void organization(Scope scope, UUID id) {
        if (!within(scope, id)) {
            throw store.endedOn(scope, id)
                    .<RuntimeException>map(
                            day -> new InputRefused("/id", "这个党组织已于 " + day + " 撤销，不能再修改"))
                    .orElseGet(NotFound::new);
        }
    }

    /** One that a field refers to. */
    void organization(Scope scope, UUID id, Field field) {
        if (!within(scope, id)) {
            throw new InputRefused(
                    field.pointer(),
                    store.endedOn(scope, id)
                            .map(day -> "这个党组织已于 " + day + " 撤销，请选择别的")
                            .orElse("这个党组织不在您的管理范围内，或不存在"));
        }
    }

    private boolean within(Scope scope, UUID id) {
        return tree.path(id, scope.day()).filter(scope.subtree()::contains).isPresent();
    }
}
