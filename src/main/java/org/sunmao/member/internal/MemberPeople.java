package org.sunmao.member.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.People;
import org.sunmao.vault.Vault;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String NUMBERS =
            """
            select f.id, f.citizen_number from member.profile f
            where f.id in (:members) and f.valid_from <= :day and f.valid_to > :day
              and f.citizen_number is not null
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day)
            """;

    private static final RowMapper<Person> ROWS = new SimplePropertyRowMapper<>(Person.class);

    private final JdbcClient jdbc;
    private final Vault vault;

    MemberPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
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

    @Override
    public Map<UUID, String> numbers(Scope scope, Collection<UUID> members) {
        var numbers = new HashMap<UUID, String>();
        if (!members.isEmpty()) {
            jdbc.sql(NUMBERS)
                    .param("members", members)
                    .param("day", scope.day())
                    .param("lo", scope.subtree().lo())
                    .param("hi", scope.subtree().hi())
                    .query(
                            row -> {
                                numbers.put(
                                        row.getObject("id", UUID.class),
                                        vault.open(Sealed.CITIZEN_NUMBER, row.getBytes(2)));
                            });
        }
        return numbers;
    }
}
