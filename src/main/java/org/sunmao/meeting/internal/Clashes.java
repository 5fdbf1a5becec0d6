package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.meeting.MeetingType;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds what else the same people had on the same day; it is told, and hinders nothing. */
@Repository
class Clashes {

    /** Among the organization, that above it and those below: others share no people with it. */
    private static final String FIND =
            """
            select m.id, m.type, m.topic, m.held_on, m.begins, m.minutes, m.organization, m.state,
              (select l.name from organization.label_published l where l.id = m.organization
                order by l.valid_to desc limit 1) as name,
              cardinality(array(select unnest(case when m.state = 'noticed'
                then m.due else m.present end)
                intersect select unnest(cast(:people as uuid[])))) as shared
            from meeting.meeting m
            where m.held_on = :on and m.id <> :but and m.state <> 'cancelled'
              and m.organization in (
                select p.id from organization.place_published p
                where p.valid_from <= :on and p.valid_to > :on and (p.id = :organization
                  or p.parent = :organization
                  or p.id = (select u.parent from organization.place_published u
                    where u.id = :organization and u.valid_from <= :on and u.valid_to > :on)))
              and %s
            order by m.id limit 20
            """
                    .formatted(MeetingStore.SCOPE);

    private static final int USUAL = 60;

    /** A meeting that is asked about. */
    record Sought(
            UUID id,
            UUID organization,
            MeetingType type,
            LocalDate on,
            @Nullable LocalTime begins,
            @Nullable Integer minutes,
            Collection<UUID> people) {}

    /** Another one of the same day. */
    record Clash(
            UUID id,
            MeetingType type,
            String topic,
            LocalDate on,
            @Nullable LocalTime begins,
            @Nullable Integer minutes,
            UUID organization,
            String name,
            int shared) {}

    private final JdbcClient jdbc;

    Clashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the same people at the same time, and those that may be the same one. */
    List<Clash> find(Scope scope, Sought sought) {
        return MeetingStore.in(jdbc, scope, FIND)
                .param("on", sought.on())
                .param("but", sought.id())
                .param("organization", sought.organization())
                .param("people", sought.people().toArray(UUID[]::new))
                .query((row, _) -> clash(row))
                .list()
                .stream()
                .filter(clash -> clashes(sought, clash))
                .toList();
    }

    private static Clash clash(ResultSet row) throws SQLException {
        return new Clash(
                row.getObject("id", UUID.class),
                MeetingType.find(row.getString("type")).orElseThrow(),
                row.getString("topic"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("begins", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getObject("organization", UUID.class),
                row.getString("name"),
                row.getInt("shared"));
    }

    /** Where an hour is not known, only another of the same kind by the same organization is. */
    private static boolean clashes(Sought sought, Clash clash) {
        if (clash.type() == sought.type() && clash.organization().equals(sought.organization())) {
            return sought.type().isMeeting();
        }
        var one = sought.begins();
        var other = clash.begins();
        if (one == null || other == null || clash.shared() == 0) {
            return false;
        }
        return begins(one) < ends(other, clash.minutes())
                && begins(other) < ends(one, sought.minutes());
    }

    private static int begins(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int ends(LocalTime time, @Nullable Integer minutes) {
        return begins(time) + (minutes == null ? USUAL : minutes);
    }
}
