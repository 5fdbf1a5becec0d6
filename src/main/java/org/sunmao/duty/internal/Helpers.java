package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Persons;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.Declared;
import org.sunmao.duty.internal.DutyView.DutyHelper;
import org.sunmao.duty.internal.DutyView.HelpingPerson;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.rules.Demand;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who helps with a duty: the nearest committee above, or the one above that. */
@Component
class Helpers {

    private static final String COUNTY = "county";

    private static final Set<String> COMMITTEES = Set.of("committee", "work-committee");

    private static final String CHAIN =
            """
            with recursive up as (
              select p.id, p.parent, 0 as step from organization.place_published p
              where p.id = :organization and p.valid_from <= :day and p.valid_to > :day
              union all
              select p.id, p.parent, up.step + 1 from up
              join organization.place_published p on p.id = up.parent
                and p.valid_from <= :day and p.valid_to > :day)
            select up.id, l.name, l.kind from up
            join organization.label_published l on l.id = up.id
              and l.valid_from <= :day and l.valid_to > :day
            order by up.step
            """;

    /** Within the asker's scope, or nobody. */
    private static final String SECRETARY =
            """
            select p.member from organization.post_published p
            where p.organization = :organization and p.kind = 'secretary' and p.member is not null
              and p.valid_from <= :day and p.valid_to > :day
            order by p.valid_from limit 1
            """;

    private record Above(UUID id, String name, String kind) {}

    private static final RowMapper<Above> ABOVE = new SimplePropertyRowMapper<>(Above.class);

    private final Declared declared;
    private final Persons persons;
    private final JdbcClient jdbc;

    Helpers(Declared declared, Persons persons, JdbcClient jdbc) {
        this.declared = declared;
        this.persons = persons;
        this.jdbc = jdbc;
    }

    DutyHelper of(SignedIn who, Scope scope, ReadDuty duty) {
        var chain = chain(scope, duty.organization());
        var above = chain.stream().skip(1).filter(Helpers::committee).toList();
        if (above.isEmpty()) {
            return new DutyHelper(null, null, "上面没有党委了，请在本级商量解决");
        }
        var further = above.size() > 1 && !committee(chain.getFirst()) && wantsCounty(duty);
        var of = above.get(further ? 1 : 0);
        return new DutyHelper(
                new Named(of.id(), of.name()),
                who.role().may(Right.MEMBERS_READ) ? secretary(scope, of.id()) : null,
                "拿不准、办不了的，找" + of.name() + "帮助解决");
    }

    private boolean wantsCounty(ReadDuty duty) {
        return declared.find(duty.row().name())
                .map(Demand::helper)
                .filter(COUNTY::equals)
                .isPresent();
    }

    private static boolean committee(Above one) {
        return COMMITTEES.contains(one.kind());
    }

    /** It and those above it, the nearest first. */
    private List<Above> chain(Scope scope, UUID organization) {
        return jdbc.sql(CHAIN)
                .param("organization", organization)
                .param("day", scope.day())
                .query(ABOVE)
                .list();
    }

    private @Nullable HelpingPerson secretary(Scope scope, UUID organization) {
        return jdbc.sql(SECRETARY)
                .param("organization", organization)
                .param("day", scope.day())
                .query(UUID.class)
                .optional()
                .flatMap(member -> persons.find(scope, member))
                .map(person -> new HelpingPerson(person.name()))
                .orElse(null);
    }
}
