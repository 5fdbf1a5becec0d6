package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a member took part: the rows of the organizations that held them, and those of others where
 * they were guests. In a transaction about the member.
 */
@Repository
class LifeRecordStore {

    /** Their branches, their groups, and where they held a post; each with its days. */
    private static final String HOLDING =
            """
            select d.organization, d.valid_from, d.valid_to from member.duty_published d
            where d.id = :member
            union all
            select d.party_group, d.valid_from, d.valid_to from member.duty_published d
            where d.id = :member and d.party_group is not null
            union all
            select p.organization, p.valid_from, p.valid_to from organization.post_published p
            where p.member = :member
            """;

    private static final String PART =
            """
            select m.* from meeting.meeting m
            where m.organization = any(:organizations)
              and (:member = any(m.due) or (m.type = 'talk' and m.chair = :member))
            union
            select m.* from meeting.meeting m
            where m.id in (select v from meeting.visited_by_subject() v)
            """;

    private static final String HELD =
            " where state in ('draft', 'signed', 'returned', 'accepted', 'archived')";
    private static final String LINES =
            "select * from ("
                    + PART
                    + ") p"
                    + HELD
                    + " and held_on >= :first and held_on <= :last order by held_on desc, id desc";
    private static final String YEARS =
            "select distinct cast(extract(year from held_on) as int) from ("
                    + PART
                    + ") p"
                    + HELD
                    + " order by 1 desc";
    private static final String GRADES =
            """
            select cast(extract(year from m.held_on) as int) as year, g.grade, g.gap, g.told_on
            from meeting.grade g join meeting.meeting m on m.id = g.meeting
            where g.member = :member and g.grade is not null
              and m.state in ('draft', 'signed', 'returned', 'accepted', 'archived')
            order by m.held_on desc, m.id desc
            """;

    /** An organization that held a member, from a day to the first day on which it did not. */
    record Holding(UUID organization, LocalDate from, LocalDate to) {}

    record KeptGrade(int year, String grade, @Nullable String gap, @Nullable LocalDate toldOn) {}

    private final JdbcClient jdbc;
    private final MeetingRows rows;

    LifeRecordStore(JdbcClient jdbc, MeetingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Holding> holding(UUID member) {
        return jdbc.sql(HOLDING).param("member", member).query((row, _) -> holding(row)).list();
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getObject("organization", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    List<Meeting> meetings(UUID member, Collection<UUID> organizations, int year) {
        return jdbc.sql(LINES)
                .param("member", member)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(rows)
                .list();
    }

    List<Integer> years(UUID member, Collection<UUID> organizations) {
        return jdbc.sql(YEARS)
                .param("member", member)
                .param("organizations", organizations.toArray(UUID[]::new))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    List<KeptGrade> grades(UUID member) {
        return jdbc.sql(GRADES).param("member", member).query(KeptGrade.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
