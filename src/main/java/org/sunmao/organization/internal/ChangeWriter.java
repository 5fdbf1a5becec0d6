package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.organization.internal.ChangeFacts.End;
import org.sunmao.organization.internal.ChangeFacts.Succession;
import org.sunmao.register.FromDay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what a change does to organizations and bodies, all of one kind in one statement. */
@Repository
class ChangeWriter {

    /** Until the transaction ends, nothing is entered and nothing else is moved. */
    private static final String LOCK_TREE =
            "select pg_advisory_xact_lock(hashtextextended('organization.place', 0))";

    /** Entering looks up where the parent stands: meanwhile nothing moves. */
    private static final String SHARE_TREE =
            "select pg_advisory_xact_lock_shared(hashtextextended('organization.place', 0))";

    private static final String LOCK =
            """
            select id from organization.organization where id = any(:ids) order by id for update
            """;
    private static final String BUMP =
            "update organization.organization set version = version + 1 where id = any(:ids)";

    private static final String END_PROFILE_OF_THE_DAY =
            "delete from organization.profile where id = any(:ids) and valid_from >= :day";
    private static final String END_PROFILE =
            "update organization.profile set valid_to = :day where id = any(:ids) and valid_to >"
                    + " :day";
    private static final String END_PLACE_OF_THE_DAY =
            "delete from organization.place where id = any(:ids) and valid_from >= :day";
    private static final String END_PLACE =
            "update organization.place set valid_to = :day where id = any(:ids) and valid_to >"
                    + " :day";
    private static final String END =
            """
            update organization.organization set ended_on = :day, version = version + 1
            where id = any(:ids)
            """;

    /** Of one inside another that is moved, too, the nearer says where it goes. */
    private static final String MOVE =
            """
            with hit as materialized (
              select distinct on (p.id, p.valid_from) p.id, p.valid_from, p.valid_to,
                m.path || substr(p.path, length(m.old) + 1) as path,
                case when p.path = m.old then m.parent else p.parent end as parent
              from unnest(:ids, :olds, :news, :parents) as m (id, old, path, parent)
              join organization.place p
                on p.path >= m.old and p.path < left(m.old, -1) || '0' and p.valid_to > :day
              order by p.id, p.valid_from, length(m.old) desc),
            later as (
              update organization.place p set path = h.path, parent = h.parent from hit h
              where p.id = h.id and p.valid_from = h.valid_from and p.valid_from >= :day),
            closed as (
              update organization.place p set valid_to = :day from hit h
              where p.id = h.id and p.valid_from = h.valid_from and p.valid_from < :day
              returning h.id, h.valid_to, h.parent, h.path)
            insert into organization.place (id, valid_from, valid_to, parent, path)
            select id, :day, valid_to, parent, path from closed
            """;

    private static final String HAND_LINKS =
            """
            insert into organization.link (organization, body, valid_from, valid_to)
            select target, body, lower(days), upper(days) from (
              select x.target, k.body, unnest(
                range_agg(daterange(greatest(k.valid_from, :day), k.valid_to))
                - coalesce((select range_agg(t.valid) from organization.link t
                  where t.organization = x.target and t.body = k.body), '{}')) as days
              from organization.link k
              join unnest(:sources, :targets) as x (source, target) on x.source = k.organization
              where k.valid_to > :day
              group by x.target, k.body) h
            """;
    private static final String END_LINKS_OF_THE_DAY =
            "delete from organization.link where organization = any(:ids) and valid_from >= :day";
    private static final String END_LINKS =
            """
            update organization.link set valid_to = :day
            where organization = any(:ids) and valid_to > :day
            """;

    private static final String BODIES =
            """
            select distinct b.id, l.name, b.organization as source, x.target
            from organization.body_profile b
            join organization.body_label l on l.id = b.id and l.valid_to = 'infinity'
            join unnest(:sources, :targets) as x (source, target) on x.source = b.organization
            where b.valid_to > :day order by l.name, b.id
            """;
    private static final String HAND_BODIES =
            FromDay.sql(
                    "organization.body_profile",
                    new Columns(BodyFields.ALL).names(),
                    """
                    select b.id, b.valid_from, x.target from organization.body_profile b
                    join unnest(:sources, :targets) as x (source, target)
                      on x.source = b.organization
                    where b.valid_to > :day
                    """,
                    Map.of("organization", "target"));
    private static final String BUMP_BODIES =
            "update organization.body set version = version + 1 where id = any(:ids)";

    private static final String SUCCEED =
            """
            insert into organization.succession (predecessor, successor, on_day, kind, change)
            select predecessor, successor, :day, min(kind), :change
            from unnest(:predecessors, :successors, :kinds)
              as x (predecessor, successor, kind)
            group by predecessor, successor
            """;
    private static final String TASK =
            """
            insert into organization.task (organization, task, review_months, review_on)
            values (:organization, :task, :months, :review)
            """;

    /** A body that came to lie in the charge of another. */
    record BodyMoved(UUID id, String name, UUID source, UUID target) {}

    private static final RowMapper<BodyMoved> BODY_ROWS =
            new SimplePropertyRowMapper<>(BodyMoved.class);

    private final JdbcClient jdbc;

    ChangeWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockTree() {
        jdbc.sql(LOCK_TREE).query((_, _) -> true).single();
    }

    void shareTree() {
        jdbc.sql(SHARE_TREE).query((_, _) -> true).single();
    }

    void lock(Collection<UUID> organizations) {
        jdbc.sql(LOCK).param("ids", array(organizations)).query(UUID.class).list();
    }

    void bump(Collection<UUID> organizations) {
        jdbc.sql(BUMP).param("ids", array(organizations)).update();
    }

    /** From the day on they are nothing; where they stood is closed last, by {@link #leave}. */
    void end(Collection<UUID> organizations, LocalDate day) {
        for (var sql : List.of(END_PROFILE_OF_THE_DAY, END_PROFILE, END)) {
            jdbc.sql(sql).param("ids", array(organizations)).param("day", day).update();
        }
    }

    /** They stand nowhere any more, and are in nobody's scope. */
    void leave(Collection<UUID> organizations, LocalDate day) {
        for (var sql : List.of(END_PLACE_OF_THE_DAY, END_PLACE)) {
            jdbc.sql(sql).param("ids", array(organizations)).param("day", day).update();
        }
    }

    void move(List<ChangePaths.Moved> moved, LocalDate day) {
        jdbc.sql(MOVE)
                .param("day", day)
                .param("ids", array(moved.stream().map(ChangePaths.Moved::id).toList()))
                .param("olds", texts(moved.stream().map(ChangePaths.Moved::from).toList()))
                .param("news", texts(moved.stream().map(ChangePaths.Moved::to).toList()))
                .param("parents", array(moved.stream().map(ChangePaths.Moved::parent).toList()))
                .update();
    }

    /** Links and bodies go to where everything goes; links that lead nowhere end. */
    List<BodyMoved> hand(Map<UUID, End> ended, LocalDate day) {
        var bodies = handing(BODIES, ended, day).query(BODY_ROWS).list();
        handing(HAND_BODIES, ended, day).update();
        jdbc.sql(BUMP_BODIES)
                .param("ids", array(bodies.stream().map(BodyMoved::id).distinct().toList()))
                .update();
        handing(HAND_LINKS, ended, day).update();
        for (var sql : List.of(END_LINKS_OF_THE_DAY, END_LINKS)) {
            jdbc.sql(sql).param("ids", array(ended.keySet())).param("day", day).update();
        }
        return bodies;
    }

    void succeed(UUID change, LocalDate day, List<Succession> successions) {
        jdbc.sql(SUCCEED)
                .param("day", day)
                .param("change", change)
                .param(
                        "predecessors",
                        array(successions.stream().map(Succession::predecessor).toList()))
                .param(
                        "successors",
                        array(successions.stream().map(Succession::successor).toList()))
                .param("kinds", texts(successions.stream().map(Succession::kind).toList()))
                .update();
    }

    void task(UUID organization, String task, int months, LocalDate review) {
        jdbc.sql(TASK)
                .param("organization", organization)
                .param("task", task)
                .param("months", months)
                .param("review", review)
                .update();
    }

    private JdbcClient.StatementSpec handing(String sql, Map<UUID, End> ended, LocalDate day) {
        var sources = new ArrayList<UUID>();
        var targets = new ArrayList<UUID>();
        ended.forEach((id, end) -> add(sources, targets, id, end.target()));
        return jdbc.sql(sql)
                .param("day", day)
                .param("sources", array(sources))
                .param("targets", array(targets));
    }

    private static void add(
            List<UUID> sources, List<UUID> targets, UUID source, @Nullable UUID target) {
        if (target != null) {
            sources.add(source);
            targets.add(target);
        }
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
