package org.sunmao.meeting.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Organizations within a scope, as far as organization life goes. */
@Repository
class LifeOrganizations {

    private static final String LABEL =
            """
            select l.name, l.kind from organization.label_published l
            where l.id = :organization and l.valid_from <= :day and l.valid_to > :day
            """;
    private static final String OFFICERS =
            """
            select count(distinct p.member) from organization.post_published p
            where p.organization = :organization and p.officer
              and p.valid_from <= :day and p.valid_to > :day
            """;
    private static final String BELOW =
            """
            select p.id, l.name from organization.place_published p
            join organization.label_published l on l.id = p.id
              and l.valid_from <= :day and l.valid_to > :day
            where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day
            order by p.path limit :limit
            """;

    /**
     * One that is or was.
     *
     * @param kind a code of table organizationKind
     */
    record Known(Named named, String kind, String path) {}

    private final JdbcClient jdbc;
    private final Tree tree;

    LifeOrganizations(JdbcClient jdbc, Tree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /**
     * One of the scope, as of its day.
     *
     * @throws NotFound where it is none of them
     */
    Known get(Scope scope, UUID organization) {
        return get(scope, organization, scope.day());
    }

    /**
     * One of the scope, as of a day.
     *
     * @throws NotFound where it is none of them
     */
    Known get(Scope scope, UUID organization, LocalDate day) {
        var path =
                tree.path(organization, day)
                        .filter(one -> scope.everything() || scope.subtree().contains(one))
                        .orElseThrow(NotFound::new);
        return jdbc.sql(LABEL)
                .param("organization", organization)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Known(
                                        new Named(organization, row.getString("name")),
                                        row.getString("kind"),
                                        path))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** How many people are in its committee. */
    int officers(UUID organization, LocalDate day) {
        return jdbc.sql(OFFICERS)
                .param("organization", organization)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** An organization and those below it, in the order of the tree; at most so many. */
    List<Named> below(Known top, LocalDate day, int limit) {
        return jdbc.sql(BELOW)
                .param("lo", top.path())
                .param("hi", top.path().substring(0, top.path().length() - 1) + "0")
                .param("day", day)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
