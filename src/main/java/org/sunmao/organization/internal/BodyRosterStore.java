package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what bodies are today, many at once, and takes back those that an import made. */
@Repository
class BodyRosterStore {

    private static final String SCOPE =
            """
            from organization.body_profile f
            where f.valid_to = 'infinity' and f.organization in (
              select p.id from organization.place p
              where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi)
            """;
    private static final String STANDING =
            """
            select f.id, b.version, f.name, f.kind, f.field, f.parent, f.organization, f.division,
              f.credit_code, f.headcount
            from organization.body b join (select f.*
            """
                    + SCOPE
                    + ") f on f.id = b.id order by f.id";
    private static final String LINKS =
            """
            select k.body, k.organization from organization.link k
            where k.valid_to = 'infinity' and k.body in (select f.id
            """
                    + SCOPE
                    + ")";
    private static final String TAKEN = "select organization.codes_taken(:codes)";

    /** Links that are not of the day on which the body was made, or no more. */
    private static final String OTHER_LINKS =
            """
            select k.body from organization.link k
            join organization.body_profile f on f.id = k.body
            where k.body = any(:ids)
            group by k.body, k.organization, k.valid_from, k.valid_to
            having k.valid_from <> min(f.valid_from) or k.valid_to < 'infinity'
            """;

    private static final String CHILDREN =
            "select distinct id, parent from organization.body_label where parent = any(:ids)";

    /** Links first: without its profile a body is in nobody's scope. */
    private static final List<String> REMOVE =
            List.of(
                    "delete from organization.link where body = any(:ids)",
                    "delete from organization.body_profile where id = any(:ids)",
                    "delete from organization.body_label where id = any(:ids)",
                    "delete from organization.body where id = any(:ids)");

    private static final String UNLINK =
            """
            delete from organization.link
            where organization = :organization and body = :body and valid_from = :day
              and valid_to = 'infinity'
            """;

    private static final String LINKED =
            """
            select exists (select from organization.link
              where organization = :organization and body = :body and valid_from = :day
                and valid_to = 'infinity')
            """;

    /** What a body is today. */
    record Standing(
            UUID id,
            int version,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            UUID organization,
            @Nullable String division,
            @Nullable String creditCode,
            @Nullable Integer headcount) {

        Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("name", name);
            values.put("kind", kind);
            values.put("field", field);
            values.put("division", division);
            values.put("creditCode", creditCode);
            values.put("headcount", headcount);
            return values;
        }
    }

    /** A body below another. */
    record Below(UUID id, UUID parent) {}

    private static final RowMapper<Standing> ROWS = new SimplePropertyRowMapper<>(Standing.class);
    private static final RowMapper<Below> BELOW = new SimplePropertyRowMapper<>(Below.class);

    private final JdbcClient jdbc;

    BodyRosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> standing(Scope scope) {
        return in(scope, STANDING).query(ROWS).list();
    }

    /** The organizations that each is linked to. */
    Map<UUID, Set<UUID>> links(Scope scope) {
        var links = new HashMap<UUID, Set<UUID>>();
        in(scope, LINKS)
                .query(
                        (row, _) ->
                                links.computeIfAbsent(
                                                row.getObject("body", UUID.class),
                                                _ -> new HashSet<>())
                                        .add(row.getObject("organization", UUID.class)))
                .list();
        return links;
    }

    /** Which of the codes belong to a body, also to one outside the scope. */
    Set<String> taken(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql(TAKEN)
                                .param("codes", codes.toArray(String[]::new))
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    Set<UUID> otherwiseLinked(Collection<UUID> ids) {
        return Set.copyOf(
                jdbc.sql(OTHER_LINKS)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** Who stood below them on any day. */
    List<Below> children(Collection<UUID> ids) {
        return jdbc.sql(CHILDREN).param("ids", ids.toArray(UUID[]::new)).query(BELOW).list();
    }

    /** They never were. */
    void remove(Collection<UUID> ids) {
        for (var sql : REMOVE) {
            jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).update();
        }
    }

    /** Whether a link that began on the day is there and has not ended. */
    boolean linked(UUID organization, UUID body, LocalDate day) {
        return link(LINKED, organization, body, day).query(Boolean.class).single();
    }

    /** A link that began on the day never was. */
    void unlink(UUID organization, UUID body, LocalDate day) {
        link(UNLINK, organization, body, day).update();
    }

    private JdbcClient.StatementSpec link(String sql, UUID organization, UUID body, LocalDate day) {
        return jdbc.sql(sql)
                .param("organization", organization)
                .param("body", body)
                .param("day", day);
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql).param("lo", scope.subtree().lo()).param("hi", scope.subtree().hi());
    }
}
