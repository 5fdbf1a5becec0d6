package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.Organizations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * How many are to be admitted in a year, set downward by the organization above (R-DEV-55). It is a
 * bound of care and no target: nobody is told to fill it.
 */
@Service
class Plans {

    private static final int FIRST = 1921;
    private static final int LAST = 2199;
    private static final int MOST = 100_000;

    private static final String BELOW =
            """
            select p.organization, p.year, p.places, p.set_name, l.name,
              (select count(*) from admission.admission a
                join organization.place_published o on o.id = a.organization
                  and o.valid_from <= :day and o.valid_to > :day
                where o.path >= w.path and o.path < left(w.path, -1) || '0'
                  and exists (select from admission.step s where s.admission = a.id
                    and s.step = 'vote' and s.stage = 'accepted'
                    and extract(year from s.on_day) = p.year)) as accepted
            from admission.plan p
              join organization.place_published w on w.id = p.organization
                and w.valid_from <= :day and w.valid_to > :day
              left join lateral (select name from organization.label_published l
                where l.id = p.organization order by l.valid_to desc limit 1) l on true
            where p.year = :year and (p.organization = :organization or w.parent = :organization)
            order by w.path
            """;
    private static final String SET =
            """
            insert into admission.plan (organization, year, places, set_name, set_at)
            values (:organization, :year, :places, :name, :at)
            on conflict (organization, year) do update set places = excluded.places,
              version = admission.plan.version + 1, set_name = excluded.set_name,
              set_at = excluded.set_at
            """;

    /**
     * A year's plan of one organization.
     *
     * @param places how many at most
     * @param accepted how many its meetings have accepted in the year
     */
    record AdmissionPlanView(
            UUID organization, String name, int year, int places, int accepted, String setBy) {}

    private final Scopes scopes;
    private final Organizations organizations;
    private final Actors actors;
    private final Judging judging;
    private final AdmissionJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Plans(
            Scopes scopes,
            Organizations organizations,
            Actors actors,
            Judging judging,
            AdmissionJournal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.scopes = scopes;
        this.organizations = organizations;
        this.actors = actors;
        this.judging = judging;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** That of an organization and of those directly below it. */
    List<AdmissionPlanView> of(SignedIn who, UUID organization, int year) {
        return scopes.read(who, scope -> below(scope, organization, year));
    }

    private List<AdmissionPlanView> below(Scope scope, UUID organization, int year) {
        if (!actors.within(scope, organization)) {
            throw new NotFound();
        }
        return jdbc.sql(BELOW)
                .param("organization", organization)
                .param("year", year)
                .param("day", scope.day())
                .query((row, _) -> view(row))
                .list();
    }

    private static AdmissionPlanView view(ResultSet row) throws SQLException {
        return new AdmissionPlanView(
                row.getObject("organization", UUID.class),
                row.getString("name"),
                row.getInt("year"),
                row.getInt("places"),
                row.getInt("accepted"),
                row.getString("set_name"));
    }

    List<AdmissionPlanView> set(
            SignedIn who, UUID organization, @Nullable Integer year, @Nullable Integer places) {
        if (year == null || year < FIRST || year > LAST) {
            throw new InputRefused("year", "请填写年份");
        }
        if (places == null || places < 0 || places > MOST) {
            throw new InputRefused("places", "请填写 0 到 " + MOST + " 的整数");
        }
        return scopes.write(
                who,
                scope -> {
                    if (!actors.within(scope, organization)) {
                        throw new NotFound();
                    }
                    if (!above(who, scope, organization)) {
                        throw judging.refused(
                                Rules.PLAN, "计划由上级党委确定，您只能查看", scope.day(), organization);
                    }
                    jdbc.sql(SET)
                            .param("organization", organization)
                            .param("year", year)
                            .param("places", places)
                            .param("name", who.name())
                            .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                            .update();
                    journal.planned(scope, organization, year, places);
                    return below(scope, organization, year);
                });
    }

    /** It is set from above; whoever is at the top sets their own. */
    private boolean above(SignedIn who, Scope scope, UUID organization) {
        var above = organizations.ancestors(organization, scope.day());
        return who.role().may(Right.ADMISSIONS_APPROVE)
                && (above.isEmpty()
                        ? organization.equals(who.organization())
                        : above.stream().anyMatch(one -> one.id().equals(who.organization())));
    }
}
