package org.sunmao.member.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Relations;
import org.sunmao.register.FromDay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Moves the relations of members, as many as there are, in a few statements. */
@Repository
class MemberRelations implements Relations {

    private static final String HELD =
            """
            select f.organization, count(distinct f.id)::integer as held,
              (count(*) filter (where f.valid_from <= :day and f.status = 'full'))::integer as full,
              md5(string_agg(f.id::text || f.valid_from || m.version, ',' order by f.id,
                f.valid_from)) as print
            from member.profile f join member.member m on m.id = f.id
            where f.organization = any(:organizations) and f.valid_to > :day
            group by f.organization
            """;
    private static final String HOLDERS =
            """
            select id, organization, status = 'full' as full from member.profile
            where id = any(:members) and valid_from <= :day and valid_to > :day
            """;

    /** Where a row goes: a member who is named first of all, then with the rest. */
    private static final String TARGET =
            """
            coalesce(
              (select x.target from unnest(:named, :named_from, :named_to)
                x (member, source, target)
                where x.member = t.%1$s and x.source = t.organization),
              (select x.target from unnest(:all_from, :all_to) x (source, target)
                where x.source = t.organization)) as target
            """;

    private static final String GOING =
            """
            select g.id, g.valid_from, g.organization, g.target from (
              select t.id, t.valid_from, t.organization, %s from member.profile t
              where t.organization = any(:sources) and t.valid_to > :day) g
            where g.target is not null
            """
                    .formatted(TARGET.formatted("id"));
    private static final String MOVED =
            """
            select distinct id as member, organization as "from", target as "to" from (%s) m
            order by 2, 3, 1
            """
                    .formatted(GOING);
    private static final String MOVE =
            FromDay.sql(
                    "member.profile", MemberCodec.COLUMNS, GOING, Map.of("organization", "target"));

    private static final String LEAVING =
            """
            select t.id, t.valid_from, t.organization, t.party_group, null::uuid as no_group
            from member.profile t
            where t.party_group is not null and t.valid_to > :day
              and (t.id = any(:members) or t.party_group = any(:groups))
              and not exists (select from organization.place_published g
                join organization.place_published o on starts_with(g.path, o.path)
                where g.id = t.party_group and o.id = t.organization
                  and g.valid_from <= :day and g.valid_to > :day
                  and o.valid_from <= :day and o.valid_to > :day)
            """;
    private static final String LEAVERS =
            "select distinct id, organization, party_group from (%s) l order by id"
                    .formatted(LEAVING);
    private static final String LEAVE =
            FromDay.sql(
                    "member.profile",
                    MemberCodec.COLUMNS,
                    LEAVING,
                    Map.of("party_group", "no_group"));

    private static final String MOVE_TERMS =
            """
            with hit as materialized (
              select g.* from (
                select t.term, t.member, t.valid_from, %s from member.term t
                where t.organization = any(:sources) and t.valid_to > :day) g
              where g.target is not null),
            later as (
              update member.term t set organization = h.target from hit h
              where t.term = h.term and t.member = h.member and t.valid_from = h.valid_from
                and t.valid_from >= :day),
            closed as (
              update member.term t set valid_to = :day from hit h
              where t.term = h.term and t.member = h.member and t.valid_from = h.valid_from
                and t.valid_from < :day
              returning t.term, t.member, h.target, old.valid_to as until)
            insert into member.term (term, member, organization, valid_from, valid_to)
            select term, member, target, :day, until from closed
            """
                    .formatted(TARGET.formatted("member"));
    private static final String RAISE =
            "update member.member set version = version + 1 where id = any(:members)";
    private static final String LOCK =
            "select id from member.member where id = any(:members) order by id for update";
    private static final String NAMES =
            """
            select distinct on (id) id, name from member.profile where id = any(:members)
            order by id, valid_from desc
            """;

    private static final String PEOPLE =
            """
            select distinct on (id) id, name, sex, born_on from member.profile
            where id = any(:members) order by id, valid_from desc
            """;

    private static final RowMapper<Moved> MOVED_ROWS = new SimplePropertyRowMapper<>(Moved.class);

    private final JdbcClient jdbc;
    private final Journal journal;

    MemberRelations(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public Map<UUID, Held> held(Collection<UUID> organizations, LocalDate day) {
        var held = new HashMap<UUID, Held>();
        jdbc.sql(HELD)
                .param("organizations", array(organizations))
                .param("day", day)
                .query(
                        (row, _) ->
                                held.put(
                                        row.getObject(1, UUID.class),
                                        new Held(row.getInt(2), row.getInt(3), row.getString(4))))
                .list();
        return held;
    }

    @Override
    public Map<UUID, Holding> holders(Collection<UUID> members, LocalDate day) {
        var holders = new HashMap<UUID, Holding>();
        jdbc.sql(HOLDERS)
                .param("members", array(members))
                .param("day", day)
                .query(
                        (row, _) ->
                                holders.put(
                                        row.getObject(1, UUID.class),
                                        new Holding(
                                                row.getObject(2, UUID.class), row.getBoolean(3))))
                .list();
        return holders;
    }

    @Override
    public List<Moved> move(Scope scope, UUID change, LocalDate day, List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        var moved = foreseen(day, transfers);
        var members = array(moved.stream().map(Moved::member).distinct().toList());
        jdbc.sql(LOCK).param("members", members).query(UUID.class).list();
        bound(MOVE, day, transfers).update();
        bound(MOVE_TERMS, day, transfers).update();
        jdbc.sql(RAISE).param("members", members).update();
        journal.append(scope.actor(), moved.stream().map(one -> act(change, day, one)).toList());
        return moved;
    }

    @Override
    public void leaveGroups(
            Scope scope, UUID change, LocalDate day, List<Moved> moved, Collection<UUID> groups) {
        var among =
                Map.of(
                        "members", array(moved.stream().map(Moved::member).distinct().toList()),
                        "groups", array(groups),
                        "day", day);
        var acts = jdbc.sql(LEAVERS).params(among).query((row, _) -> left(change, day, row)).list();
        if (acts.isEmpty()) {
            return;
        }
        var members = acts.stream().map(Act::subject).filter(Objects::nonNull).distinct().toList();
        jdbc.sql(LOCK).param("members", array(members)).query(UUID.class).list();
        jdbc.sql(LEAVE).params(among).update();
        jdbc.sql(RAISE).param("members", array(members)).update();
        journal.append(scope.actor(), acts);
    }

    private static Act left(UUID change, LocalDate day, ResultSet row) throws SQLException {
        var group = MemberFields.PARTY_GROUP.name();
        var before = Map.of(group, row.getObject("party_group", UUID.class));
        return new Act(
                row.getObject("organization", UUID.class),
                "member.change",
                "member",
                row.getObject("id", UUID.class),
                day,
                List.of(),
                Map.of(
                        "change", change,
                        "before", before,
                        "after", Collections.singletonMap(group, null)));
    }

    @Override
    public List<Moved> foreseen(LocalDate day, List<Transfer> transfers) {
        return transfers.isEmpty()
                ? List.of()
                : bound(MOVED, day, transfers).query(MOVED_ROWS).list();
    }

    @Override
    public Map<UUID, Person> people(Collection<UUID> members) {
        var people = new HashMap<UUID, Person>();
        jdbc.sql(PEOPLE)
                .param("members", array(members))
                .query(
                        (row, _) ->
                                people.put(
                                        row.getObject(1, UUID.class),
                                        new Person(
                                                row.getString(2),
                                                row.getString(3),
                                                row.getObject(4, LocalDate.class))))
                .list();
        return people;
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> members) {
        var names = new HashMap<UUID, String>();
        jdbc.sql(NAMES)
                .param("members", array(members))
                .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return names;
    }

    private JdbcClient.StatementSpec bound(String sql, LocalDate day, List<Transfer> transfers) {
        var named = transfers.stream().filter(t -> t.member() != null).toList();
        var members = named.stream().map(Transfer::member).filter(Objects::nonNull).toList();
        var sources = transfers.stream().map(Transfer::from).distinct().toList();
        var all = transfers.stream().filter(t -> t.member() == null).toList();
        return jdbc.sql(sql)
                .param("day", day)
                .param("named", array(members))
                .param("named_from", array(named.stream().map(Transfer::from).toList()))
                .param("named_to", array(named.stream().map(Transfer::to).toList()))
                .param("all_from", array(all.stream().map(Transfer::from).toList()))
                .param("all_to", array(all.stream().map(Transfer::to).toList()))
                .param("sources", array(sources));
    }

    private static Act act(UUID change, LocalDate day, Moved moved) {
        return new Act(
                moved.to(),
                "member.move",
                "member",
                moved.member(),
                day,
                List.of(),
                Map.of(
                        "change",
                        change,
                        "before",
                        Map.of("organization", moved.from()),
                        "after",
                        Map.of("organization", moved.to())));
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
