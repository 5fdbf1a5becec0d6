package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.register.TimelineTable;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the members that many rows of a roster speak of, as they stand today. */
@Repository
class MemberMatches {

    private static final String STANDING =
            """
            select f.*, m.version from member.profile f join member.member m on m.id = f.id
            where f.valid_to = 'infinity' and f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            """;
    private static final String BY_NUMBER =
            STANDING + " and f.citizen_number_index = any (:numbers)";
    private static final String BY_PERSON =
            STANDING
                    + """
                     and f.born_on = any (cast(:days as date[])) and (f.name, f.born_on) in (
                      select * from unnest(:names, cast(:days as date[])))
                    """;
    private static final String TAKEN = "select member.numbers_taken(:numbers)";

    /** A member as they stand today, all fields in clear. */
    record Standing(UUID id, int version, Map<String, @Nullable Object> values) {

        UUID organization() {
            return (UUID) Objects.requireNonNull(values.get(MemberFields.ORGANIZATION.name()));
        }

        String name() {
            return String.valueOf(values.get(MemberFields.NAME.name()));
        }
    }

    /** Who has this name and was born on this day. */
    record Person(String name, LocalDate bornOn) {}

    private final JdbcClient jdbc;
    private final MemberCodec codec;

    MemberMatches(JdbcClient jdbc, MemberCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** Those of the scope by their numbers. */
    Map<String, Standing> byNumber(Scope scope, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return in(scope, BY_NUMBER)
                .param("numbers", indexes(numbers))
                .query((row, _) -> standing(row))
                .list()
                .stream()
                .collect(Collectors.toMap(MemberMatches::number, standing -> standing));
    }

    private static String number(Standing standing) {
        return String.valueOf(standing.values().get(MemberFields.CITIZEN_NUMBER.name()));
    }

    /** Those of the scope by name and birth. */
    Map<Person, List<Standing>> byPerson(Scope scope, Collection<Person> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return in(scope, BY_PERSON)
                .param("names", persons.stream().map(Person::name).toArray(String[]::new))
                .param(
                        "days",
                        persons.stream().map(it -> it.bornOn().toString()).toArray(String[]::new))
                .query((row, _) -> standing(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(MemberMatches::person));
    }

    private static Person person(Standing standing) {
        var bornOn = (LocalDate) standing.values().get(MemberFields.BORN_ON.name());
        return new Person(standing.name(), Objects.requireNonNull(bornOn));
    }

    /** Which of the numbers are registered anywhere in the platform. */
    Set<String> taken(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        var byIndex = new HashMap<ByteBuffer, String>();
        numbers.forEach(number -> byIndex.put(ByteBuffer.wrap(index(number)), number));
        var taken = new HashSet<String>();
        jdbc.sql(TAKEN)
                .param("numbers", indexes(numbers))
                .query(
                        row -> {
                            taken.add(byIndex.get(ByteBuffer.wrap(row.getBytes(1))));
                        });
        return taken;
    }

    private byte[][] indexes(Collection<String> numbers) {
        return numbers.stream().map(this::index).toArray(byte[][]::new);
    }

    private byte[] index(String number) {
        return Objects.requireNonNull(codec.index(Sealed.CITIZEN_NUMBER, number));
    }

    private Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                codec.values(TimelineTable.columns(row)));
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql).param("lo", scope.subtree().lo()).param("hi", scope.subtree().hi());
    }
}
