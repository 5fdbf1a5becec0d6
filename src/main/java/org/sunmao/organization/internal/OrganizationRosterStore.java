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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what organizations are today, many at once, and takes back those that an import made. */
@Repository
class OrganizationRosterStore {

    private static final String STANDING =
            """
            select f.id, o.version, f.kind, f.field, f.branch_class, f.division, o.established_on
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and f.valid_to = 'infinity'
            where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            """;
    private static final String FIRST_PLACE =
            """
            select valid_to from organization.place where id = :id order by valid_from limit 1
            """;

    /** What hangs on organizations, each with the word for it. */
    private static final String HANGING =
            """
            select organization, what from (
              select organization, '任职' as what from organization.post
              union all select organization, '届期' from organization.term
              union all select organization, '关联的单位' from organization.link
              union all select organization, '归口的单位' from organization.body_profile
              union all select organization, '机构变更' from organization.change
              union all select organization, '机构变更' from organization.change_touch
              union all select organization, '任务' from organization.task
              union all select predecessor, '机构变更' from organization.succession
              union all select successor, '机构变更' from organization.succession) x
            where organization = any(:ids)
            """;

    private static final String NAMED =
            """
            select p.id, p.parent, l.name from organization.place p
            join organization.label l on l.id = p.id and l.valid_to = 'infinity'
            where p.id = any(:ids) and p.valid_to = 'infinity'
            """;
    private static final String CHILDREN =
            "select distinct parent, id from organization.place where parent = any(:ids)";

    /** Profiles first: without a place they are in nobody's scope. */
    private static final String[] REMOVE = {
        "delete from organization.profile where id = any(:ids)",
        "delete from organization.label where id = any(:ids)",
        "delete from organization.place where id = any(:ids)",
        "delete from organization.organization where id = any(:ids)"
    };

    /** What an organization is today. */
    record Standing(
            UUID id,
            int version,
            String kind,
            String field,
            @Nullable String branchClass,
            @Nullable String division,
            LocalDate establishedOn) {

        Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("kind", kind);
            values.put("field", field);
            values.put("branchClass", branchClass);
            values.put("division", division);
            values.put("establishedOn", establishedOn);
            return values;
        }
    }

    record Named(UUID id, @Nullable UUID parent, String name) {}

    record Below(UUID id, UUID parent) {}

    private static final RowMapper<Standing> ROWS = new SimplePropertyRowMapper<>(Standing.class);

    private static final RowMapper<Named> NAMES = new SimplePropertyRowMapper<>(Named.class);

    private final JdbcClient jdbc;

    OrganizationRosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Standing> standing(Scope scope) {
        var standing = new HashMap<UUID, Standing>();
        jdbc.sql(STANDING)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(ROWS)
                .list()
                .forEach(row -> standing.put(row.id(), row));
        return standing;
    }

    /** Until when it stood where it first stood. */
    Optional<LocalDate> firstPlaceTo(UUID id) {
        return jdbc.sql(FIRST_PLACE)
                .param("id", id)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** What hangs on each of them but other organizations, in a word. */
    Map<UUID, String> hanging(Collection<UUID> ids) {
        var hanging = new HashMap<UUID, String>();
        jdbc.sql(HANGING)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                hanging.put(
                                        row.getObject("organization", UUID.class),
                                        row.getString("what")))
                .list();
        return hanging;
    }

    /** Who stood below them on any day. */
    List<Below> children(Collection<UUID> ids) {
        return jdbc.sql(CHILDREN)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                new Below(
                                        row.getObject("id", UUID.class),
                                        row.getObject("parent", UUID.class)))
                .list();
    }

    /** What they are called and what they stand below today. */
    Map<UUID, Named> named(Collection<UUID> ids) {
        var named = new HashMap<UUID, Named>();
        jdbc.sql(NAMED)
                .param("ids", ids.toArray(UUID[]::new))
                .query(NAMES)
                .list()
                .forEach(one -> named.put(one.id(), one));
        return named;
    }

    /** They never were. */
    void remove(Collection<UUID> ids) {
        for (var sql : REMOVE) {
            jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).update();
        }
    }
}
