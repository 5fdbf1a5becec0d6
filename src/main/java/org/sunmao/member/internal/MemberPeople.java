package org.sunmao.member.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.People;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Members as those who may hold posts, for module organization. */
@Repository
class MemberPeople implements People {

    private static final String FIND =
            """
            select f.id, f.name, f.joined_on, f.full_on from member.profile f
            where f.id in (:members) and f.valid_from <= :day and f.valid_to > :day
              and (f.id = :subject or f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day))
            """;

    private static final RowMapper<Person> ROWS = new SimplePropertyRowMapper<>(Person.class);

    private final JdbcClient jdbc;

    MemberPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> of(Scope scope, Collection<UUID> members) {
        return members.isEmpty()
                ? List.of()
                : jdbc.sql(FIND)
                        .param("members", members)
                        .param("day", scope.day())
                        .param("subject", scope.subject(), Types.OTHER)
                        .param("lo", scope.subtree().lo())
                        .param("hi", scope.subtree().hi())
                        .query(ROWS)
                        .list();
    }
}
