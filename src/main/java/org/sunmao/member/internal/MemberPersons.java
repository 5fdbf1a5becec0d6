package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Persons;
import org.sunmao.access.Scope;
import org.sunmao.member.NameReading;
import org.sunmao.vault.Vault;
import org.sunmao.web.NotFound;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Members as those who may have accounts, for module access. */
@Repository
class MemberPersons implements Persons {

    private static final String IN_SCOPE =
            """
             f.valid_from <= :day and f.valid_to > :day
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day)
            """;
    private static final String FIND =
            "select f.id, f.name, f.organization from member.profile f where f.id = :person and"
                    + IN_SCOPE;
    private static final String NAMES =
            "select f.id, f.name, f.organization from member.profile f where f.id in (:persons) and"
                    + IN_SCOPE;
    private static final String HELD_BY =
            """
            select f.id, f.name, f.organization, f.pinyin as reading from member.profile f
            where f.organization = :organization
              and (f.pinyin, f.id) > (:reading, cast(:id as uuid)) and
            """
                    + IN_SCOPE
                    + " order by f.pinyin, f.id limit :most";
    private static final String HOLDERS =
            """
            select p.id as organization, l.name from organization.place_published p
            join organization.place_published t on t.id = :organization
              and t.valid_from <= :day and t.valid_to > :day
            join organization.label_published l on l.id = p.id
              and l.valid_from <= :day and l.valid_to > :day
            where p.path >= t.path and p.path < rtrim(t.path, '/') || '0'
              and p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day
              and exists (select from member.profile f
                where f.organization = p.id and f.valid_from <= :day and f.valid_to > :day)
            order by p.path
            """;
    private static final String PROPOSAL =
            "select f.mobile, f.pinyin from member.profile f where f.id = :person and" + IN_SCOPE;

    private static final RowMapper<Person> PERSONS = new SimplePropertyRowMapper<>(Person.class);
    private static final RowMapper<Listed> LISTED = new SimplePropertyRowMapper<>(Listed.class);
    private static final RowMapper<Holder> HOLDER = new SimplePropertyRowMapper<>(Holder.class);

    private final JdbcClient jdbc;
    private final Vault vault;

    MemberPersons(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<Person> find(Scope scope, UUID person) {
        return in(scope, FIND).param("person", person).query(PERSONS).optional();
    }

    @Override
    public Map<UUID, String> names(Scope scope, Collection<UUID> persons) {
        return in(scope, NAMES).param("persons", persons).query(PERSONS).stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    @Override
    public List<Listed> heldBy(Scope scope, UUID organization, @Nullable Behind behind, int limit) {
        return in(scope, HELD_BY)
                .param("organization", organization)
                .param("reading", behind == null ? "" : behind.reading())
                .param("id", behind == null ? new UUID(0, 0) : behind.id())
                .param("most", limit)
                .query(LISTED)
                .list();
    }

    @Override
    public List<Holder> holders(Scope scope, UUID organization) {
        return in(scope, HOLDERS).param("organization", organization).query(HOLDER).list();
    }

    @Override
    public Proposal proposal(Scope scope, UUID person) {
        return in(scope, PROPOSAL)
                .param("person", person)
                .query(
                        (row, _) -> {
                            var sealed = row.getBytes("mobile");
                            return new Proposal(
                                    sealed == null ? null : vault.open(Sealed.MOBILE, sealed),
                                    NameReading.letters(row.getString("pinyin")));
                        })
                .optional()
                .orElseThrow(NotFound::new);
    }

    private StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi());
    }
}
