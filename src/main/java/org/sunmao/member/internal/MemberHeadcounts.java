package org.sunmao.member.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.Headcounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Counts members for module organization. */
@Repository
class MemberHeadcounts implements Headcounts {

    private static final String COUNT =
            """
            select count(*)::integer as members,
              count(*) filter (where f.status = 'full')::integer as full,
              count(*) filter (where f.status = 'probationary')::integer as probationary,
              count(*) filter (where f.floating)::integer as floating,
              count(*) filter (where f.organization = :organization)::integer as held
            from member.profile f
            """;

    /** What holds today is found by index; other days are asked for one organization and rarely. */
    private static final String NOW =
            """
            where f.valid_to = 'infinity'
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            """;

    private static final String ON_A_DAY =
            """
            where f.valid_from <= :day and f.valid_to > :day
              and f.organization in (select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day)
            """;

    private static final String FIRST_HELD =
            "select min(valid_from) from member.profile where organization = :organization";

    private final JdbcClient jdbc;
    private final Tree tree;
    private final Clock clock;

    MemberHeadcounts(JdbcClient jdbc, Tree tree, Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> firstHeld(UUID organization) {
        return jdbc.sql(FIRST_HELD)
                .param("organization", organization)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Override
    public Headcount of(UUID organization, LocalDate day) {
        var now = day.equals(LocalDate.now(clock));
        var subtree = tree.path(organization, day).map(Subtree::below).orElse(Subtree.NONE);
        return jdbc.sql(COUNT + (now ? NOW : ON_A_DAY))
                .param("day", day)
                .param("organization", organization)
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .query(Headcount.class)
                .single();
    }
}
