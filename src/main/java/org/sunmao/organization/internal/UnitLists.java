package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.register.Dated;
import org.sunmao.web.AsOf;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.util.List;
import java.util.UUID;

/**
 * Organizations and bodies of a subtree by what they are: the rows behind a number of the
 * statistics. Every statement states the scope; the policies hold it a second time.
 */
@Service
class UnitLists {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String ORGANIZATIONS =
            OrganizationStore.ROW + "where {p} and p.path >= :lo and p.path < :hi";
    private static final String BEHIND = " and o.number > :after order by o.number limit :limit";
    private static final String BEHIND_BODY = " and f.id > :after order by f.id limit :limit";

    private static final RowMapper<OrganizationRow> ROWS =
            new SimplePropertyRowMapper<>(OrganizationRow.class);
    private static final RowMapper<BodyItem> BODIES = new SimplePropertyRowMapper<>(BodyItem.class);

    private final Scopes scopes;
    private final Tree tree;
    private final JdbcClient jdbc;

    UnitLists(Scopes scopes, Tree tree, JdbcClient jdbc) {
        this.scopes = scopes;
        this.tree = tree;
        this.jdbc = jdbc;
    }

    Page<OrganizationRow> organizations(
            SignedIn who, AsOf asOf, UnitFilter filter, @Nullable String after, int limit) {
        var behind = OrganizationDirectory.number(after);
        var rows =
                scopes.read(
                        who,
                        asOf.day(),
                        scope ->
                                in(scope, filter, ORGANIZATIONS, BEHIND)
                                        .param("after", behind)
                                        .param("limit", limit + 1)
                                        .query(ROWS)
                                        .list());
        return Page.of(rows, limit, row -> List.of(Integer.toString(row.number())));
    }

    Page<BodyItem> bodies(
            SignedIn who, AsOf asOf, UnitFilter filter, @Nullable String after, int limit) {
        var values = PageKey.read(after, 1);
        var behind = values == null ? FIRST : PageKey.uuid(values.getFirst());
        var rows =
                scopes.read(
                        who,
                        asOf.day(),
                        scope ->
                                in(scope, filter, BodyStore.ROW, BEHIND_BODY)
                                        .param("after", behind)
                                        .param("limit", limit + 1)
                                        .query(BODIES)
                                        .list());
        return Page.of(rows, limit, row -> List.of(row.id().toString()));
    }

    private JdbcClient.StatementSpec in(
            Scope scope, UnitFilter filter, String rows, String behind) {
        var conditions = filter.conditions();
        var subtree = subtree(scope, filter.organization());
        return jdbc.sql(Dated.of(rows + conditions.sql() + behind).on(scope))
                .params(conditions.values())
                .param("day", scope.day())
                .param("lo", subtree.lo())
                .param("hi", subtree.hi());
    }

    /** An organization outside the scope is not there. */
    private Subtree subtree(Scope scope, @Nullable UUID organization) {
        if (organization == null) {
            return scope.subtree();
        }
        return tree.path(organization, scope.day())
                .filter(scope.subtree()::contains)
                .map(Subtree::below)
                .orElseThrow(NotFound::new);
    }
}
