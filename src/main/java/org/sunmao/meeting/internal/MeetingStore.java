package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.VotersView.VoterMeeting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Meetings in PostgreSQL, written in batches. */
@Repository
class MeetingStore {

    /** What lies within the scope; the policy says it a second time. */
    static final String SCOPE =
            """
            (:everything or m.organization in (select o.id from organization.place_published o
              where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                and o.valid_to > :day))
            """;

    /** Of every column that a meeting is made of, in the order of {@link #bind}. */
    private static final String ADD =
            """
            insert into meeting.meeting (type, form, held_on, begins, minutes, topic, place, chair,
              chair_name, recorder, recorder_name, agenda, record, resolution, due, exempt, present,
              distant, excused, guests, hosted, lecture, reason, late, recorded_on, recorded_at,
              recorded_name, locked_on, version, id, state, organization, recorded_by,
              recorded_behalf)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?,
              cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            update meeting.meeting set type = ?, form = ?, held_on = ?, begins = ?, minutes = ?,
              topic = ?, place = ?, chair = ?, chair_name = ?, recorder = ?, recorder_name = ?,
              agenda = cast(? as jsonb), record = ?, resolution = ?, due = ?, exempt = ?,
              present = ?, distant = ?, excused = cast(? as jsonb), guests = ?, hosted = ?,
              lecture = ?, reason = ?, late = ?, recorded_on = ?, recorded_at = ?,
              recorded_name = ?, locked_on = ?, version = ?,
              parted = array(select distinct unnest(parted || due || guests || hosted))
            where id = ?
            """;
    private static final String ADD_VOTE =
            """
            insert into meeting.vote (id, meeting, number, matter, rule, secret, due, present,
              written, in_favour, against, abstained, passed, bound)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String EXCLUDE =
            """
            insert into meeting.exclusion (vote, member, reason, consent) values (?, ?, ?, ?)
            """;

    /** What takes one more vote. */
    private static final String OPEN =
            """
            select m.id, m.topic,
              (select count(*) from meeting.vote v where v.meeting = m.id) as votes
            from meeting.meeting m
            where m.organization = :organization and m.held_on = :on and m.type = 'members'
              and m.state in ('draft', 'returned') and m.locked_on > :day and
            """
                    + SCOPE
                    + " order by m.id";

    private static final String BOUND =
            "select exists (select from meeting.vote where meeting = :id and bound)";
    private static final String FORGET_VOTES = "delete from meeting.vote where meeting = :id";
    private static final String LOCK =
            "select m.* from meeting.meeting m where m.id = any(:ids) and "
                    + SCOPE
                    + " order by m.id for update of m";

    /** For the archive; what another process has is its. */
    private static final String ACCEPTED =
            """
            select m.* from meeting.meeting m
            where m.state = 'accepted' and m.held_on < :before
              and (cast(:on as date) is null or (m.held_on, m.id) > (:on, :id))
            order by m.held_on, m.id limit :limit for update of m skip locked
            """;

    private static final String GET =
            "select m.* from meeting.meeting m where m.id = :id and " + SCOPE;

    /** What a step leaves. */
    private static final String MOVE =
            """
            update meeting.meeting m set state = s.state, recorder_signed = s.recorder,
              recorder_signed_at = s.recorder_at, chair_signed = s.chair,
              chair_signed_at = s.chair_at, checked_name = s.checked, checked_at = s.checked_at,
              check_reason = s.reason, cancel_reason = s.cancelled, locked_on = s.locked,
              version = m.version + 1
            from unnest(:ids, :states, :recorders, cast(:recordersAt as timestamptz[]), :chairs,
                cast(:chairsAt as timestamptz[]), :checks, cast(:checksAt as timestamptz[]),
                :reasons, :cancels, cast(:locks as date[]))
              s (id, state, recorder, recorder_at, chair, chair_at, checked, checked_at, reason,
                cancelled, locked)
            where m.id = s.id
            """;

    private static final String ANNOTATE =
            """
            insert into meeting.annotation (id, meeting, says, account, behalf, name, at)
            values (:id, :meeting, :says, :account, :behalf, :name, :at)
            """;
    private static final int BATCH = 500;
    private static final int CHANGED = 29;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final MeetingRows rows;

    MeetingStore(JdbcTemplate template, JdbcClient jdbc, MeetingRows rows) {
        this.template = template;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void add(List<Meeting> meetings) {
        template.batchUpdate(
                ADD,
                meetings,
                BATCH,
                (insert, meeting) -> {
                    bind(insert, meeting);
                    insert.setObject(CHANGED + 1, meeting.id());
                    insert.setString(CHANGED + 2, meeting.state().code());
                    insert.setObject(CHANGED + 3, meeting.organization());
                    insert.setObject(CHANGED + 4, meeting.recorded().account(), Types.OTHER);
                    insert.setObject(CHANGED + 5, meeting.recorded().behalf(), Types.OTHER);
                });
    }

    /** Everything but its state, which steps change. */
    void change(Meeting meeting) {
        template.update(
                CHANGE,
                update -> {
                    bind(update, meeting);
                    update.setObject(CHANGED + 1, meeting.id());
                });
    }

    private void bind(PreparedStatement row, Meeting meeting) throws SQLException {
        var form = meeting.form();
        var when = meeting.when();
        row.setString(1, meeting.type().code());
        row.setString(2, form == null ? null : form.code());
        row.setObject(3, when.on());
        row.setObject(4, when.begins(), Types.TIME);
        row.setObject(5, when.minutes(), Types.INTEGER);
        row.setString(6, meeting.topic());
        row.setString(7, when.place());
        head(row, 8, meeting.heads().chair());
        head(row, 10, meeting.heads().recorder());
        row.setString(12, rows.agenda(meeting.text().agenda()));
        row.setString(13, meeting.text().record());
        row.setString(14, meeting.text().resolution());
        var roll = meeting.roll();
        ids(row, 15, roll.due());
        ids(row, 16, roll.exempt());
        ids(row, 17, roll.present());
        ids(row, 18, roll.distant());
        row.setString(19, rows.excused(roll.excused()));
        ids(row, 20, roll.guests());
        ids(row, 21, roll.hosted());
        row.setObject(22, meeting.lecture(), Types.OTHER);
        row.setString(23, meeting.reason());
        row.setBoolean(24, meeting.late());
        row.setObject(25, meeting.recorded().on());
        row.setObject(26, at(meeting.recorded().at()));
        row.setString(27, meeting.recorded().name());
        row.setObject(28, meeting.lockedOn(), Types.DATE);
        row.setInt(CHANGED, meeting.version());
    }

    private static void head(PreparedStatement row, int at, @Nullable Person person)
            throws SQLException {
        row.setObject(at, person == null ? null : person.member(), Types.OTHER);
        row.setString(at + 1, person == null ? null : person.name());
    }

    private static void ids(PreparedStatement row, int at, Collection<UUID> ids)
            throws SQLException {
        row.setArray(at, row.getConnection().createArrayOf("uuid", ids.toArray()));
    }

    /** The votes of one, with it. */
    record Cast(UUID meeting, Vote vote) {}

    void add(Collection<Cast> votes) {
        if (votes.isEmpty()) {
            return;
        }
        template.batchUpdate(
                ADD_VOTE,
                votes,
                BATCH,
                (insert, cast) -> {
                    var vote = cast.vote();
                    var counts = vote.counts();
                    insert.setObject(1, vote.id());
                    insert.setObject(2, cast.meeting());
                    insert.setInt(3, vote.number());
                    insert.setString(4, vote.matter());
                    insert.setString(5, vote.rule().value());
                    insert.setBoolean(6, vote.secret());
                    insert.setInt(7, counts.due());
                    insert.setInt(8, counts.present());
                    insert.setInt(9, counts.written());
                    insert.setInt(10, counts.inFavour());
                    insert.setInt(11, counts.against());
                    insert.setInt(12, counts.abstained());
                    insert.setBoolean(13, vote.passed());
                    insert.setBoolean(14, vote.bound());
                });
        exclude(votes);
    }

    void forgetVotes(UUID meeting) {
        jdbc.sql(FORGET_VOTES).param("id", meeting).update();
    }

    Optional<Meeting> get(Scope scope, UUID id) {
        return in(jdbc, scope, GET).param("id", id).query(rows).optional();
    }

    /** Somebody who does not count in a vote. */
    private record Without(UUID vote, Excluded one) {}

    private void exclude(Collection<Cast> votes) {
        var left = new ArrayList<Without>();
        for (var cast : votes) {
            var vote = cast.vote();
            vote.excluded().forEach(one -> left.add(new Without(vote.id(), one)));
        }
        if (left.isEmpty()) {
            return;
        }
        template.batchUpdate(
                EXCLUDE,
                left,
                BATCH,
                (insert, row) -> {
                    insert.setObject(1, row.vote());
                    insert.setObject(2, row.one().member());
                    insert.setString(3, row.one().reason().code());
                    insert.setString(4, row.one().consent());
                });
    }

    /** Members' meetings of a day whose minutes are still written. */
    List<VoterMeeting> open(Scope scope, UUID organization, LocalDate on) {
        return in(jdbc, scope, OPEN)
                .param("organization", organization)
                .param("on", on)
                .query(
                        (row, _) ->
                                new VoterMeeting(
                                        row.getObject("id", UUID.class),
                                        row.getString("topic"),
                                        row.getInt("votes")))
                .list();
    }

    /** Whether another procedure rests on one of its votes. */
    boolean bound(UUID id) {
        return jdbc.sql(BOUND).param("id", id).query(Boolean.class).single();
    }

    /** For a step, in the order of their ids. */
    List<Meeting> lock(Scope scope, Collection<UUID> ids) {
        return in(jdbc, scope, LOCK).param("ids", ids.toArray(UUID[]::new)).query(rows).list();
    }

    /** Accepted, of before a day, the oldest first, for a step: those after one of them. */
    List<Meeting> accepted(LocalDate before, @Nullable Meeting after, int limit) {
        return jdbc.sql(ACCEPTED)
                .param("before", before)
                .param("on", after == null ? null : after.when().on(), Types.DATE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** In their new states, by one statement: under a policy each is planned anew. */
    void move(List<Meeting> meetings) {
        var left = meetings.stream().map(meeting -> Left.of(meeting.state())).toList();
        jdbc.sql(MOVE)
                .param("ids", meetings.stream().map(Meeting::id).toArray(UUID[]::new))
                .param("states", texts(meetings, meeting -> meeting.state().code()))
                .param("recorders", texts(left, one -> name(one.recorder())))
                .param("recordersAt", texts(left, one -> time(one.recorder())))
                .param("chairs", texts(left, one -> name(one.chair())))
                .param("chairsAt", texts(left, one -> time(one.chair())))
                .param("checks", texts(left, one -> of(one.check(), Check::name)))
                .param("checksAt", texts(left, one -> of(one.check(), check -> time(check.at()))))
                .param("reasons", texts(left, one -> of(one.check(), Check::reason)))
                .param("cancels", texts(left, Left::cancelled))
                .param("locks", texts(meetings, one -> of(one.lockedOn(), LocalDate::toString)))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Signature signature) {
        return signature == null ? null : signature.name();
    }

    private static @Nullable String time(@Nullable Signature signature) {
        return signature == null ? null : time(signature.at());
    }

    private static String time(Instant instant) {
        return at(instant).toString();
    }

    private static <T> @Nullable String of(@Nullable T value, Function<T, @Nullable String> text) {
        return value == null ? null : text.apply(value);
    }

    void annotate(Scope scope, UUID id, UUID meeting, String says, String name, Instant at) {
        jdbc.sql(ANNOTATE)
                .param("id", id)
                .param("meeting", meeting)
                .param("says", says)
                .param("account", scope.actor().account(), Types.OTHER)
                .param("behalf", scope.actor().behalf(), Types.OTHER)
                .param("name", name)
                .param("at", at(at))
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static JdbcClient.StatementSpec in(JdbcClient jdbc, Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }
}
