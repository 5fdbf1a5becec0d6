package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Lectures that are offered to others, and who followed them: in sums, and no roll of anybody. */
@Repository
class LectureStore {

    /** Those of organizations above or beside, within whose parent it stands. */
    private static final String OFFERED =
            """
            select o.*, (select m.id from meeting.meeting m
                where m.lecture = o.id and m.organization = :organization
                  and m.state <> 'cancelled'
                order by m.held_on limit 1) as followed
            from meeting.offered_lectures(:since) o
            where o.organization <> :organization and (o.organization = any(:above)
              or o.organization in (select p.id from organization.place_published p
                where p.parent = :parent and p.valid_from <= :day and p.valid_to > :day))
            order by o.held_on desc, o.id desc limit :limit
            """;

    private static final String KNOWN =
            "select o.*, cast(null as uuid) as followed from meeting.offered_lectures(null) o"
                    + " where o.id = any(:ids)";
    private static final String FOLLOWERS =
            """
            select organization, held_on, due, present, away, hosted
            from meeting.followers(:lecture) order by held_on, organization
            """;
    private static final String OFFER =
            """
            update meeting.meeting set offered = :offered, follow_until = :until
            where id = :id
            """;
    private static final String STANDS =
            "select offered, follow_until from meeting.meeting where id = :id";

    /**
     * What is told of a lecture to whoever may follow it.
     *
     * @param until the last day on which its recording may be followed
     * @param followed what the organization that asks recorded of it
     */
    record Lecture(
            UUID id,
            UUID organization,
            LocalDate on,
            @Nullable LocalTime begins,
            @Nullable Integer minutes,
            String topic,
            @Nullable String place,
            @Nullable String teacher,
            @Nullable LocalDate until,
            String state,
            @Nullable UUID followed) {

        /** Live on its day, or recorded until the last. */
        boolean open(LocalDate day) {
            return day.equals(on) || (until != null && !day.isBefore(on) && !day.isAfter(until));
        }
    }

    /** One that followed it; {@code away} of those present did so each from elsewhere. */
    record Follower(
            UUID organization, LocalDate heldOn, int due, int present, int away, int hosted) {}

    /** Whether it is offered, and until when. */
    record Offer(boolean offered, @Nullable LocalDate until) {}

    private final JdbcClient jdbc;

    LectureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that an organization may follow, the newest first.
     *
     * @param above the organizations above it; the last is its parent
     */
    List<Lecture> offered(
            UUID organization, List<UUID> above, LocalDate since, LocalDate day, int limit) {
        return jdbc.sql(OFFERED)
                .param("organization", organization)
                .param("above", above.toArray(UUID[]::new))
                .param("parent", above.isEmpty() ? null : above.getLast(), Types.OTHER)
                .param("since", since)
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> lecture(row))
                .list();
    }

    /** Those of the ids that are offered. */
    List<Lecture> known(Collection<UUID> ids) {
        return jdbc.sql(KNOWN)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> lecture(row))
                .list();
    }

    private static Lecture lecture(ResultSet row) throws SQLException {
        return new Lecture(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                row.getObject("held_on", LocalDate.class),
                row.getObject("begins", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getString("topic"),
                row.getString("place"),
                row.getString("chair_name"),
                row.getObject("follow_until", LocalDate.class),
                row.getString("state"),
                row.getObject("followed", UUID.class));
    }

    List<Follower> followers(UUID lecture) {
        return jdbc.sql(FOLLOWERS).param("lecture", lecture).query(Follower.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    void offer(UUID lecture, Offer offer) {
        jdbc.sql(OFFER)
                .param("id", lecture)
                .param("offered", offer.offered())
                .param("until", offer.until(), Types.DATE)
                .update();
    }

    Offer stands(UUID lecture) {
        return jdbc.sql(STANDS)
                .param("id", lecture)
                .query(
                        (row, _) ->
                                new Offer(
                                        row.getBoolean("offered"),
                                        row.getObject("follow_until", LocalDate.class)))
                .single();
    }
}
