package org.sunmao.meeting.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.meeting.internal.Grading.Ballots;
import org.sunmao.meeting.internal.Grading.Grade;
import org.sunmao.meeting.internal.Grading.Graded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Grades and measures in PostgreSQL; called with the meeting locked within the scope. */
@Repository
class AppraisalStore {

    private static final String GRADES =
            """
            select member, excellent, qualified, basic, unqualified, grade, gap, told_on
            from meeting.grade where meeting = :meeting
            """;
    private static final String GRADE =
            """
            insert into meeting.grade (excellent, qualified, basic, unqualified, grade, gap,
              meeting, member)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (meeting, member) do update set excellent = excluded.excellent,
              qualified = excluded.qualified, basic = excluded.basic,
              unqualified = excluded.unqualified, grade = excluded.grade, gap = excluded.gap
            """;
    private static final String TELL =
            """
            update meeting.grade set told_on = :day
            where meeting = :meeting and member = any(:members) and told_on is null
            returning member
            """;
    private static final String FULL =
            """
            select d.id from member.duty_published d
            where d.id = any(:members) and d.status = 'full'
              and d.valid_from <= :day and d.valid_to > :day
            """;
    private static final String ADD_MEASURE =
            """
            insert into meeting.measure (id, meeting, number, says, member, due)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String LAST =
            "select coalesce(max(number), 0) from meeting.measure where meeting = :meeting";
    private static final String MEASURE =
            """
            select id, number, done_on, done_says from meeting.measure
            where id = any(:ids) and meeting = :meeting order by number
            """;
    private static final String DO =
            "update meeting.measure set done_on = ?, done_says = ? where id = ?";
    private static final String COUNT =
            "select count(*) from meeting.measure where meeting = :meeting";
    private static final String OPEN =
            """
            select exists (select from meeting.measure
              where meeting = :meeting and done_on is null)
            """;

    /** A grade as it stands. */
    record Stands(Graded graded, @Nullable LocalDate toldOn) {}

    /**
     * A measure as it is added.
     *
     * @param member who mends it; null: the organization
     */
    record Promise(String says, @Nullable UUID member, @Nullable LocalDate due) {}

    record Done(LocalDate on, String says) {}

    record Measure(UUID id, int number, @Nullable Done done) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AppraisalStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Stands> grades(UUID meeting) {
        return jdbc.sql(GRADES).param("meeting", meeting).query((row, _) -> stands(row)).list();
    }

    private static Stands stands(ResultSet row) throws SQLException {
        var excellent = row.getObject("excellent", Integer.class);
        var grade = row.getString("grade");
        return new Stands(
                new Graded(
                        row.getObject("member", UUID.class),
                        excellent == null
                                ? null
                                : new Ballots(
                                        excellent,
                                        row.getInt("qualified"),
                                        row.getInt("basic"),
                                        row.getInt("unqualified")),
                        grade == null ? null : Grade.find(grade).orElseThrow(),
                        row.getString("gap")),
                row.getObject("told_on", LocalDate.class));
    }

    void grade(UUID meeting, List<Graded> grades) {
        template.batchUpdate(
                GRADE,
                grades,
                grades.size(),
                (insert, one) -> {
                    ballots(insert, one.ballots());
                    var grade = one.grade();
                    insert.setString(5, grade == null ? null : grade.code());
                    insert.setString(6, one.gap());
                    insert.setObject(7, meeting);
                    insert.setObject(8, one.member());
                });
    }

    private static void ballots(PreparedStatement insert, @Nullable Ballots cast)
            throws SQLException {
        insert.setObject(1, cast == null ? null : cast.excellent(), Types.INTEGER);
        insert.setObject(2, cast == null ? null : cast.qualified(), Types.INTEGER);
        insert.setObject(3, cast == null ? null : cast.basic(), Types.INTEGER);
        insert.setObject(4, cast == null ? null : cast.unqualified(), Types.INTEGER);
    }

    /** Those who had not been told before. */
    List<UUID> tell(UUID meeting, Collection<UUID> members, LocalDate day) {
        return jdbc.sql(TELL)
                .param("meeting", meeting)
                .param("members", members.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> row.getObject("member", UUID.class))
                .list();
    }

    /** Those of the members who were full members on a day. */
    Set<UUID> full(Collection<UUID> members, LocalDate day) {
        return new HashSet<>(
                jdbc.sql(FULL)
                        .param("members", members.toArray(UUID[]::new))
                        .param("day", day)
                        .query(UUID.class)
                        .list());
    }

    /** Adds measures behind those that are there; their ids, in the same order. */
    List<UUID> add(UUID meeting, List<Promise> promises) {
        var last = jdbc.sql(LAST).param("meeting", meeting).query(Integer.class).single();
        var ids = promises.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        var rows = new ArrayList<Object[]>();
        for (var at = 0; at < promises.size(); at++) {
            var promise = promises.get(at);
            var number = last + at + 1;
            rows.add(
                    new Object[] {
                        ids.get(at),
                        meeting,
                        number,
                        promise.says(),
                        promise.member(),
                        promise.due()
                    });
        }
        template.batchUpdate(ADD_MEASURE, rows);
        return ids;
    }

    int measures(UUID meeting) {
        return jdbc.sql(COUNT).param("meeting", meeting).query(Integer.class).single();
    }

    /** Those of a meeting that are asked for, in their order. */
    List<Measure> measures(UUID meeting, Collection<UUID> ids) {
        return jdbc.sql(MEASURE)
                .param("ids", ids.toArray(UUID[]::new))
                .param("meeting", meeting)
                .query((row, _) -> measure(row))
                .list();
    }

    private static Measure measure(ResultSet row) throws SQLException {
        var on = row.getObject("done_on", LocalDate.class);
        return new Measure(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                on == null ? null : new Done(on, row.getString("done_says")));
    }

    void done(Map<UUID, Done> done) {
        var rows = new ArrayList<Object[]>();
        done.forEach((id, one) -> rows.add(new Object[] {one.on(), one.says(), id}));
        template.batchUpdate(DO, rows);
    }

    /** Whether something that was promised in a meeting is not done. */
    boolean open(UUID meeting) {
        return jdbc.sql(OPEN).param("meeting", meeting).query(Boolean.class).single();
    }
}
