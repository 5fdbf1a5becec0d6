package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Applicants;
import org.sunmao.access.Persons.Behind;
import org.sunmao.access.Persons.Listed;
import org.sunmao.access.Persons.Person;
import org.sunmao.access.Persons.Proposal;
import org.sunmao.access.Scope;
import org.sunmao.member.NameReading;
import org.sunmao.vault.Vault;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applicants as those who may have accounts, for module access. */
@Repository
class ApplicantPersons implements Applicants {

    private static final String MOBILE = "admission.mobile";

    /** From the approval on, the register of members has them. */
    private static final String IN_SCOPE =
            """
             a.kind = 'normal' and a.stage in ('applicant', 'activist-to-file', 'activist',
                'object-to-file', 'object', 'pre-examined', 'accepted')
              and a.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                  and p.valid_to > :day)
            """;

    private static final String FIND =
            "select a.person as id, a.name, a.organization from admission.admission a"
                    + " where a.person = :person and"
                    + IN_SCOPE;
    private static final String HELD_BY =
            """
            select a.person as id, a.name, a.organization, a.name as reading
            from admission.admission a
            where a.organization = :organization
              and (a.name collate "C", a.person) > (:reading, cast(:id as uuid)) and
            """
                    + IN_SCOPE
                    + " order by a.name collate \"C\", a.person limit :most";
    private static final String PROPOSAL =
            "select a.name, a.mobile from admission.admission a where a.person = :person and"
                    + IN_SCOPE;

    private static final RowMapper<Person> PERSONS = new SimplePropertyRowMapper<>(Person.class);
    private static final RowMapper<Listed> LISTED = new SimplePropertyRowMapper<>(Listed.class);

    private final JdbcClient jdbc;
    private final Vault vault;

    ApplicantPersons(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<Person> find(Scope scope, UUID person) {
        return in(scope, FIND).param("person", person).query(PERSONS).optional();
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
    public Proposal proposal(Scope scope, UUID person) {
        return in(scope, PROPOSAL)
                .param("person", person)
                .query(
                        (row, _) -> {
                            var sealed = row.getBytes("mobile");
                            var reading = NameReading.of(row.getString("name"));
                            return new Proposal(
                                    sealed == null ? null : vault.open(MOBILE, sealed),
                                    NameReading.letters(reading));
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
