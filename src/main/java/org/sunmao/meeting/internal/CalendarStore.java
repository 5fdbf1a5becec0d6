package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.meeting.MeetingType;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What organizations held, announced and planned in a year, and who joined in which month. */
@Repository
class CalendarStore {

    private static final String MEETINGS =
            """
            select id, organization, type, state, held_on, topic,
              cardinality(present) + cardinality(guests) + cardinality(hosted) as people
            from meeting.meeting
            where organization in (:organizations) and held_on >= :first and held_on <= :last
              and state <> 'cancelled'
            order by held_on, begins nulls last, id
            """;
    private static final String PLANNED =
            """
            select organization, type, on_day, topic from meeting.planned
            where organization in (:organizations) and year = :year order by on_day, id
            """;
    private static final String JOINED =
            """
            select m.id, m.organization, m.joined_on from member.counted_published m
            where m.organization in (:organizations) and m.valid_from <= :day and m.valid_to > :day
              and extract(month from m.joined_on) = :month
            order by extract(day from m.joined_on), m.joined_on, m.id
            """;

    /** A meeting or an activity. */
    record Met(
            UUID id,
            UUID organization,
            MeetingType type,
            boolean held,
            LocalDate on,
            String topic,
            int people) {}

    record Planned(UUID organization, MeetingType type, LocalDate on, @Nullable String topic) {}

    record Joined(UUID member, UUID organization, LocalDate on) {}

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Met> meetings(Collection<UUID> organizations, int year) {
        return jdbc.sql(MEETINGS)
                .param("organizations", organizations)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(
                        (row, _) ->
                                new Met(
                                        row.getObject("id", UUID.class),
                                        row.getObject("organization", UUID.class),
                                        PlanStore.type(row),
                                        HELD.contains(row.getString("state")),
                                        row.getObject("held_on", LocalDate.class),
                                        row.getString("topic"),
                                        row.getInt("people")))
                .list();
    }

    private static final List<String> HELD =
            List.of("draft", "signed", "returned", "accepted", "archived");

    List<Planned> planned(Collection<UUID> organizations, int year) {
        return jdbc.sql(PLANNED)
                .param("organizations", organizations)
                .param("year", year)
                .query(
                        (row, _) ->
                                new Planned(
                                        row.getObject("organization", UUID.class),
                                        PlanStore.type(row),
                                        row.getObject("on_day", LocalDate.class),
                                        row.getString("topic")))
                .list();
    }

    /** Who was a member on the day and joined in that month of any year. */
    List<Joined> joined(Collection<UUID> organizations, int month, LocalDate day) {
        return jdbc.sql(JOINED)
                .param("organizations", organizations)
                .param("month", month)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Joined(
                                        row.getObject("id", UUID.class),
                                        row.getObject("organization", UUID.class),
                                        row.getObject("joined_on", LocalDate.class)))
                .list();
    }
}
