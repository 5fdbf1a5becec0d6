package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.Relations;
import org.sunmao.organization.Relations.Held;
import org.sunmao.organization.internal.ChangeFacts.Later;
import org.sunmao.organization.internal.ChangeFacts.Member;
import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeStep.Merge;
import org.sunmao.organization.internal.ChangeStep.Revoke;
import org.sunmao.organization.internal.ChangeStep.Split;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Gathers what is known of all organizations a change touches: a few statements for any number. */
@Repository
class ChangeSurvey {

    /** Names and kinds come from labels: they are there for those outside the scope, too. */
    private static final String ORGANIZATIONS =
            """
            select o.id, o.version, l.name, l.kind, f.field, p.parent, p.path, o.established_on,
              o.ended_on,
              (select max(q.valid_from) from organization.place q
                where q.id = o.id and q.valid_from > :day) as moved,
              (select min(m.valid_from) from organization.label m
                where m.id = o.id and m.valid_from > :day and m.name <> l.name) as renamed,
              (select min(m.valid_from) from organization.label m
                where m.id = o.id and m.valid_from > :day and m.kind <> l.kind) as kind_changed,
              (select max(g.valid_from) from organization.profile g
                where g.id = o.id and g.valid_from > :day) as described,
              (select count(*) from organization.body_profile b
                where b.organization = o.id and b.valid_to > :day)
                + (select count(*) from organization.link k
                  where k.organization = o.id and k.valid_to > :day) as ties
            from organization.organization o
            join organization.label l
              on l.id = o.id and l.valid_from <= :day and l.valid_to > :day
            join lateral (select q.parent, q.path from organization.place q where q.id = o.id
              order by q.valid_from <= :day and q.valid_to > :day desc, q.valid_from limit 1) p
              on true
            left join organization.profile f
              on f.id = o.id and f.valid_from <= :day and f.valid_to > :day
            where o.id = any(:ids)
            """;

    private static final String CHILDREN =
            """
            select distinct p.parent, p.id from organization.place p
            where p.parent = any(:ids) and p.valid_to > :day order by p.parent, p.id
            """;
    private static final String BODIES =
            """
            select id, name from organization.body_label
            where id = any(:ids) and valid_to = 'infinity'
            """;

    private static final String BODIES_WITHIN =
            """
            select b.id from organization.body_profile b
            join organization.place p on p.id = b.organization and p.valid_to = 'infinity'
            where b.id = any(:ids) and b.valid_to = 'infinity'
              and p.path >= :lo and p.path < :hi
            """;

    private static final String WITHIN =
            """
            select id from organization.place
            where id = any(:ids) and valid_to = 'infinity' and path >= :lo and path < :hi
            """;
    private static final String LAST_WITHIN =
            """
            select id from (
              select distinct on (id) id, path from organization.place
              where id = any(:ids) order by id, valid_from desc) p
            where path >= :lo and path < :hi
            """;
    private static final String COMMITTEE =
            """
            select count(*) > 0 from organization.label
            where id = :id and valid_to = 'infinity' and kind in ('committee', 'work-committee')
            """;

    private final JdbcClient jdbc;
    private final Relations relations;

    ChangeSurvey(JdbcClient jdbc, Relations relations) {
        this.jdbc = jdbc;
        this.relations = relations;
    }

    /** Of all that steps speak of, those below them and all above them. */
    ChangeFacts facts(List<ChangeStep> steps, LocalDate on, LocalDate today) {
        var known = new HashMap<UUID, Organization>();
        var named = touched(steps);
        var children = children(named, on);
        var wanted = new HashSet<UUID>(named);
        children.values().forEach(wanted::addAll);
        var held = relations.held(wanted, on);
        for (Set<UUID> next = wanted; !next.isEmpty(); ) {
            var found = organizations(next, on, children, held);
            found.forEach(organization -> known.put(organization.id(), organization));
            next = new HashSet<>();
            for (var organization : found) {
                var parent = organization.parent();
                if (parent != null && !known.containsKey(parent)) {
                    next.add(parent);
                }
            }
        }
        return new ChangeFacts(today, known, holders(steps, on), bodies(steps));
    }

    /** Those of the organizations that lie in the scope's subtree. */
    Set<UUID> within(Scope scope, Collection<UUID> organizations) {
        return within(WITHIN, scope, organizations);
    }

    /** Those of the bodies that are in the charge of an organization there. */
    Set<UUID> bodiesWithin(Scope scope, Collection<UUID> bodies) {
        return within(BODIES_WITHIN, scope, bodies);
    }

    private Set<UUID> within(String sql, Scope scope, Collection<UUID> ids) {
        return new HashSet<>(
                jdbc.sql(sql)
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("lo", scope.subtree().lo())
                        .param("hi", scope.subtree().hi())
                        .query(UUID.class)
                        .list());
    }

    /** The same of organizations, but one that has ended counts where it stood last. */
    Set<UUID> everWithin(Scope scope, Collection<UUID> organizations) {
        return within(LAST_WITHIN, scope, organizations);
    }

    boolean committee(@Nullable UUID organization) {
        return organization != null
                && jdbc.sql(COMMITTEE).param("id", organization).query(Boolean.class).single();
    }

    /** The organizations that steps speak of; those to be founded among them. */
    static Set<UUID> touched(List<ChangeStep> steps) {
        var touched = new LinkedHashSet<UUID>();
        for (var step : steps) {
            step.changed().forEach(named -> touched.add(named.organization()));
            step.places().forEach(named -> touched.add(named.organization()));
            if (step instanceof Establish founding) {
                touched.add(founding.id());
            }
        }
        return touched;
    }

    private List<Organization> organizations(
            Collection<UUID> ids,
            LocalDate on,
            Map<UUID, List<UUID>> children,
            Map<UUID, Held> held) {
        return jdbc.sql(ORGANIZATIONS)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", on)
                .query(
                        (row, _) -> {
                            var id = row.getObject("id", UUID.class);
                            return organization(
                                    row,
                                    id,
                                    held.getOrDefault(id, Held.NOBODY),
                                    children.getOrDefault(id, List.of()));
                        })
                .list();
    }

    private static Organization organization(ResultSet row, UUID id, Held held, List<UUID> children)
            throws SQLException {
        var ended = row.getObject("ended_on", LocalDate.class);
        return new Organization(
                id,
                row.getInt("version"),
                row.getString("name"),
                row.getString("kind"),
                Objects.requireNonNullElse(row.getString("field"), ""),
                row.getObject("parent", UUID.class),
                row.getString("path"),
                row.getObject("established_on", LocalDate.class),
                ended.equals(LocalDate.MAX) ? null : ended,
                new Later(
                        day(row, "moved"),
                        day(row, "renamed"),
                        day(row, "kind_changed"),
                        day(row, "described")),
                held.held(),
                held.full(),
                held.print(),
                row.getInt("ties"),
                children);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private Map<UUID, List<UUID>> children(Collection<UUID> ids, LocalDate on) {
        var children = new HashMap<UUID, List<UUID>>();
        jdbc.sql(CHILDREN)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", on)
                .query(
                        (row, _) ->
                                children.computeIfAbsent(
                                                row.getObject(1, UUID.class),
                                                _ -> new ArrayList<>())
                                        .add(row.getObject(2, UUID.class)))
                .list();
        return children;
    }

    private Map<UUID, Member> holders(List<ChangeStep> steps, LocalDate on) {
        var named = new HashSet<UUID>();
        for (var step : steps) {
            switch (step) {
                case Merge merge -> merge.exceptions().forEach(e -> named.add(e.member()));
                case Revoke revoke -> revoke.exceptions().forEach(e -> named.add(e.member()));
                case Split split -> split.parts().forEach(part -> named.addAll(part.members()));
                case Establish _,
                        ChangeStep.Rename _,
                        ChangeStep.ChangeKind _,
                        ChangeStep.Move _ -> {}
            }
        }
        var holders = new HashMap<UUID, Member>();
        relations
                .holders(named, on)
                .forEach(
                        (id, held) ->
                                holders.put(id, new Member(held.organization(), held.full())));
        return holders;
    }

    private Map<UUID, String> bodies(List<ChangeStep> steps) {
        var named = new HashSet<UUID>();
        for (var step : steps) {
            if (step instanceof Establish founding) {
                named.addAll(founding.bodies());
            }
        }
        var names = new HashMap<UUID, String>();
        jdbc.sql(BODIES)
                .param("ids", named.toArray(UUID[]::new))
                .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return names;
    }
}
