package org.sunmao.meeting.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.meeting.internal.Ground.DuePerson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads from the registers who has to come, of as many meetings as there are at once. */
@Repository
class GroundStore {

    /** Those of whom attendance is not demanded (R-EDU-07): old and weak, by their class. */
    private static final String EXEMPT = "frail";

    private static final String GROUND =
            """
            select a.number, o.established_on, o.ended_on, l.name, l.kind,
              (select begun_on from meeting.beginning) as begun_on,
              exists (select from organization.place_published p where p.id = a.organization
                and p.path >= :lo and p.path < :hi and p.valid_from <= a.recorded
                and p.valid_to > a.recorded) as within,
              exists (select from organization.place_published p where p.id = a.organization
                and p.path >= :lo and p.path < :hi and p.valid_from <= a.held
                and p.valid_to > a.held) as before
            from unnest(cast(:organizations as uuid[]), cast(:held as date[]),
                cast(:recorded as date[]))
                with ordinality a (organization, held, recorded, number)
              join organization.lifetime_published o on o.id = a.organization
              join lateral (select name, kind from organization.label_published l
                where l.id = a.organization
                order by l.valid_from <= a.held desc,
                  case when l.valid_from <= a.held then l.valid_from end desc, l.valid_from
                limit 1) l on true
            """;

    /** Membership of a day; whose membership is suspended has not to come. */
    private static final String DUE =
            """
            with a as materialized (
              select * from unnest(cast(:organizations as uuid[]), cast(:held as date[]),
                cast(:attending as text[]))
                with ordinality a (organization, held, attending, number))
            select a.number, d.id, d.status = 'full' as full,
              coalesce(c.member_class = :exempt, false) as exempt, d.floating, d.party_group,
              d.joined_on
            from a join member.duty_published d on d.organization = a.organization
                and d.valid_from <= a.held and d.valid_to > a.held and d.standing = 'normal'
              join member.counted_published c on c.id = d.id and c.valid_from = d.valid_from
            where a.attending = 'members'
            union all
            select a.number, d.id, d.status = 'full',
              coalesce(c.member_class = :exempt, false), d.floating, d.party_group,
              d.joined_on
            from a join member.duty_published d on d.party_group = a.organization
                and d.valid_from <= a.held and d.valid_to > a.held and d.standing = 'normal'
              join member.counted_published c on c.id = d.id and c.valid_from = d.valid_from
            where a.attending = 'group'
            union all
            select distinct a.number, p.member, coalesce(d.status = 'full', true), false,
              coalesce(d.floating, false), cast(null as uuid), cast(null as date)
            from a join organization.post_published p on p.organization = a.organization
                and p.officer and p.member is not null
                and p.valid_from <= a.held and p.valid_to > a.held
              left join member.duty_published d on d.id = p.member
                and d.valid_from <= a.held and d.valid_to > a.held
            where a.attending = 'committee'
            order by 1, 2
            """;

    /**
     * Of which organization, on which days, and who of it.
     *
     * @param held the day of the meeting; for one to come, that of its notice
     */
    record Asked(UUID organization, LocalDate held, LocalDate recorded) {}

    private final JdbcClient jdbc;

    GroundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order they were asked for, without those due; empty for what nobody knows. */
    List<Optional<Ground>> grounds(Scope scope, List<Asked> asked) {
        var found = new ArrayList<Optional<Ground>>();
        asked.forEach(_ -> found.add(Optional.empty()));
        jdbc.sql(GROUND)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param(
                        "organizations",
                        asked.stream().map(Asked::organization).toArray(UUID[]::new))
                .param("held", days(asked.stream().map(Asked::held)))
                .param("recorded", days(asked.stream().map(Asked::recorded)))
                .query(
                        (row, _) ->
                                found.set(
                                        row.getInt("number") - 1,
                                        Optional.of(
                                                new Ground(
                                                        row.getString("name"),
                                                        row.getString("kind"),
                                                        row.getObject(
                                                                "established_on", LocalDate.class),
                                                        row.getObject("ended_on", LocalDate.class),
                                                        row.getBoolean("within"),
                                                        row.getBoolean("before"),
                                                        row.getObject("begun_on", LocalDate.class),
                                                        List.of(),
                                                        Map.of()))))
                .list();
        return found;
    }

    /** Who has to come to each, in the order of {@code asked}. */
    List<List<DuePerson>> due(List<Asked> asked, List<Attendance> attending) {
        var due = new ArrayList<List<DuePerson>>();
        asked.forEach(_ -> due.add(new ArrayList<>()));
        jdbc.sql(DUE)
                .param(
                        "organizations",
                        asked.stream().map(Asked::organization).toArray(UUID[]::new))
                .param("held", days(asked.stream().map(Asked::held)))
                .param("attending", attending.stream().map(Attendance::code).toArray(String[]::new))
                .param("exempt", EXEMPT)
                .query(
                        (row, _) ->
                                due.get(row.getInt("number") - 1)
                                        .add(
                                                new DuePerson(
                                                        row.getObject("id", UUID.class),
                                                        row.getBoolean("full"),
                                                        row.getBoolean("exempt"),
                                                        row.getBoolean("floating"),
                                                        row.getObject("party_group", UUID.class),
                                                        row.getObject(
                                                                "joined_on", LocalDate.class))))
                .list();
        return due;
    }

    private static String[] days(Stream<LocalDate> days) {
        return days.map(LocalDate::toString).toArray(String[]::new);
    }
}
