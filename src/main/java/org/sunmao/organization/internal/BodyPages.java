package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.code.Codes;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.OrganizationView.DivisionView;
import org.sunmao.register.EditView;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.UUID;

/** Puts together the page of one body, as the asker may see it. */
@Component
class BodyPages {

    private final BodyStore store;
    private final Tree tree;
    private final Codes codes;

    BodyPages(BodyStore store, Tree tree, Codes codes) {
        this.store = store;
        this.tree = tree;
        this.codes = codes;
    }

    BodyView view(SignedIn who, Scope scope, UUID id) {
        var details = store.get(scope, id).orElseThrow(NotFound::new);
        var division = details.division();
        var parent = details.parent();
        var charge = details.organization();
        var open = scope.now() && who.role().may(Right.ORGANIZATIONS_WRITE);
        return new BodyView(
                details.id(),
                details.name(),
                details.kind(),
                details.field(),
                parent,
                details.validFrom(),
                details.version(),
                details.hasChildren(),
                details.headcount(),
                details.creditCode(),
                parent == null ? List.of() : store.line(parent, scope.day()),
                new Named(charge, tree.name(charge, scope.day()).orElse("")),
                division == null
                        ? null
                        : new DivisionView(division, codes.division(division).orElse(null)),
                store.formed(scope, id),
                scope.day(),
                open ? EditView.of(BodyFields.ALL) : EditView.NONE);
    }
}
