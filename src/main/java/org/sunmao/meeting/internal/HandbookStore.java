package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the registers say of a branch, for its handbook. */
@Repository
class HandbookStore {

    private static final String GROUPS =
            """
            select p.id from organization.place_published p
            join organization.label_published l on l.id = p.id and l.kind = 'group'
              and l.valid_from < p.valid_to and l.valid_to > p.valid_from
            where p.parent = :organization and p.valid_from <= :last and p.valid_to > :first
            group by p.id order by p.id
            """;
    private static final String POSTS =
            """
            select p.organization, p.kind, p.member, p.valid_from as since, p.valid_to as until
            from organization.post_published p
            where p.organization = any(:organizations) and p.member is not null
              and (p.officer or p.kind = 'group-leader')
              and p.valid_from <= :last and p.valid_to > :first
            order by p.valid_from, p.id
            """;
    private static final String TERM =
            """
            select t.valid_from as since, coalesce(t.extended_to, t.due) as until
            from organization.term_published t
            where t.organization = :organization and t.valid_from <= :day and t.valid_to > :day
            order by t.valid_from desc limit 1
            """;
    private static final String MEMBERS =
            """
            select m.id, m.sex, m.nation, m.born_on, m.education, m.status, m.joined_on, m.full_on,
              m.floating
            from member.counted_published m
            where m.organization = :organization and m.valid_from <= :day and m.valid_to > :day
            order by m.joined_on, m.id
            """;

    /** Somebody in a post; {@code until} is the first day on which no more. */
    record HeldPost(
            UUID organization, String kind, UUID member, LocalDate since, LocalDate until) {}

    record Term(LocalDate since, LocalDate until) {}

    record Member(
            UUID id,
            String sex,
            String nation,
            LocalDate bornOn,
            @Nullable String education,
            String status,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn,
            boolean floating) {}

    /** The days of a year. */
    record Year(LocalDate first, LocalDate last) {

        static Year of(int year) {
            return new Year(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
    }

    private static final RowMapper<HeldPost> POST = new SimplePropertyRowMapper<>(HeldPost.class);
    private static final RowMapper<Member> MEMBER = new SimplePropertyRowMapper<>(Member.class);
    private static final RowMapper<Term> TERM_ROW = new SimplePropertyRowMapper<>(Term.class);

    private final JdbcClient jdbc;

    HandbookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> groups(UUID organization, Year year) {
        return jdbc.sql(GROUPS)
                .param("organization", organization)
                .param("first", year.first())
                .param("last", year.last())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<HeldPost> posts(Collection<UUID> organizations, Year year) {
        return jdbc.sql(POSTS)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("first", year.first())
                .param("last", year.last())
                .query(POST)
                .list();
    }

    Optional<Term> term(UUID organization, LocalDate day) {
        return jdbc.sql(TERM)
                .param("organization", organization)
                .param("day", day)
                .query(TERM_ROW)
                .optional();
    }

    List<Member> members(UUID organization, LocalDate day) {
        return jdbc.sql(MEMBERS)
                .param("organization", organization)
                .param("day", day)
                .query(MEMBER)
                .list();
    }
}
