package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.ProposedType.Entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an organization has planned and held, who leads it, and how its last meeting went. */
@Repository
class MeetingProposalStore {

    private static final String HELD =
            """
            select m.type, m.held_on from meeting.meeting m
            where m.organization = :organization and m.held_on between :from and :to
              and m.state <> 'cancelled' and %s
            """
                    .formatted(MeetingStore.SCOPE);
    private static final String PLANNED =
            """
            select id, type, on_day, topic from meeting.planned
            where organization = :organization and on_day between :from and :to
            order by on_day, id
            """;
    private static final String LAST =
            """
            select m.type, m.begins, m.minutes, m.place, m.recorder, m.chair from meeting.meeting m
            where m.organization = :organization and m.state <> 'cancelled' and %s
            order by (m.type = :type) desc, m.held_on desc, m.id desc limit 1
            """
                    .formatted(MeetingStore.SCOPE);

    /** Who calls and chairs it (R-LF-06), and how many are in the committee. */
    private static final String LEADERS =
            """
            select p.member, p.kind, (select count(distinct o.member)
                from organization.post_published o
                where o.organization = :organization and o.officer
                  and o.valid_from <= :day and o.valid_to > :day) as officers
            from organization.post_published p
            where p.organization = :organization and p.member is not null
              and p.kind in ('secretary', 'group-leader', 'deputy-secretary')
              and p.valid_from <= :day and p.valid_to > :day
            order by p.kind = 'deputy-secretary', p.valid_from desc limit 1
            """;

    private static final String GROUPS =
            """
            select id, name from organization.label_published
            where id = any(:ids) and valid_to = 'infinity'
            """;

    record Planned(UUID id, MeetingType type, LocalDate on, @Nullable String topic) {}

    /** How the last one went. */
    record Last(
            MeetingType type,
            @Nullable LocalTime begins,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable UUID recorder,
            @Nullable UUID chair) {}

    record Leader(UUID member, int officers) {}

    private final JdbcClient jdbc;

    MeetingProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> held(Scope scope, UUID organization, LocalDate from, LocalDate to) {
        return MeetingStore.in(jdbc, scope, HELD)
                .param("organization", organization)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Entry(type(row), row.getObject("held_on", LocalDate.class)))
                .list();
    }

    List<Planned> planned(UUID organization, LocalDate from, LocalDate to) {
        return jdbc.sql(PLANNED)
                .param("organization", organization)
                .param("from", from)
                .param("to", to)
                .query(
                        (row, _) ->
                                new Planned(
                                        row.getObject("id", UUID.class),
                                        type(row),
                                        row.getObject("on_day", LocalDate.class),
                                        row.getString("topic")))
                .list();
    }

    Optional<Last> last(Scope scope, UUID organization, MeetingType type) {
        return MeetingStore.in(jdbc, scope, LAST)
                .param("organization", organization)
                .param("type", type.code())
                .query(
                        (row, _) ->
                                new Last(
                                        type(row),
                                        row.getObject("begins", LocalTime.class),
                                        row.getObject("minutes", Integer.class),
                                        row.getString("place"),
                                        row.getObject("recorder", UUID.class),
                                        row.getObject("chair", UUID.class)))
                .optional();
    }

    Optional<Leader> leader(UUID organization, LocalDate day) {
        return jdbc.sql(LEADERS)
                .param("organization", organization)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Leader(
                                        row.getObject("member", UUID.class),
                                        row.getInt("officers")))
                .optional();
    }

    /** The names of groups. */
    Map<UUID, String> groups(Collection<UUID> groups) {
        var names = new HashMap<UUID, String>();
        if (!groups.isEmpty()) {
            jdbc.sql(GROUPS)
                    .param("ids", groups.toArray(UUID[]::new))
                    .query((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
        }
        return names;
    }

    private static MeetingType type(ResultSet row) throws SQLException {
        return MeetingType.find(row.getString("type")).orElseThrow();
    }
}
