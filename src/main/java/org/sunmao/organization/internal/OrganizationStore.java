package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads organizations. Every statement states the scope; the policy on {@code profile} holds it a
 * second time.
 */
@Repository
class OrganizationStore {

    private static final String ROW =
            """
            select o.id, o.number, f.name, f.kind, f.field, p.parent, f.valid_from, o.version,
              exists (select from organization.place c
                where c.parent = o.id and c.valid_to = 'infinity') as has_children
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and f.valid_to = 'infinity'
            """;
    private static final String IN_SCOPE =
            " p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi";
    private static final String NEXT = " and o.number > :after order by o.number limit :limit";

    private static final String TOP = ROW + "where p.path = :top and" + IN_SCOPE + NEXT;
    private static final String CHILDREN = ROW + "where p.parent = :parent and" + IN_SCOPE + NEXT;
    private static final String ALL = ROW + "where" + IN_SCOPE + NEXT;

    /** Names are no personal data, so the trigram index is on a table without a policy. */
    private static final String FOUND =
            ROW
                    + "join organization.label l on l.id = p.id where l.name ilike :pattern and"
                    + IN_SCOPE
                    + NEXT;

    private static final String PAGE =
            """
            select o.id, o.number, f.name, f.kind, f.field, p.parent, f.valid_from, o.version,
              exists (select from organization.place c
                where c.parent = o.id and c.valid_to = 'infinity') as has_children,
              p.path, f.division, f.secretary, f.officers, o.established_on
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and f.valid_to = 'infinity'
            where p.id = :id and p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            """;
    private static final String ANCESTORS =
            """
            select p.id, l.name from organization.place p
            join organization.label l on l.id = p.id
            where p.path in (:paths) and p.valid_from <= :day and p.valid_to > :day
            order by length(p.path)
            """;
    private static final String BODIES =
            """
            select b.id, b.name, b.kind, b.field from organization.link k
            join organization.body_profile b on b.id = k.body and b.valid_to = 'infinity'
            where k.organization = :id and k.valid_to = 'infinity'
            order by b.name, b.id limit 200
            """;

    /** All of one organization. */
    record Details(
            UUID id,
            int number,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            LocalDate validFrom,
            int version,
            boolean hasChildren,
            String path,
            @Nullable String division,
            @Nullable String secretary,
            @Nullable String officers,
            LocalDate establishedOn) {}

    record Body(UUID id, String name, String kind, String field) {}

    private static final RowMapper<OrganizationRow> ROWS =
            new SimplePropertyRowMapper<>(OrganizationRow.class);
    private static final RowMapper<Named> NAMES = new SimplePropertyRowMapper<>(Named.class);
    private static final RowMapper<Body> BODY_ROWS = new SimplePropertyRowMapper<>(Body.class);

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organization that the scope is the subtree of. */
    List<OrganizationRow> top(Scope scope, int after, int limit) {
        return rows(scope.subtree(), after, limit, TOP, "top", scope.subtree().lo());
    }

    List<OrganizationRow> children(Scope scope, UUID parent, int after, int limit) {
        return rows(scope.subtree(), after, limit, CHILDREN, "parent", parent);
    }

    List<OrganizationRow> all(Scope scope, int after, int limit) {
        return rows(scope.subtree(), after, limit, ALL, "unused", "");
    }

    List<OrganizationRow> find(Scope scope, String words, int after, int limit) {
        var pattern = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return rows(scope.subtree(), after, limit, FOUND, "pattern", pattern);
    }

    Optional<Details> get(Scope scope, UUID id) {
        return jdbc.sql(PAGE)
                .param("id", id)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(Details.class)
                .optional();
    }

    List<Named> above(String path, LocalDate day) {
        var paths = new ArrayList<String>();
        for (var end = path.indexOf('/', 1); end >= 0 && end < path.length() - 1; ) {
            paths.add(path.substring(0, end + 1));
            end = path.indexOf('/', end + 1);
        }
        return paths.isEmpty()
                ? List.of()
                : jdbc.sql(ANCESTORS).param("paths", paths).param("day", day).query(NAMES).list();
    }

    List<Body> bodies(UUID organization) {
        return jdbc.sql(BODIES).param("id", organization).query(BODY_ROWS).list();
    }

    private List<OrganizationRow> rows(
            Subtree scope, int after, int limit, String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("after", after)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }
}
