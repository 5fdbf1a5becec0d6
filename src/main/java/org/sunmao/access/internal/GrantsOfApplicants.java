package org.sunmao.access.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.ApplicantGrants;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends, moves and turns the grants of applicants, each with its entry in the journal. */
@Repository
class GrantsOfApplicants implements ApplicantGrants {

    private static final String HELD =
            """
            select g.id, g.account from access.grant g
            join access.account a on a.id = g.account
            where a.member = :person and g.role = 'applicant' and g.valid_to > :day
            """;
    private static final String END =
            "update access.grant set valid_to = greatest(valid_from, :day) where id = :id";
    private static final String BEGIN =
            """
            insert into access.grant (id, account, role, organization, valid_from, basis_kind)
            values (uuidv7(), :account, :role, :organization, :day, :basis)
            """;

    private record Held(UUID id, UUID account) {}

    private static final RowMapper<Held> HELDS = new SimplePropertyRowMapper<>(Held.class);

    private final JdbcClient jdbc;
    private final GrantEnds ends;
    private final Journal journal;

    GrantsOfApplicants(JdbcClient jdbc, GrantEnds ends, Journal journal) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.journal = journal;
    }

    /** One entry, with those who go on: what was before lies in another's scope. */
    @Override
    public void moved(Scope scope, UUID person, UUID organization) {
        for (var held : held(scope, person)) {
            jdbc.sql(END).param("id", held.id()).param("day", scope.day()).update();
            begin(scope, held.account(), Role.APPLICANT, organization);
        }
    }

    @Override
    public void joined(Scope scope, UUID person, UUID organization) {
        for (var held : held(scope, person)) {
            ends.one(scope, held.id(), scope.day(), "");
            begin(scope, held.account(), Role.MEMBER, organization);
        }
    }

    @Override
    public void ended(Scope scope, UUID person) {
        held(scope, person).forEach(held -> ends.one(scope, held.id(), scope.day(), ""));
    }

    private List<Held> held(Scope scope, UUID person) {
        return jdbc.sql(HELD).param("person", person).param("day", scope.day()).query(HELDS).list();
    }

    private void begin(Scope scope, UUID account, Role role, UUID organization) {
        var basis = role == Role.MEMBER ? "member" : "admission";
        jdbc.sql(BEGIN)
                .param("account", account)
                .param("role", role.code())
                .param("organization", organization)
                .param("day", scope.day())
                .param("basis", basis)
                .update();
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        "access.grant",
                        "account",
                        account,
                        scope.day(),
                        List.of(),
                        Map.of("role", role.code(), "basis", basis)));
    }
}
