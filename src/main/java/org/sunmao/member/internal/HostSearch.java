package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.web.InputRefused;

import java.util.List;
import java.util.UUID;

/**
 * The branches of the house by a part of their name: names and nothing else, for the scope of who
 * registers somebody's host ends long before it.
 */
@Repository
class HostSearch {

    private static final int MOST = 20;
    private static final int SHORTEST = 1;
    private static final int LONGEST = 60;

    private static final String FIND =
            """
            select l.id, l.name, (select u.name from organization.place_published t
                join organization.label_published u
                  on u.id = t.id and u.valid_from <= :day and u.valid_to > :day
                where t.path = regexp_replace(p.path, '[0-9]+/$', '')
                  and t.valid_from <= :day and t.valid_to > :day) as above
            from organization.label_published l
            join organization.place_published p
              on p.id = l.id and p.valid_from <= :day and p.valid_to > :day
            where l.valid_from <= :day and l.valid_to > :day and strpos(l.name, :words) > 0
              and p.path >= :lo and p.path < :hi
              and (l.kind in ('branch', 'joint', 'floating', 'temporary')
                or (l.kind = 'general-branch' and not exists (
                  select from organization.place_published c
                  where starts_with(c.path, p.path) and c.path <> p.path
                    and c.valid_from <= :day and c.valid_to > :day)))
            order by length(l.name), l.name, l.id limit :most
            """;

    /**
     * A branch that can host.
     *
     * @param above the name of what it stands below
     */
    record HostItem(UUID id, String name, @Nullable String above) {}

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Tree tree;

    HostSearch(JdbcClient jdbc, Scopes scopes, Tree tree) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.tree = tree;
    }

    List<HostItem> find(SignedIn who, String q) {
        var words = q.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new InputRefused("/q", "请输入党组织名称的一部分，不超过 60 个字");
        }
        return scopes.read(who, scope -> find(scope, house(who, scope), words));
    }

    /** The whole tree that the asker's organization stands in. */
    private Subtree house(SignedIn who, Scope scope) {
        var own = who.organization();
        return own == null
                ? Subtree.NONE
                : tree.path(own, scope.day())
                        .map(path -> Subtree.below(Holders.top(path)))
                        .orElse(Subtree.NONE);
    }

    private List<HostItem> find(Scope scope, Subtree house, String words) {
        return jdbc.sql(FIND)
                .param("day", scope.day())
                .param("words", words)
                .param("lo", house.lo())
                .param("hi", house.hi())
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new HostItem(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("above")))
                .list();
    }
}
