package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.Organizations.Holder;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.Dated;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads organizations. Every statement states the scope; the policy on {@code profile} holds it a
 * second time.
 */
@Repository
class OrganizationStore {

    static final String ROW =
            """
            select o.id, o.number, f.name, f.kind, f.field, p.parent, f.valid_from, o.version,
              exists (select from organization.place c
                where c.parent = o.id and {c}) as has_children
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and {f}
            """;
    private static final String IN_SCOPE = " {p} and p.path >= :lo and p.path < :hi";
    private static final String NEXT = " and o.number > :after order by o.number limit :limit";

    private static final Dated TOP = Dated.of(ROW + "where p.path = :top and" + IN_SCOPE + NEXT);
    private static final Dated CHILDREN =
            Dated.of(ROW + "where p.parent = :parent and" + IN_SCOPE + NEXT);
    private static final Dated ALL = Dated.of(ROW + "where" + IN_SCOPE + NEXT);

    /** Names are no personal data, so the trigram index is on a table without a policy. */
    private static final Dated FOUND =
            Dated.of(
                    ROW
                            + "join organization.label l on l.id = p.id and {l}"
                            + " where (l.name ilike :pattern or l.reading like :reading) and"
                            + IN_SCOPE
                            + NEXT);

    private static final Dated PAGE =
            Dated.of(
                    """
                    select o.id, o.number, f.name, f.kind, f.field, p.parent, f.valid_from,
                      o.version, exists (select from organization.place c
                        where c.parent = o.id and {c}) as has_children,
                      p.path, f.branch_class, f.division, o.established_on,
                      nullif(o.ended_on, 'infinity') as ended_on
                    from organization.place p
                    join organization.organization o on o.id = p.id
                    join organization.profile f on f.id = p.id and {f}
                    where p.id = :id and {p} and p.path >= :lo and p.path < :hi
                    """);
    private static final String ANCESTORS =
            """
            select p.id, l.name from organization.place p
            join organization.label l on l.id = p.id
            where p.path in (:paths) and p.valid_from <= :day and p.valid_to > :day
              and l.valid_from <= :day and l.valid_to > :day
            order by length(p.path)
            """;

    /** Bodies by their labels: one that lies in the charge of others is named all the same. */
    private static final Dated BODIES =
            Dated.of(
                    """
                    select b.id, b.name, b.kind, b.field, k.valid_from as since
                    from organization.link k
                    join organization.body_label b on b.id = k.body and {b}
                    where k.organization = :id and {k}
                    order by b.name, b.id limit 200
                    """);

    private static final String ENDED_ON =
            """
            select o.ended_on from organization.organization o
            join organization.place p on p.id = o.id and p.valid_to = o.ended_on
            where o.id = :id and o.ended_on <= :day and p.path >= :lo and p.path < :hi
            """;
    private static final String KIND =
            "select kind from organization.label where id = :id and valid_to = 'infinity'";
    private static final String KINDS_BELOW =
            """
            select distinct l.kind from organization.place p
            join organization.label l on l.id = p.id and l.valid_to = 'infinity'
            where p.parent = :id and p.valid_to = 'infinity'
            """;
    private static final String HOLDERS_OF =
            """
            select o.id, l.name, coalesce(f.kind, l.kind) as kind,
              case when o.ended_on <= :day then o.ended_on end as ended_on,
              exists (select from organization.place c where c.parent = o.id
                and c.valid_from <= :day and c.valid_to > :day) as has_children
            from organization.organization o
            join organization.label l on l.id = o.id and l.valid_to = 'infinity'
            left join organization.profile f
              on f.id = o.id and f.valid_from <= :day and f.valid_to > :day
            where o.id = any (:ids) and o.established_on <= :day
            order by o.id for share of o
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
            @Nullable String branchClass,
            @Nullable String division,
            LocalDate establishedOn,
            @Nullable LocalDate endedOn) {}

    record Body(UUID id, String name, String kind, String field, LocalDate since) {}

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
        return rows(scope, after, limit, TOP, "top", scope.subtree().lo());
    }

    List<OrganizationRow> children(Scope scope, UUID parent, int after, int limit) {
        return rows(scope, after, limit, CHILDREN, "parent", parent);
    }

    List<OrganizationRow> all(Scope scope, int after, int limit) {
        return rows(scope, after, limit, ALL, "unused", "");
    }

    List<OrganizationRow> find(Scope scope, String words, int after, int limit) {
        return jdbc.sql(FOUND.on(scope))
                .param("day", scope.day())
                .param("pattern", NameReading.anywhere(words))
                .param("reading", NameReading.pattern(words))
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("after", after)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    Optional<Details> get(Scope scope, UUID id) {
        return jdbc.sql(PAGE.on(scope))
                .param("id", id)
                .param("day", scope.day())
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

    List<Body> bodies(Scope scope, UUID organization) {
        return jdbc.sql(BODIES.on(scope))
                .param("id", organization)
                .param("day", scope.day())
                .query(BODY_ROWS)
                .list();
    }

    /** The day from which an organization of the scope is no more, if that has come. */
    Optional<LocalDate> endedOn(Scope scope, UUID id) {
        return jdbc.sql(ENDED_ON)
                .param("id", id)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(LocalDate.class)
                .optional();
    }

    /** The kind of today, of any organization. */
    Optional<String> kind(UUID id) {
        return jdbc.sql(KIND).param("id", id).query(String.class).optional();
    }

    /** The kinds of the organizations directly below. */
    List<String> kindsBelow(UUID id) {
        return jdbc.sql(KINDS_BELOW).param("id", id).query((row, _) -> row.getString(1)).list();
    }

    Optional<Holder> holder(UUID id, LocalDate day) {
        return Optional.ofNullable(holders(List.of(id), day).get(id));
    }

    /** The same of many at once; those that were not there yet are left out. */
    Map<UUID, Holder> holders(Collection<UUID> ids, LocalDate day) {
        var holders = new HashMap<UUID, Holder>();
        jdbc.sql(HOLDERS_OF)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", day)
                .query(
                        row -> {
                            holders.put(row.getObject("id", UUID.class), holder(row));
                        });
        return holders;
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getString("name"),
                row.getString("kind"),
                row.getObject("ended_on", LocalDate.class),
                row.getBoolean("has_children"));
    }

    private List<OrganizationRow> rows(
            Scope scope, int after, int limit, Dated sql, String name, Object value) {
        return jdbc.sql(sql.on(scope))
                .param(name, value)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("after", after)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }
}
