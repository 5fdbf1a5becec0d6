package org.sunmao.member.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Leavers;
import org.sunmao.access.Scope;
import org.sunmao.member.CitizenNumber;
import org.sunmao.organization.People;
import org.sunmao.vault.Vault;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Members as those who may hold posts, for module organization. */
@Repository
class MemberPeople implements People, Leavers {

    private static final String FIND =
            """
            select f.id, f.name, f.joined_on, f.full_on from member.profile f
            where f.id in (:members) and f.valid_from <= :day and f.valid_to > :day
              and (f.id = :subject or f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day))
            """;

    private static final String GONE =
            "select id from member.member where id = any(:members) and left_on <= :day";

    private static final String NUMBERS =
            """
            select f.id, f.citizen_number from member.profile f
            where f.id in (:members) and f.valid_from <= :day and f.valid_to > :day
              and f.citizen_number is not null
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day)
            """;
    private static final String KNOWN =
            """
            select f.id, f.name, f.joined_on, f.full_on, f.organization, f.born_on,
              f.citizen_number_index
            from member.profile f
            where f.valid_to = 'infinity' and f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            """;
    private static final String BY_NUMBER = KNOWN + " and f.citizen_number_index = any(:indexes)";
    private static final String BY_NAME = KNOWN + " and f.name = any(:names) order by f.id";

    private static final RowMapper<Person> ROWS = new SimplePropertyRowMapper<>(Person.class);

    private final JdbcClient jdbc;
    private final Vault vault;

    MemberPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Map<String, Known> byNumber(Scope scope, Collection<String> numbers) {
        var written = new HashMap<ByteBuffer, List<String>>();
        for (var number : numbers) {
            var normal = CitizenNumber.of(number).value();
            var index = ByteBuffer.wrap(vault.blindIndex(Sealed.CITIZEN_NUMBER, normal));
            written.computeIfAbsent(index, _ -> new ArrayList<>()).add(number);
        }
        var indexes = written.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        var known = new HashMap<String, Known>();
        if (!written.isEmpty()) {
            in(scope, BY_NUMBER)
                    .param("indexes", indexes)
                    .query(
                            row -> {
                                var one = known(row);
                                var index = ByteBuffer.wrap(row.getBytes("citizen_number_index"));
                                written.getOrDefault(index, List.of())
                                        .forEach(number -> known.put(number, one));
                            });
        }
        return known;
    }

    @Override
    public Map<String, List<Known>> byName(Scope scope, Collection<String> names) {
        var known = new HashMap<String, List<Known>>();
        if (!names.isEmpty()) {
            in(scope, BY_NAME)
                    .param("names", names.toArray(String[]::new))
                    .query(
                            row -> {
                                known.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
                                        .add(known(row));
                            });
        }
        return known;
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql).param("lo", scope.subtree().lo()).param("hi", scope.subtree().hi());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("full_on", LocalDate.class)),
                row.getObject("organization", UUID.class),
                row.getObject("born_on", LocalDate.class));
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
    public Set<UUID> gone(Collection<UUID> members, LocalDate day) {
        return new HashSet<>(
                jdbc.sql(GONE)
                        .param("members", members.toArray(UUID[]::new))
                        .param("day", day)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
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
