package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.BodyView.Formed;
import org.sunmao.register.Dated;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads bodies. Every statement states the scope; the policy on {@code body_profile} holds it a
 * second time.
 */
@Repository
class BodyStore {

    private static final String SCOPE =
            """
            (select p.id from organization.place p
              where {p} and p.path >= :lo and p.path < :hi)
            """;
    private static final String COLUMNS =
            """
            select f.id, f.name, f.kind, f.field, f.parent, f.valid_from, b.version,
              exists (select from organization.body_profile c
                where c.parent = f.id and {c}
                  and c.organization in %s) as has_children,
              f.headcount, f.credit_code,
            """
                    .formatted(SCOPE);
    private static final String FROM =
            """
            from organization.body_profile f
            join organization.body b on b.id = f.id
            where {f} and f.organization in
            """
                    + SCOPE;
    static final String ROW =
            COLUMNS
                    + """
                      (select count(*)::integer from organization.link k
                        where k.body = f.id and {k}) as organizations
                    """
                    + FROM;

    private static final String TOPS =
            """
             and (f.parent is null or f.parent not in (
              select a.id from organization.body_profile a
              where {a} and a.organization in %s))
            """
                    .formatted(SCOPE);
    private static final String CHILDREN = " and f.parent = :parent";
    private static final String ALL = "";

    /** Names are no personal data, so the trigram index is on a table without a policy. */
    private static final String FOUND =
            """
             and f.id in (select l.id from organization.body_label l
              where {l} and (l.name ilike :pattern or l.reading like :reading))
            """;

    private static final String WITHOUT =
            """
             and not exists (select from organization.link k
              where k.body = f.id and {k})
            """;
    private static final String NEXT = " and f.id > :after order by f.id limit :limit";

    private static final String PAGE = COLUMNS + " f.organization, f.division " + FROM;
    private static final String ONE = PAGE + " and f.id = :id";
    private static final String WITH_CODE =
            "select f.name " + FROM + " and f.credit_code = :code and f.id is distinct from :id";
    private static final String ABOVE =
            """
            with recursive above (id, name, parent, depth) as (
              select id, name, parent, 0 from organization.body_label
              where id = :id and valid_from <= :day and valid_to > :day
              union all
              select l.id, l.name, l.parent, a.depth + 1
              from above a join organization.body_label l on l.id = a.parent
                and l.valid_from <= :day and l.valid_to > :day
              where a.depth < 50)
            select id, name from above order by depth desc
            """;
    private static final Dated FORMED =
            Dated.of(
                    """
                    select l.id, l.name, l.kind, k.valid_from as since
                    from organization.link k
                    join organization.label l on l.id = k.organization and {l}
                    where k.body = :id and {k}
                    order by k.valid_from, l.id limit 200
                    """);

    /** All of one body. */
    record Details(
            UUID id,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            LocalDate validFrom,
            int version,
            boolean hasChildren,
            @Nullable Integer headcount,
            @Nullable String creditCode,
            UUID organization,
            @Nullable String division) {}

    /** Which bodies are listed, behind which and how many. */
    record Listed(
            @Nullable UUID parent,
            @Nullable String words,
            boolean all,
            boolean without,
            UUID after,
            int limit) {}

    private static final RowMapper<BodyItem> ROWS = new SimplePropertyRowMapper<>(BodyItem.class);
    private static final RowMapper<Details> DETAILS = new SimplePropertyRowMapper<>(Details.class);
    private static final RowMapper<Named> NAMES = new SimplePropertyRowMapper<>(Named.class);
    private static final RowMapper<Formed> FORMED_ROWS =
            new SimplePropertyRowMapper<>(Formed.class);

    private final JdbcClient jdbc;

    BodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BodyItem> list(Scope scope, Listed listed) {
        var words = listed.words();
        var which =
                words != null
                        ? FOUND
                        : listed.parent() != null
                                ? CHILDREN
                                : listed.all() || listed.without() ? ALL : TOPS;
        var query =
                in(scope, ROW + which + (listed.without() ? WITHOUT : "") + NEXT)
                        .param("after", listed.after())
                        .param("limit", listed.limit());
        if (words != null) {
            query.param("pattern", NameReading.anywhere(words))
                    .param("reading", NameReading.pattern(words));
        } else if (listed.parent() != null) {
            query.param("parent", listed.parent());
        }
        return query.query(ROWS).list();
    }

    Optional<Details> get(Scope scope, UUID id) {
        return in(scope, ONE).param("id", id).query(DETAILS).optional();
    }

    /** The name of another body of the scope that has the code today. */
    Optional<String> withCode(Scope scope, String code, @Nullable UUID but) {
        return in(scope, WITH_CODE)
                .param("code", code)
                .param("id", but, Types.OTHER)
                .query(String.class)
                .optional();
    }

    /** A body and those above it, from the top; names are no secret to whoever knows the id. */
    List<Named> line(UUID id, LocalDate day) {
        return jdbc.sql(ABOVE).param("id", id).param("day", day).query(NAMES).list();
    }

    List<Formed> formed(Scope scope, UUID body) {
        return jdbc.sql(FORMED.on(scope))
                .param("id", body)
                .param("day", scope.day())
                .query(FORMED_ROWS)
                .list();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(Dated.of(sql).on(scope))
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi());
    }
}
